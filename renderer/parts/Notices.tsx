/** Short messages at the foot of the window. */
import { X } from "lucide-react";
import { dismiss } from "../store/notices.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { Button } from "./Button.tsx";

/** Read out politely; errors stay longer. */
export function Notices() {
  const editor = useEditor();
  const { t } = useWords();
  const notices = useEditorState((state) => state.notices);
  return (
    <div className="notices" aria-live="polite">
      {notices.map((notice) => (
        <div className="notice" key={notice.id} data-tone={notice.tone} data-testid="notice">
          <p>
            {notice.what} {notice.hint ? <span className="dim">{notice.hint}</span> : null}
          </p>
          <Button look="ghost" aria-label={t("notice.dismiss")} onClick={() => dismiss(editor, notice.id)}>
            <X size={13} aria-hidden />
          </Button>
        </div>
      ))}
    </div>
  );
}
