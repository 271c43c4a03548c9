/** A frame: a dashed border with a title, behind the cards. Taken by its title, so that the canvas stays free. */
import { type NodeProps, NodeResizer, useStore } from "@xyflow/react";
import { memo, useEffect, useState } from "react";
import { lookup } from "../../core/graph/entries.ts";
import { edit } from "../store/edit.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { itemOf } from "./flow-nodes.ts";

/** Registered with React Flow as `frame`. */
export const FrameNode = memo(function FrameNode({ id: flowId, selected }: NodeProps) {
  const { id } = itemOf(flowId);
  const editor = useEditor();
  const { t, language, local } = useWords();
  const frame = useEditorState((state) => lookup(state.graph.view.frames, id));
  const readOnly = useEditorState((state) => state.file.readOnly);
  const [draft, setDraft] = useState<string>();
  const scale = useStore(({ transform: [, , zoom] }) => titleScale(zoom));
  const asked = useEditorState((state) => state.writing === flowId);
  useEffect(() => {
    if (!asked || !frame) return;
    editor.store.setState({ writing: undefined });
    setDraft(local(frame.title));
  });
  if (!frame) return null;

  function commit(): void {
    if (frame && draft !== undefined && draft !== local(frame.title)) {
      const key = language === "zh" ? "zh" : "en";
      edit(
        editor,
        { kind: "setFrame", id, frame: { ...frame, title: { ...frame.title, [key]: draft } } },
        { label: "step.frame" },
      );
    }
    setDraft(undefined);
  }

  return (
    <div className="frame" data-selected={selected} data-testid={`frame-${id}`}>
      <NodeResizer isVisible={selected && !readOnly} minWidth={120} minHeight={80} />
      {draft === undefined ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: React Flow's node is the focusable element around this one.
        <span
          className="frame-title"
          style={{ transform: `scale(${scale})`, maxWidth: (frame.size[0] - 4) / scale }}
          title={t("canvas.frame")}
          onDoubleClick={() => setDraft(readOnly ? undefined : local(frame.title))}
        >
          {local(frame.title)}
        </span>
      ) : (
        <input
          className="frame-title nodrag"
          // biome-ignore lint/a11y/noAutofocus: the user has just asked to write here.
          autoFocus
          aria-label={t("canvas.frame")}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key !== "Enter" && event.key !== "Escape") return;
            commit();
            editor.canvas?.takeKeys();
          }}
        />
      )}
    </div>
  );
});

/** Frames tell the parts of a large graph apart from afar, so their titles grow as the rest shrinks: in steps, to be drawn seldom. */
function titleScale(zoom: number): number {
  return 2 ** Math.min(3, Math.max(0, Math.round(-2 * Math.log2(zoom)) / 2));
}
