/**
 * Mirroring: a learner card is a recipe and runs in no time; what the user wants to see on it is the training of the
 * node that fits it. This finds, for every learner node, that node and the part of its model that belongs to the card.
 */
import type { Analysis, NodeAnalysis } from "./analysis.ts";

export type Mirror = {
  /** The node that fits. */
  readonly node: string;
  /** Part of the model: `""` for the learner that is fitted, `"learner"` for its part of that name, and so on. */
  readonly path: string;
};

/**
 * Learner node → the node that fits it many times over, such as a cross-validation: there is no one model to show, so only
 * its progress is mirrored, and only where no single fit is.
 */
export function trainersOf(analysis: Analysis): ReadonlyMap<string, string> {
  const fitted = mirrorsOf(analysis);
  const trainers = new Map<string, string>();
  for (const id of analysis.order) {
    const node = analysis.nodes.get(id);
    const trains = node?.definition?.traits.trains;
    const learner = trains && node.inputs[trains.learner]?.from[0];
    if (learner !== undefined && !fitted.has(learner) && !trainers.has(learner)) trainers.set(learner, id);
  }
  return trainers;
}

/** Learner node → whose training it shows. The first fit in topological order wins. */
export function mirrorsOf(analysis: Analysis): ReadonlyMap<string, Mirror> {
  const mirrors = new Map<string, Mirror>();
  for (const id of analysis.order) {
    const node = analysis.nodes.get(id);
    const fit = node?.definition?.traits.fit;
    if (node && fit) follow(node, fit.learner, "", id);
  }
  return mirrors;

  function follow(node: NodeAnalysis, port: string, path: string, fitNode: string): void {
    const source = analysis.nodes.get(node.inputs[port]?.from[0] ?? "");
    if (!source || mirrors.has(source.id)) return;
    mirrors.set(source.id, { node: fitNode, path });
    for (const [name, input] of Object.entries(source.inputs)) {
      if (input.type.kind === "learner")
        follow(source, name, path === "" ? name : `${path}.${name}`, fitNode);
    }
  }
}
