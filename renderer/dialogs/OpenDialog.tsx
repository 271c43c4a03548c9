/** Open: what was opened last, the experiments of the granted folder, then the examples. */
import { FileText, History, Workflow } from "lucide-react";
import { useState } from "react";
import type { FileEntry } from "../../core/service/host-service.ts";
import { Answer, useAsked } from "../palette/use-asked.tsx";
import { FileTree } from "../parts/FileTree.tsx";
import { openExample, openFile } from "../store/files.ts";
import { recentFiles } from "../store/recent.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { localeOf } from "../words/locale.ts";
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

  /** Until something is looked for. */
  function recent(graphs: readonly FileEntry[]): FileEntry[] {
    if (filter !== "") return [];
    return recentFiles(folder).flatMap((path) => graphs.find((file) => file.path === path) ?? []);
  }

  function choose(open: () => Promise<boolean>): void {
    close();
    void open();
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
              {recent(graphs).length > 0 ? (
                <>
                  <h3 className="palette-category">{t("open.recent")}</h3>
                  {recent(graphs).map((file) => (
                    <button
                      type="button"
                      className="dialog-item"
                      key={file.path}
                      data-testid={`recent-${file.path}`}
                      onClick={() => choose(() => openFile(editor, file.path))}
                    >
                      <History size={14} aria-hidden />
                      <span className="clip">{file.path}</span>
                      <span className="dim">{date.format(file.modified)}</span>
                    </button>
                  ))}
                </>
              ) : null}
              <h3 className="palette-category">{folder}</h3>
              <FileTree
                files={graphs.filter(({ path }) => has(path))}
                look="dialog-item"
                testid="open"
                choose={({ path }) => choose(() => openFile(editor, path))}
              >
                {(file, name) => (
                  <>
                    <Workflow size={14} aria-hidden />
                    <span className="clip">{name}</span>
                    <span className="dim">{date.format(file.modified)}</span>
                  </>
                )}
              </FileTree>
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
