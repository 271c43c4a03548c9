/** Short messages at the foot of the window. */
import { X } from "lucide-react";
import { bringForward } from "../store/desk.ts";
import { dismiss } from "../store/notices.ts";
import {
  EditorContext,
  useDesk,
  useDeskState,
  useEditor,
  useEditorState,
  useWords,
} from "../store/use-editor.ts";
import { Button } from "./Button.tsx";
import { Exports } from "./Exports.tsx";

/** Read out politely; errors stay longer. What concerns another tab says which, and leads there. */
export function Notices() {
  const editors = useDeskState((state) => state.editors);
  return (
    <div className="notices" aria-live="polite">
      {editors.map((editor) => (
        <EditorContext value={editor} key={editor.id}>
          <OfOne />
        </EditorContext>
      ))}
      <Exports />
    </div>
  );
}

function OfOne() {
  const desk = useDesk();
  const editor = useEditor();
  const { t } = useWords();
  const notices = useEditorState((state) => state.notices);
  const title = useEditorState((state) => state.document.title);
  const inFront = useDeskState(({ front }) => front === editor);
  return notices.map((notice) => (
    <div className="notice" key={notice.id} data-tone={notice.tone} data-testid="notice">
      <p>
        {inFront ? null : <b className="notice-of">{title}</b>}
        {notice.what} {notice.hint ? <span className="dim">{notice.hint}</span> : null}
      </p>
      {inFront ? null : <Button onClick={() => bringForward(desk, editor)}>{t("tabs.show")}</Button>}
      <Button look="ghost" aria-label={t("notice.dismiss")} onClick={() => dismiss(editor, notice.id)}>
        <X size={13} aria-hidden />
      </Button>
    </div>
  ));
}
