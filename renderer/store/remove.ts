/** Taking away what is selected. With `rejoin`, what fed the removed nodes feeds what they fed, where types allow. */
import type { Command } from "../../core/graph/commands.ts";
import type { Scope } from "../../core/graph/scope.ts";
import { editTogether } from "./draft.ts";
import type { Editor } from "./editor.ts";
import { newPort } from "./group-descriptor.ts";
import { rejoinWires } from "./rejoin.ts";
import { type SeenGraph, terminalOf } from "./seen.ts";

/** One step of history, whatever is selected. */
export function removeSelection(editor: Editor, rejoin: boolean): void {
  const state = editor.store.getState();
  const { scope, graph, selection } = state;
  const ids = [...selection.nodes].filter((id) => Object.hasOwn(graph.nodes, id) && !terminalOf(id));
  const gone = new Set(ids);
  const loose = [...selection.wires].filter((id) => !touches(graph, id, gone));
  const ports = removedPorts(scope, selection.nodes);
  if (ids.length + loose.length + ports.length + selection.notes.size + selection.frames.size === 0) return;
  const rejoined = rejoin ? rejoinWires(state, ids) : [];
  const onlyWires =
    loose.length > 0 && ids.length + ports.length + selection.notes.size + selection.frames.size === 0;
  editTogether(editor, onlyWires ? "step.unwire" : "step.remove", (draft) => {
    for (const id of selection.notes) draft.do({ kind: "removeNote", id });
    for (const id of selection.frames) draft.do({ kind: "removeFrame", id });
    draft.part(loose);
    if (ids.length > 0) draft.do({ kind: "removeNodes", ids });
    for (const { from, to } of rejoined) draft.join(from, to);
    for (const command of ports) draft.around(command);
  });
}

function touches(graph: SeenGraph, wire: string, nodes: ReadonlySet<string>): boolean {
  const record = graph.wires[wire];
  return record !== undefined && (nodes.has(record.from[0]) || nodes.has(record.to[0]));
}

/** A terminal is a port of the group around: taking it away takes the port, and the wires that end at it outside. */
function removedPorts(scope: Scope, nodes: ReadonlySet<string>): Command[] {
  const group = scope[scope.length - 1] ?? "";
  return [...nodes].flatMap((id) => {
    const terminal = terminalOf(id);
    if (!terminal || terminal.port === newPort) return [];
    const side = terminal.side === "in" ? "inputs" : "outputs";
    return [{ kind: "removeGroupPort", group, side, port: terminal.port }];
  });
}
