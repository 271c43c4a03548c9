/**
 * The document as lines of a tree: nodes after what feeds them, groups as branches. Pure; a line names its node by path,
 * so that a line and a card mean the same at every depth.
 */
import { topologicalOrder } from "../../core/graph/closure.ts";
import type { Graph, GraphDocument } from "../../core/graph/document.ts";
import { lookup } from "../../core/graph/entries.ts";
import { pathOf, type Scope } from "../../core/graph/scope.ts";

export type OutlineRow = {
  path: string;
  /** 1 for the document itself. */
  level: number;
  /** Place among its siblings, from 1, and how many there are. */
  position: number;
  siblings: number;
  /** The type of a node; none for a group. */
  type?: string;
  title?: string;
  /** What is in a group, and whether it is shown. */
  group?: { open: boolean; count: number };
  /** Nodes and groups that feed it, by path; ports of the group around it as `":port"`. */
  feeders: readonly string[];
};

/** The lines that are seen while these groups are closed. */
export function outlineRows(document: GraphDocument, closed: ReadonlySet<string>): OutlineRow[] {
  const rows: OutlineRow[] = [];
  addRows(rows, document, [], closed, new Map());
  return rows;
}

function addRows(
  rows: OutlineRow[],
  graph: Graph,
  scope: Scope,
  closed: ReadonlySet<string>,
  fromOutside: ReadonlyMap<string, readonly string[]>,
): void {
  const feeders = feedersOf(graph, scope);
  const ordered = topologicalOrder(graph);
  const seen = new Set(ordered);
  // Nodes in a circle have no order, and must be found all the same.
  const all = [...Object.keys(graph.nodes), ...Object.keys(graph.groups)];
  const order = [...ordered, ...all.filter((id) => !seen.has(id))];
  order.forEach((id, index) => {
    const path = pathOf(scope, id);
    const common = {
      path,
      level: scope.length + 1,
      position: index + 1,
      siblings: order.length,
      feeders: [...(fromOutside.get(id) ?? []), ...(feeders.get(id) ?? [])],
    };
    const group = lookup(graph.groups, id);
    if (!group) {
      const { type, title } = graph.nodes[id];
      rows.push({ ...common, type, ...(title === undefined ? {} : { title }) });
      return;
    }
    const open = !closed.has(path);
    const count = Object.keys(group.nodes).length + Object.keys(group.groups).length;
    rows.push({ ...common, title: group.title, group: { open, count } });
    if (!open) return;
    const ports = new Map<string, string[]>();
    for (const [port, { to }] of Object.entries(group.inputs))
      for (const [inner] of to) ports.set(inner, [...(ports.get(inner) ?? []), `:${port}`]);
    addRows(rows, group, [...scope, id], closed, ports);
  });
}

function feedersOf(graph: Graph, scope: Scope): Map<string, string[]> {
  const feeders = new Map<string, string[]>();
  for (const { from, to } of Object.values(graph.wires)) {
    const path = pathOf(scope, from[0]);
    const known = feeders.get(to[0]) ?? [];
    if (!known.includes(path)) feeders.set(to[0], [...known, path]);
  }
  return feeders;
}
