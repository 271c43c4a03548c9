/** Open: the experiments of the granted folder, then the examples. */
import { FileText, Workflow } from "lucide-react";
import { useState } from "react";
import { Answer, useAsked } from "../palette/use-asked.tsx";
import { openExample, openFile, whenSafe } from "../store/files.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { localeOf } from "../words/language.ts";
import { DialogFrame } from "./Frame.tsx";

/** A list with a filter; a click opens. */
export function OpenDialog({ close }: { close: () => void }) {
  const editor = useEditor();
  const { t, local, language } = useWords();
  const folder = useEditorState((state) => state.host?.folder ?? "");
  const [filter, setFilter] = useState("");
  const { host } = editor.services;
  const asked = useAsked(async () => {
    const [files, examples] = await Promise.all([host.list(), host.examples()]);
    return { graphs: files.files.filter(({ kind }) => kind === "graph"), examples: examples.examples };
  });
  const has = (text: string) => text.toLowerCase().includes(filter.toLowerCase());
  const date = new Intl.DateTimeFormat(localeOf(language), { dateStyle: "medium", timeStyle: "short" });

  function choose(open: () => Promise<boolean>): void {
    close();
    whenSafe(editor, () => void open());
  }

  return (
    <DialogFrame title={t("open.title")} close={close}>
      <input
        className="field"
        placeholder={t("open.filter")}
        aria-label={t("open.filter")}
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      <div className="dialog-list">
        <Answer asked={asked} loading={t("files.loading")}>
          {({ graphs, examples }) => (
            <>
              <h3 className="palette-category">{folder}</h3>
              {graphs
                .filter(({ path }) => has(path))
                .map((file) => (
                  <button
                    type="button"
                    className="dialog-item"
                    key={file.path}
                    data-testid={`open-${file.path}`}
                    onClick={() => choose(() => openFile(editor, file.path))}
                  >
                    <Workflow size={14} aria-hidden />
                    <span className="clip">{file.path}</span>
                    <span className="dim">{date.format(file.modified)}</span>
                  </button>
                ))}
              {graphs.length === 0 ? <p className="empty">{t("files.none", { folder })}</p> : null}
              <h3 className="palette-category">{t("open.examples")}</h3>
              {examples
                .filter((example) => has(`${local(example.title)} ${example.id}`))
                .map((example) => (
                  <button
                    type="button"
                    className="dialog-item"
                    key={example.id}
                    onClick={() => choose(() => openExample(editor, example.id))}
                  >
                    <FileText size={14} aria-hidden />
                    <span className="clip">{local(example.title)}</span>
                    <span className="dim clip">{local(example.summary)}</span>
                  </button>
                ))}
            </>
          )}
        </Answer>
      </div>
    </DialogFrame>
  );
}
