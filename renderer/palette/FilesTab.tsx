/** The granted folder: experiments to open, and the data that file nodes can read. */
import { FileSpreadsheet, Workflow } from "lucide-react";
import type { FileEntry } from "../../core/service/host-service.ts";
import { FileTree } from "../parts/FileTree.tsx";
import { openFile } from "../store/files.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { Answer, useAsked } from "./use-asked.tsx";

/** By folders, in natural order. */
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
            <FileTree
              files={graphs}
              look="palette-item file"
              testid="file"
              current={open}
              choose={({ path }) => void openFile(editor, path)}
            >
              {(_file, name) => (
                <>
                  <Workflow size={13} aria-hidden />
                  <span className="clip">{name.replace(/\.espalier$/, "")}</span>
                </>
              )}
            </FileTree>
            {graphs.length === 0 ? <p className="empty">{t("files.none", { folder })}</p> : null}
            {data.length > 0 ? (
              <h3 className="palette-category">
                <span>{t("files.data")}</span>
                <span>{data.length}</span>
              </h3>
            ) : null}
            <FileTree files={data} look="palette-item file" testid="data">
              {(file, name) => (
                <>
                  <FileSpreadsheet size={13} aria-hidden />
                  <span className="clip">{name}</span>
                  <span className="dim file-size">{size(file.bytes)}</span>
                </>
              )}
            </FileTree>
          </div>
        );
      }}
    </Answer>
  );
}
