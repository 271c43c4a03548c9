/**
 * Steps that a learner lacks: gaps filled, categories coded, features scaled, each put between the learner and its fit at
 * the place where its kind belongs, and never a second time.
 */
import type { Repair } from "../base/diagnostic.ts";
import type { Command } from "../graph/commands.ts";
import type { PortRef } from "../graph/document.ts";
import { lookup } from "../graph/entries.ts";
import { splitPath } from "../graph/scope.ts";
import type { NodeAnalysis } from "./analysis.ts";
import { freeNodePath, freeWirePath, newRecord } from "./new-node.ts";
import type { Ground } from "./repairs.ts";

/** One repair for each kind of step that mends `code`, in the order of the registry. */
export function stepRepairs(ground: Ground, code: string, node: string): Repair[] {
  const { document, registry, nodes } = ground;
  const fit = fitBehind(nodes, node);
  const port = fit && learnerPort(fit);
  const entering = fit && port !== undefined ? fit.inputs[port] : undefined;
  if (!fit || port === undefined || !entering) return [];
  return registry.all().flatMap((definition) => {
    const { step } = definition.traits;
    if (!step?.mends.includes(code)) return [];
    const place = placeFor(
      nodes,
      { wire: entering.wire, from: entering.from, to: [fit.id, port] },
      step.order,
    );
    if (isThere(nodes, place.from, definition.id)) return [];
    const { scope } = splitPath(place.to[0]);
    const id = freeNodePath(document, scope, definition.idBase);
    const [a, b] = [place.from[0], place.to[0]].map((end) => lookup(document.view.positions, end) ?? [0, 0]);
    const commands: Command[] = [
      {
        kind: "addNode",
        id,
        node: newRecord(definition, document),
        at: [Math.round((a[0] + b[0]) / 2), Math.round((a[1] + b[1]) / 2)],
      },
      { kind: "removeWires", ids: [place.wire] },
      { kind: "addWire", id: freeWirePath(document, scope), from: place.from, to: [id, step.input] },
      { kind: "addWire", id: place.wire, from: [id, step.output], to: place.to },
    ];
    return [{ code: "insert-step", values: { step: definition.title, node: fit.id }, commands }];
  });
}

/** The node that fits: the one that complains, or the fit whose model it uses. */
function fitBehind(nodes: ReadonlyMap<string, NodeAnalysis>, node: string): NodeAnalysis | undefined {
  const here = nodes.get(node);
  const predict = here?.definition?.traits.predict;
  return predict ? nodes.get(here?.inputs[predict.model]?.from[0] ?? "") : here;
}

function learnerPort({ definition }: NodeAnalysis): string | undefined {
  const { fit, trains } = definition?.traits ?? {};
  return fit?.learner ?? trains?.learner;
}

type Place = { wire: string; from: PortRef; to: PortRef };

/** From the fit towards the learner, past the steps that must come before one of this order. */
function placeFor(nodes: ReadonlyMap<string, NodeAnalysis>, place: Place, order: number): Place {
  const source = nodes.get(place.from[0]);
  const step = source?.definition?.traits.step;
  const before = step && source.inputs[step.input];
  if (!source || !step || !before || step.order >= order) return place;
  return placeFor(nodes, { wire: before.wire, from: before.from, to: [source.id, step.input] }, order);
}

/** Whether such a step stands already between here and the learner. */
function isThere(nodes: ReadonlyMap<string, NodeAnalysis>, from: PortRef, type: string): boolean {
  const source = nodes.get(from[0]);
  const step = source?.definition?.traits.step;
  if (!source || !step) return false;
  const before = source.inputs[step.input];
  return source.definition?.id === type || (before !== undefined && isThere(nodes, before.from, type));
}
