/**
 * Groups seen from outside the engine, which itself knows flat graphs only: what a group card shows, what its wires
 * carry, and how a repair that was found in the flat graph reads in the nested one.
 */
import type { Diagnostic, Repair } from "../base/diagnostic.ts";
import type { Command } from "../graph/commands.ts";
import type { Graph, GraphDocument } from "../graph/document.ts";
import { lookup } from "../graph/entries.ts";
import { sourceOf, wirePath } from "../graph/flatten.ts";
import { graphAt, pathOf, type Scope, splitPath } from "../graph/scope.ts";
import type { Freshness, NodeReport } from "../service/engine-service.ts";
import type { WireType } from "../types/wire-type.ts";
import type { Analysis } from "./analysis.ts";

/** From best to worst: a group is as fresh as the least fresh node in it. */
const worst: readonly Freshness[] = ["cached", "stale", "new", "unready"];

/** The reports of all groups by path, made from those of the nodes inside. */
export function groupReports(
  document: GraphDocument,
  analysis: Analysis,
  nodes: Readonly<Record<string, NodeReport>>,
): Record<string, NodeReport> {
  const reports: Record<string, NodeReport> = {};
  eachGraph(document, [], (graph, scope) => {
    for (const [id, group] of Object.entries(graph.groups)) {
      const path = pathOf(scope, id);
      const inside = Object.entries(nodes).filter(([node]) => node.startsWith(`${path}/`));
      const active = inside.filter(([node]) => analysis.nodes.get(node)?.record.state === undefined);
      const outputs: Record<string, WireType> = {};
      for (const port of Object.keys(group.outputs)) {
        const source = sourceOf(graph, scope, [id, port]);
        const type = source && analysis.nodes.get(source[0])?.outputs[source[1]];
        if (type) outputs[port] = type;
      }
      const total = (field: "ms" | "bytes") =>
        inside.reduce((sum, [, report]) => sum + (report[field] ?? 0), 0);
      const known = inside.some(([, report]) => report.ms !== undefined);
      reports[path] = {
        freshness: worst[Math.max(0, ...active.map(([, { freshness }]) => worst.indexOf(freshness)))],
        outputs,
        ...(known ? { ms: total("ms"), bytes: total("bytes") } : {}),
      };
    }
  });
  return reports;
}

/** What each wire carries, by path, where it is known. */
export function wireTypes(document: GraphDocument, analysis: Analysis): Record<string, WireType> {
  const types: Record<string, WireType> = {};
  eachGraph(document, [], (graph, scope) => {
    for (const [id, { from }] of Object.entries(graph.wires)) {
      const source = sourceOf(graph, scope, from);
      const type = source && analysis.nodes.get(source[0])?.outputs[source[1]];
      if (type) types[pathOf(scope, id)] = type;
    }
  });
  return types;
}

/**
 * The same diagnostic with wires called by the paths that the document knows, and repairs as commands for the graph
 * they belong to. A repair that would reach over the edge of a group has no such command and is left out.
 */
export function placed(document: GraphDocument, found: Diagnostic): Diagnostic {
  const wire = found.wire === undefined ? {} : { wire: wirePath(found.wire) };
  if (!found.repairs || Object.keys(document.groups).length === 0) return { ...found, ...wire };
  const repairs = found.repairs.flatMap((repair) => localRepair(document, repair));
  const { repairs: _, ...rest } = found;
  return { ...rest, ...wire, ...(repairs.length > 0 ? { repairs } : {}) };
}

function localRepair(document: GraphDocument, repair: Repair): Repair[] {
  // Made by this engine a moment ago, so commands they are; new ids may be paths, which the schema would refuse.
  const commands = repair.commands as readonly Command[];
  // Something that the page does is the same at every depth.
  if (commands.length === 0) return [repair];
  const scopes = new Set(commands.flatMap(pathsIn).map((path) => splitPath(path).scope.join("/")));
  if (scopes.size !== 1) return [];
  const [key = ""] = scopes;
  const scope = key === "" ? [] : key.split("/");
  const graph = graphAt(document, scope);
  if (!graph || !commands.every((command) => fits(graph, command, scope))) return [];
  const local = commands.map((command) => turnPaths(command, (path) => splitPath(path).id));
  if (scope.length === 0) return [{ ...repair, commands: local }];
  return [{ ...repair, commands: local.map((command) => ({ kind: "within", groups: scope, command })) }];
}

/** A wire that is rewired must itself stand in this graph: seen flat, it may come from far outside. */
function fits(graph: Graph, command: Command, scope: Scope): boolean {
  if (command.kind !== "removeWires") return true;
  return command.ids.every((id) => {
    const { scope: at, id: own } = splitPath(id);
    const wire = lookup(graph.wires, own);
    return (
      at.join("/") === scope.join("/") &&
      wire !== undefined &&
      [wire.from, wire.to].every(([end]) => lookup(graph.groups, end) === undefined)
    );
  });
}

function pathsIn(command: Command): string[] {
  const paths: string[] = [];
  turnPaths(command, (path) => {
    paths.push(path);
    return path;
  });
  return paths;
}

/** The command with every node's and wire's name turned. Only the kinds that repairs are made of. */
function turnPaths(command: Command, turn: (path: string) => string): Command {
  switch (command.kind) {
    case "addNode":
      return { ...command, id: turn(command.id) };
    case "addWire":
      return {
        ...command,
        id: turn(command.id),
        from: [turn(command.from[0]), command.from[1]],
        to: [turn(command.to[0]), command.to[1]],
      };
    case "removeWires":
      return { ...command, ids: command.ids.map(turn) };
    case "setParam":
    case "setNode":
    case "replaceNode":
      return { ...command, node: turn(command.node) };
    default:
      return command;
  }
}

function eachGraph(graph: Graph, scope: Scope, visit: (graph: Graph, scope: Scope) => void): void {
  visit(graph, scope);
  for (const [id, group] of Object.entries(graph.groups)) eachGraph(group, [...scope, id], visit);
}
