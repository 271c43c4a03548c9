/** The wire that is being dragged, in the colour of what it carries. */
import { type ConnectionLineComponentProps, getBezierPath } from "@xyflow/react";
import { familyOf } from "../../core/types/wire-type.ts";
import { inputOf, typeOfOutput } from "../store/port-types.ts";
import { useEditorState } from "../store/use-editor.ts";

/** Drawn by React Flow from the port to the cursor. */
export function ConnectionLine(props: ConnectionLineComponentProps) {
  const { fromX, fromY, toX, toY, fromPosition, toPosition, connectionStatus } = props;
  const kind = useEditorState((state) => {
    const end = state.connecting;
    if (!end) return undefined;
    return end.side === "out"
      ? typeOfOutput(state, [end.node, end.port])?.kind
      : inputOf(state, [end.node, end.port])?.type;
  });
  const [path] = getBezierPath({
    sourceX: fromX,
    sourceY: fromY,
    sourcePosition: fromPosition,
    targetX: toX,
    targetY: toY,
    targetPosition: toPosition,
  });
  const colour =
    connectionStatus === "invalid" ? "var(--danger)" : kind ? `var(--t-${familyOf[kind]})` : "var(--text-3)";
  return (
    <path
      d={path}
      fill="none"
      stroke={colour}
      strokeWidth={2}
      strokeDasharray={connectionStatus === "valid" ? "" : "5 4"}
    />
  );
}
