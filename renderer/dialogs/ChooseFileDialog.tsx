/** Another file for a node whose own cannot be read: those of the granted folder with an ending that it can take. */
import type { FileEntry } from "../../core/service/host-service.ts";
import { Answer, useAsked } from "../palette/use-asked.tsx";
import { DataFileRow } from "../parts/DataFileRow.tsx";
import { FileTree } from "../parts/FileTree.tsx";
import { edit } from "../store/edit.ts";
import { recordAt } from "../store/seen.ts";
import { goToNode } from "../store/select.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { DialogFrame } from "./Frame.tsx";

/** A click takes the file and shows the node. */
export function ChooseFileDialog({ node, param, close }: { node: string; param: string; close: () => void }) {
  const editor = useEditor();
  const { t } = useWords();
  const type = useEditorState((state) => recordAt(state, node)?.type ?? "");
  const spec = useEditorState((state) =>
    state.known.get(type)?.params.find(({ name }) => name === param),
  )?.spec;
  const endings = spec?.kind === "path" ? spec.extensions.map((ending) => ending.replace(/^\./, "")) : [];
  const asked = useAsked<readonly FileEntry[]>(() => editor.services.host.list().then(({ files }) => files));

  function choose(value: string): void {
    close();
    // The node may be anywhere: it is shown first, so that the edit is made where it stands.
    goToNode(editor, node);
    edit(editor, { kind: "setParam", node, name: param, value }, { label: "step.param" });
  }

  return (
    <DialogFrame title={t("inspector.choose")} close={close}>
      <div className="dialog-list" data-testid="choose-file">
        <Answer asked={asked} loading={t("files.loading")}>
          {(files) => {
            const fitting = files.filter(({ path }) =>
              endings.some((ending) => path.toLowerCase().endsWith(`.${ending}`)),
            );
            if (fitting.length === 0) {
              const list = endings.map((ending) => `.${ending}`).join(", ");
              return <p className="empty">{t("choose.none", { endings: list })}</p>;
            }
            return (
              <FileTree
                files={fitting}
                look="dialog-item"
                testid="choose"
                choose={({ path }) => choose(path)}
              >
                {(file, name) => <DataFileRow name={name} bytes={file.bytes} />}
              </FileTree>
            );
          }}
        </Answer>
      </div>
    </DialogFrame>
  );
}
