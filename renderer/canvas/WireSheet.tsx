/**
 * Wires from afar: one path a colour, in one drawing, since thousands of elements would cost more than they show. Wires of
 * cards that are being dragged are left out: the drag draws them.
 */
import { ViewportPortal } from "@xyflow/react";
import { useMemo } from "react";
import { familyOf } from "../../core/types/wire-type.ts";
import type { EditorState } from "../store/editor-state.ts";
import type { SeenGraph } from "../store/seen.ts";
import { useEditorState } from "../store/use-editor.ts";
import { draggedNames, type FlowNode } from "./flow-nodes.ts";
import { useLaidOut } from "./use-laid-out.ts";
import { pointsOf, wirePath } from "./wire-geometry.ts";

type Descriptors = EditorState["descriptors"];
type Sheet = readonly (readonly [colour: string, path: string])[];

/** Inside the flow, below 20 %. */
export function WireSheet({ nodes }: { nodes: readonly FlowNode[] }) {
  const graph = useLaidOut();
  const descriptors = useEditorState((state) => state.descriptors);
  const names = draggedNames(nodes);
  const still = useMemo(() => {
    const moving = new Set(names.split(" "));
    return sheetOf(graph, descriptors, (ends) => !ends.some((id) => moving.has(id)));
  }, [graph, descriptors, names]);
  return (
    <ViewportPortal>
      <svg className="wire-sheet" aria-hidden="true" data-testid="wire-sheet">
        {still.map(([colour, path], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paths have no name but their place.
          <path key={index} d={path} style={{ stroke: `var(--t-${colour})` }} />
        ))}
      </svg>
    </ViewportPortal>
  );
}

function sheetOf(
  graph: SeenGraph,
  descriptors: Descriptors,
  wanted: (ends: readonly string[]) => boolean,
): Sheet {
  const paths = new Map<string, string[]>();
  for (const [id, wire] of Object.entries(graph.wires)) {
    if (!wanted([wire.from[0], wire.to[0]])) continue;
    const output = descriptors
      .get(graph.nodes[wire.from[0]]?.type ?? "")
      ?.outputs.find(({ name }) => name === wire.from[1]);
    const points = output && pointsOf(graph, descriptors, id, wire);
    if (!output || !points) continue;
    const colour = familyOf[output.type];
    const known = paths.get(colour);
    if (known) known.push(wirePath(points));
    else paths.set(colour, [wirePath(points)]);
  }
  return [...paths].map(([colour, parts]) => [colour, parts.join("")]);
}
