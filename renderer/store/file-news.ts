/** What the host says of the file behind the document, put into the page: the dirty mark, a short message, a dialog. */
import type { GraphDocument } from "../../core/graph/document.ts";
import { closeStep } from "../../core/graph/history.ts";
import type { DocumentFile, FileNews } from "../../core/service/host-service.ts";
import { say, type WordKey } from "../words/words.ts";
import type { Editor } from "./editor.ts";
import { notify } from "./notices.ts";

const told: Readonly<Partial<Record<FileNews, WordKey>>> = {
  reloaded: "notice.reloaded",
  merged: "notice.merged",
  unreadable: "notice.unreadable",
};

/** Takes over the file's state; `saved` is what it holds. */
export function fileNews(editor: Editor, file: DocumentFile, saved: GraphDocument, news?: FileNews): void {
  const { dialog, history, language, folderVersion } = editor.store.getState();
  editor.store.setState({
    file: { ...file, saved },
    // A step that was saved half would be undone whole.
    history: closeStep(history),
    folderVersion: news === "saved" || news === "resolved" ? folderVersion + 1 : folderVersion,
  });
  const words = news && told[news];
  if (words) notify(editor, "info", say(language, words, { path: file.path ?? "" }));
  if (file.disk === "conflict" && dialog === undefined)
    editor.store.setState({ dialog: { kind: "conflict" } });
  if (file.disk !== "conflict" && dialog?.kind === "conflict") {
    const { dialog: _settled, ...rest } = editor.store.getState();
    editor.store.setState(rest, true);
  }
}
