/** The file on disk is not the one that was opened: keep mine, take theirs, or save mine elsewhere. */
import { Button } from "../parts/Button.tsx";
import { openFile, saveAs } from "../store/files.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { DialogFrame } from "./Frame.tsx";

/** Nothing happens until one of the three is chosen. */
export function ConflictDialog({ close, after }: { close: () => void; after: (() => void) | undefined }) {
  const editor = useEditor();
  const { t } = useWords();
  const path = useEditorState((state) => state.file.path ?? "");
  return (
    <DialogFrame title={t("conflict.title")} close={close}>
      <p className="dialog-text">{t("conflict.text", { path })}</p>
      <footer className="dialog-foot dialog-choices">
        <Button
          onClick={() => {
            close();
            editor.store.setState({ dialog: { kind: "save", ...(after ? { after } : {}) } });
          }}
        >
          {t("conflict.copy")}
        </Button>
        <Button
          look="danger"
          onClick={() => {
            close();
            void openFile(editor, path);
          }}
        >
          {t("conflict.theirs")}
        </Button>
        <Button
          look="primary"
          data-testid="conflict-mine"
          onClick={() => {
            close();
            void saveAs(editor, path, true, after);
          }}
        >
          {t("conflict.mine")}
        </Button>
      </footer>
    </DialogFrame>
  );
}
