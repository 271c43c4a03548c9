/** Which nodes a run is for. */
import { DiagnosticError, fail } from "../base/diagnostic.ts";
import { ancestors } from "../graph/closure.ts";
import type { GraphDocument } from "../graph/document.ts";
import type { Analysis } from "./analysis.ts";

/**
 * The targets and all they need; without targets, everything that is ready. A target is a node's path or a group's,
 * which stands for all that is in it. `document` is flat. Throws `graph.*` and the first problem on the way.
 */
export function wantedNodes(
  document: GraphDocument,
  analysis: Analysis,
  targets: readonly string[] | undefined,
): ReadonlySet<string> {
  if (targets === undefined) {
    const ready = analysis.order.filter((id) => analysis.nodes.get(id)?.ready);
    return ready.length > 0 ? new Set(ready) : fail("graph.nothing-to-run");
  }
  const closure = ancestors(document, expandTargets(document, targets));
  const unready = analysis.diagnostics.find(
    (found) => found.severity === "error" && (found.node === undefined || closure.has(found.node)),
  );
  if (unready) throw new DiagnosticError(unready);
  const wanted = [...closure].filter((id) => analysis.nodes.get(id)?.ready);
  return wanted.length > 0 ? new Set(wanted) : fail("graph.nothing-to-run");
}

/** Node paths for targets that may be groups; throws `graph.no-such-node`. */
export function expandTargets(flat: GraphDocument, targets: readonly string[]): string[] {
  const ids = Object.keys(flat.nodes);
  const known = new Set(ids);
  return targets.flatMap((target) => {
    if (known.has(target)) return [target];
    const inside = ids.filter((id) => id.startsWith(`${target}/`));
    return inside.length > 0 ? inside : fail("graph.no-such-node", { node: target, nodes: ids });
  });
}
