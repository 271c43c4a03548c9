/** Document and file have changed in the same places: what differs, and three ways out. */
import { Button } from "../parts/Button.tsx";
import { resolveConflict } from "../store/files.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { DifferenceList } from "./DifferenceList.tsx";
import { DialogFrame } from "./Frame.tsx";

/** Nothing happens until one of the three is chosen. */
export function ConflictDialog({ close, after }: { close: () => void; after: (() => void) | undefined }) {
  const editor = useEditor();
  const { t } = useWords();
  const path = useEditorState((state) => state.file.path ?? "");
  const differences = useEditorState((state) => state.file.differences);
  const choose = (choice: "mine" | "theirs" | "copy") => () => {
    close();
    void resolveConflict(editor, choice, after);
  };
  return (
    <DialogFrame title={t("conflict.title")} close={close} wide>
      <p className="dialog-text">{t("conflict.text", { path })}</p>
      <DifferenceList differences={differences ?? []} />
      <footer className="dialog-foot dialog-choices">
        <Button data-testid="conflict-copy" onClick={choose("copy")}>
          {t("conflict.copy")}
        </Button>
        <Button look="danger" data-testid="conflict-theirs" onClick={choose("theirs")}>
          {t("conflict.theirs")}
        </Button>
        <Button look="primary" data-testid="conflict-mine" onClick={choose("mine")}>
          {t("conflict.mine")}
        </Button>
      </footer>
    </DialogFrame>
  );
}
