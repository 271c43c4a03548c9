/** What commands ask of a graph before they write: shared by the edits of nodes, wires and groups. */
import { fail } from "../base/diagnostic.ts";
import { isId } from "../base/ids.ts";
import { hasNode } from "./closure.ts";
import type { Graph, GroupRecord, NodeRecord, PortRef, Position } from "./document.ts";
import { lookup } from "./entries.ts";

/** Whether a wire may end here: a group's ports are known, a node's are for the check to judge. */
export function checkEnd(document: Graph, [id, port]: PortRef, side: "inputs" | "outputs"): void {
  const group = lookup(document.groups, id);
  if (!group) nodeAt(document, id);
  else if (lookup<object>(group[side], port) === undefined)
    fail("command.no-such-port", { group: id, port, ports: Object.keys(group[side]) }, { node: id });
}

/** Throws unless `id` may name a new node or group here. */
export function checkNewNode(document: Graph, id: string, what: "node" | "group"): void {
  checkId(id, what);
  if (hasNode(document, id)) fail("command.duplicate-id", { id, what }, { node: id });
}

/** The node; throws if there is none. */
export function nodeAt(document: Graph, id: string): NodeRecord {
  return lookup(document.nodes, id) ?? fail("command.unknown-node", { id });
}

/** Throws unless `id` is an id. */
export function checkId(id: string, what: "node" | "wire" | "note" | "frame" | "group"): void {
  if (!isId(id)) fail("command.bad-id", { id, what });
}

/** JSON has no infinity: such a position would be lost on the way to disk. */
export function checkPosition(id: string, [x, y]: Position): void {
  if (!Number.isFinite(x) || !Number.isFinite(y)) fail("command.bad-position", { id });
}

/** The group; throws if there is none. */
export function groupAt(document: Graph, id: string): GroupRecord {
  return lookup(document.groups, id) ?? fail("command.unknown-group", { id });
}
