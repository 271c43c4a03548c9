/** Closing a tab would end something: unsaved changes, a run under way, or both. */
import { useKeys } from "../actions/use-keys.ts";
import { Button } from "../parts/Button.tsx";
import { isDirty } from "../store/edit.ts";
import { save } from "../store/files.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { DialogFrame } from "./Frame.tsx";

/** Save and go on, go on without, or stay. Says what would be lost, and what would not. */
export function GuardDialog({ close, proceed }: { close: () => void; proceed: () => void }) {
  const editor = useEditor();
  const { t } = useWords();
  const title = useEditorState((state) => state.document.title);
  const dirty = useEditorState(isDirty);
  const running = useEditorState((state) => state.run.active !== undefined);
  const keys = useKeys("reopenTab");
  const goOn = () => {
    close();
    proceed();
  };
  return (
    <DialogFrame title={t(dirty ? "guard.title" : "guard.running")} close={close}>
      {dirty ? (
        <>
          <p className="dialog-text">{t("guard.text", { title })}</p>
          {running ? <p className="dialog-text">{t("guard.alsoRunning")}</p> : null}
          <p className="dialog-text dim">{keys ? t("guard.back", { keys }) : t("guard.backPlain")}</p>
        </>
      ) : (
        <p className="dialog-text">{t("guard.runningText", { title })}</p>
      )}
      <footer className="dialog-foot">
        <Button onClick={close}>{t("dialog.cancel")}</Button>
        <Button look="danger" data-testid="guard-discard" onClick={goOn}>
          {t(dirty ? "guard.discard" : "guard.stop")}
        </Button>
        {dirty ? (
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
        ) : null}
      </footer>
    </DialogFrame>
  );
}
