/** The graph as far as it is laid out: places, wires and kinds of nodes. What is written into a parameter moves nothing. */
import { useRef } from "react";
import type { SeenGraph } from "../store/seen.ts";
import { useEditorState } from "../store/use-editor.ts";

/** The same object until a node, wire, note, frame or place changes; parameters and titles in it may be old. */
export function useLaidOut(): SeenGraph {
  const known = useRef<{ graph: SeenGraph; laidOut: SeenGraph }>(undefined);
  return useEditorState(({ graph }) => {
    if (known.current?.graph !== graph)
      known.current = { graph, laidOut: stillLaidOut(known.current?.laidOut, graph) };
    return known.current.laidOut;
  });
}

function stillLaidOut(before: SeenGraph | undefined, now: SeenGraph): SeenGraph {
  const same = before?.view === now.view && before.wires === now.wires && sameKinds(before.nodes, now.nodes);
  return same ? before : now;
}

function sameKinds(before: SeenGraph["nodes"], now: SeenGraph["nodes"]): boolean {
  if (before === now) return true;
  const ids = Object.keys(now);
  return ids.length === Object.keys(before).length && ids.every((id) => before[id]?.type === now[id]?.type);
}
