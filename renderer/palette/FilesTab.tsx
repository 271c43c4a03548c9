/** The granted folder: experiments to open, and the data that file nodes can read. */
import { FileSpreadsheet, Workflow } from "lucide-react";
import type { FileEntry } from "../../core/service/host-service.ts";
import { openFile, whenSafe } from "../store/files.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { Answer, useAsked } from "./use-asked.tsx";

/** Newest first, as the host lists them. */
export function FilesTab() {
  const editor = useEditor();
  const { t, size } = useWords();
  const version = useEditorState((state) => state.folderVersion);
  const open = useEditorState((state) => state.file.path);
  const folder = useEditorState((state) => state.host?.folder ?? "");
  const asked = useAsked<readonly FileEntry[]>(
    () => editor.services.host.list().then((answer) => answer.files),
    version,
  );
  return (
    <Answer asked={asked} loading={t("files.loading")}>
      {(files) => {
        const graphs = files.filter(({ kind }) => kind === "graph");
        const data = files.filter(({ kind }) => kind === "data");
        return (
          <div className="palette-list">
            <h3 className="palette-category">
              <span>{t("files.graphs")}</span>
              <span>{graphs.length}</span>
            </h3>
            {graphs.map((file) => (
              <button
                type="button"
                className="palette-item file"
                key={file.path}
                data-testid={`file-${file.path}`}
                aria-current={file.path === open}
                title={file.path}
                onClick={() => whenSafe(editor, () => void openFile(editor, file.path))}
              >
                <Workflow size={13} aria-hidden />
                <span className="clip">{file.path.replace(/\.espalier$/, "")}</span>
              </button>
            ))}
            {graphs.length === 0 ? <p className="empty">{t("files.none", { folder })}</p> : null}
            {data.length > 0 ? (
              <h3 className="palette-category">
                <span>{t("files.data")}</span>
                <span>{data.length}</span>
              </h3>
            ) : null}
            {data.map((file) => (
              <div className="palette-item file" key={file.path} title={file.path}>
                <FileSpreadsheet size={13} aria-hidden />
                <span className="clip">{file.path}</span>
                <span className="dim file-size">{size(file.bytes)}</span>
              </div>
            ))}
          </div>
        );
      }}
    </Answer>
  );
}
