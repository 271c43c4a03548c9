/** Unsaved changes stand in the way of opening something else. */
import { Button } from "../parts/Button.tsx";
import { save } from "../store/files.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { DialogFrame } from "./Frame.tsx";

/** Save and go on, go on without, or stay. */
export function GuardDialog({ close, proceed }: { close: () => void; proceed: () => void }) {
  const editor = useEditor();
  const { t } = useWords();
  const title = useEditorState((state) => state.document.title);
  return (
    <DialogFrame title={t("guard.title")} close={close}>
      <p className="dialog-text">{t("guard.text", { title })}</p>
      <footer className="dialog-foot">
        <Button onClick={close}>{t("dialog.cancel")}</Button>
        <Button
          look="danger"
          data-testid="guard-discard"
          onClick={() => {
            close();
            proceed();
          }}
        >
          {t("guard.discard")}
        </Button>
        <Button
          look="primary"
          data-testid="guard-save"
          onClick={() => {
            close();
            void save(editor, proceed);
          }}
        >
          {t("guard.save")}
        </Button>
      </footer>
    </DialogFrame>
  );
}
