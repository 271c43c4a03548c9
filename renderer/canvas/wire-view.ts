/** What a wire shows, as one flat value: it is drawn anew with every step of a drag, and one question costs less than five. */
import type { Position } from "../../core/graph/document.ts";
import { lookup } from "../../core/graph/entries.ts";
import type { CheckReport } from "../../core/service/engine-service.ts";
import type { EditorState } from "../store/editor-state.ts";
import { stateName } from "../store/node-view.ts";
import { terminalOf } from "../store/seen.ts";

type Fault = "leak" | "error";

export type WireView = {
  fault: Fault | undefined;
  /** Something goes along it now. */
  flowing: boolean;
  /** A card that is being dragged would be put on it. */
  aimed: boolean;
  /** It is all that is selected: beside others its words would only lie in the way. */
  alone: boolean;
  reroutes: readonly Position[];
  /** Whether it may be led through points: wires of terminals are no wires of the document. */
  canLead: boolean;
};

const none: readonly Position[] = [];

/** Everything a wire shows of itself. */
export function wireView(state: EditorState, id: string, source: string, target: string): WireView {
  return {
    fault: state.check && faultsOf(state.check).get(id),
    flowing: stateName(state, target) === "running" && state.graph.nodes[source]?.state === undefined,
    aimed: state.aimed === id,
    alone: isAlone(state.selection, id),
    reroutes: lookup(state.graph.view.reroutes ?? {}, id) ?? none,
    canLead: !state.file.readOnly && !terminalOf(source) && !terminalOf(target),
  };
}

function isAlone({ nodes, wires }: EditorState["selection"], id: string): boolean {
  return nodes.size === 0 && wires.size === 1 && wires.has(id);
}

const known = new WeakMap<CheckReport, ReadonlyMap<string, Fault>>();

/** The wires with errors, looked up once for each report: every wire in sight asks after every change. */
export function faultsOf(check: CheckReport): ReadonlyMap<string, Fault> {
  const found = known.get(check);
  if (found) return found;
  const faults = new Map<string, Fault>();
  for (const { wire, severity, code } of check.diagnostics) {
    if (wire === undefined || severity !== "error") continue;
    if (code.startsWith("leakage.")) faults.set(wire, "leak");
    else if (!faults.has(wire)) faults.set(wire, "error");
  }
  known.set(check, faults);
  return faults;
}
