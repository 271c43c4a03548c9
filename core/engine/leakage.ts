/**
 * Repairs for leakage: given a wire of predictions into an evaluation that scores rows the model has seen, find the
 * fewest wires to change so that fit and score stand on different parts of one split. Knows nodes by their traits only.
 */
import type { Repair } from "../base/diagnostic.ts";
import type { Command } from "../graph/commands.ts";
import type { GraphDocument, PortRef } from "../graph/document.ts";
import { lookup } from "../graph/entries.ts";
import { splitPath } from "../graph/scope.ts";
import type { Registry } from "../node/registry.ts";
import type { NodeAnalysis } from "./analysis.ts";
import { freeNodePath, freeWirePath, newRecord } from "./new-node.ts";

/** Repairs for the leak that enters `node` through `port`, best first. */
export function leakageRepairs(
  document: GraphDocument,
  registry: Registry,
  nodes: ReadonlyMap<string, NodeAnalysis>,
  node: string,
  port: string,
): Repair[] {
  const ends = dataWires(nodes, node, port);
  if (!ends) return [];
  const { fitted, scored } = ends;
  for (const end of [fitted, scored]) {
    const split = splitBehind(nodes, end.from);
    const repair = split && standOnBothParts(split, fitted, scored);
    if (repair) return [repair];
  }
  const mixing = mixingNode(nodes, fitted.from);
  if (mixing !== undefined) return [leaveOut(mixing)];
  return standOnOneSplit(nodes, fitted, scored) ?? insertSplit(document, registry, fitted, scored);
}

/** The node after which rows cannot be told apart any more: its table has rows twice, and those that it reads do not. */
function mixingNode(nodes: ReadonlyMap<string, NodeAnalysis>, from: PortRef): string | undefined {
  if (!repeats(nodes, from)) return undefined;
  const inputs = Object.values(nodes.get(from[0])?.inputs ?? {});
  const earlier = inputs.find((input) => repeats(nodes, input.from));
  return earlier ? mixingNode(nodes, earlier.from) : from[0];
}

function leaveOut(node: string): Repair {
  const commands: Command[] = [{ kind: "setNode", node, fields: ["state"], state: "bypassed" }];
  return { code: "leave-out-mixing", values: { node }, commands };
}

/** The fit stands on a part, or the score does: the other takes the other part of the same split. */
function standOnOneSplit(
  nodes: ReadonlyMap<string, NodeAnalysis>,
  fitted: DataWire,
  scored: DataWire,
): Repair[] | undefined {
  const behindFit = splitBehind(nodes, fitted.from);
  if (behindFit && equalRef(fitted.from, [behindFit.node, behindFit.train]))
    return [rewire("use-test-part", behindFit, scored, behindFit.test)];
  const behindScore = splitBehind(nodes, scored.from);
  if (behindScore && equalRef(scored.from, [behindScore.node, behindScore.test]))
    return [rewire("use-training-part", behindScore, fitted, behindScore.train)];
  return undefined;
}

function rewire(code: string, split: SplitBehind, wire: DataWire, port: string): Repair {
  const commands: Command[] = [
    { kind: "removeWires", ids: [wire.wire] },
    { kind: "addWire", id: wire.wire, from: [split.node, port], to: wire.to },
  ];
  return { code, values: { split: split.node }, commands };
}

function repeats(nodes: ReadonlyMap<string, NodeAnalysis>, [node, port]: PortRef): boolean {
  const type = nodes.get(node)?.outputs[port];
  return type?.kind === "table" && type.repeats === true;
}

type DataWire = { wire: string; from: PortRef; to: PortRef };

/** The wires that bring the table to the fit and to the prediction behind an evaluation. */
function dataWires(
  nodes: ReadonlyMap<string, NodeAnalysis>,
  node: string,
  port: string,
): { fitted: DataWire; scored: DataWire } | undefined {
  const predict = nodes.get(nodes.get(node)?.inputs[port]?.from[0] ?? "");
  const predictPorts = predict?.definition?.traits.predict;
  if (!predict || !predictPorts) return undefined;
  const fit = nodes.get(predict.inputs[predictPorts.model]?.from[0] ?? "");
  const fitPorts = fit?.definition?.traits.fit;
  if (!fit || !fitPorts) return undefined;
  const scored = predict.inputs[predictPorts.data];
  const fitted = fit.inputs[fitPorts.data];
  if (!scored || !fitted) return undefined;
  return {
    scored: { wire: scored.wire, from: scored.from, to: [predict.id, predictPorts.data] },
    fitted: { wire: fitted.wire, from: fitted.from, to: [fit.id, fitPorts.data] },
  };
}

type SplitBehind = { node: string; train: string; test: string; source: PortRef | undefined };

/** The split whose output `from` is, if it is one. */
function splitBehind(nodes: ReadonlyMap<string, NodeAnalysis>, from: PortRef): SplitBehind | undefined {
  const source = nodes.get(from[0]);
  const ports = source?.definition?.traits.split;
  if (!source || !ports) return undefined;
  return { node: source.id, train: ports.train, test: ports.test, source: source.inputs[ports.input]?.from };
}

/** Fit and score both stand on a split's parts or its source: the fit takes the training part, the score the other. */
function standOnBothParts(split: SplitBehind, fitted: DataWire, scored: DataWire): Repair | undefined {
  const train: PortRef = [split.node, split.train];
  const test: PortRef = [split.node, split.test];
  const within = (from: PortRef) => [train, test, split.source].some((part) => equalRef(from, part));
  if (!within(fitted.from) || !within(scored.from)) return undefined;
  const moves = [
    { wire: fitted, part: train },
    { wire: scored, part: test },
  ].filter(({ wire, part }) => !equalRef(wire.from, part));
  if (moves.length === 0) return undefined;
  const code =
    moves.length === 2 ? "use-both-parts" : moves[0].wire === fitted ? "use-training-part" : "use-test-part";
  const commands: Command[] = [
    { kind: "removeWires", ids: moves.map(({ wire }) => wire.wire) },
    ...moves.map(({ wire, part }): Command => ({ kind: "addWire", id: wire.wire, from: part, to: wire.to })),
  ];
  return { code, values: { split: split.node }, commands };
}

/** Puts a split behind the table of the fit; fit and score stand on its parts from now on. */
function insertSplit(
  document: GraphDocument,
  registry: Registry,
  fitted: DataWire,
  scored: DataWire,
): Repair[] {
  const splitter = registry.all().find((candidate) => candidate.traits.split);
  const ports = splitter?.traits.split;
  if (!splitter || !ports) return [];
  const { scope } = splitPath(fitted.to[0]);
  const id = freeNodePath(document, scope, splitter.idBase);
  const feed = freeWirePath(document, scope);
  const [sourceId] = fitted.from;
  const at = lookup(document.view.positions, sourceId) ?? [0, 0];
  const commands: Command[] = [
    { kind: "addNode", id, node: newRecord(splitter, document), at: [at[0] + 240, at[1]] },
    { kind: "removeWires", ids: [fitted.wire, scored.wire] },
    { kind: "addWire", id: feed, from: fitted.from, to: [id, ports.input] },
    { kind: "addWire", id: fitted.wire, from: [id, ports.train], to: fitted.to },
    { kind: "addWire", id: scored.wire, from: [id, ports.test], to: scored.to },
  ];
  return [{ code: "insert-split", values: { after: sourceId }, commands }];
}

function equalRef(a: PortRef, b: PortRef | undefined): boolean {
  return b !== undefined && a[0] === b[0] && a[1] === b[1];
}
