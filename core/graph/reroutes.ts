/**
 * Points that a wire is led through. They are only seen, so they stand in the view and not in the wire; a wire that goes
 * takes them along, whatever command it was that took it away.
 */
import { fail } from "../base/diagnostic.ts";
import type { Json } from "../base/json.ts";
import { checkPosition } from "./checks.ts";
import type { Command } from "./commands.ts";
import type { EntryPath } from "./diff.ts";
import type { Graph, Position } from "./document.ts";
import { type EntryWrites, entryPath, lookup, readEntry } from "./entries.ts";

type Of<Kind extends Command["kind"]> = Extract<Command, { kind: Kind }>;

/** Points in the order in which the wire meets them; none make it run straight from port to port. */
export function setReroutes(graph: Graph, { wire, points }: Of<"setReroutes">): EntryWrites {
  if (lookup(graph.wires, wire) === undefined) fail("command.unknown-wire", { id: wire });
  for (const point of points) checkPosition(wire, point);
  return new Map([[entryPath("view", "reroutes", wire), points.length === 0 ? undefined : points]]);
}

/** The writes, and with each wire that they take away its points, at any depth of groups. */
export function withReroutes(graph: Graph, writes: EntryWrites): EntryWrites {
  const all = new Map<EntryPath, Json | undefined>(writes);
  for (const [path, value] of writes) {
    const [, prefix, wire] =
      (value === undefined && /^((?:groups\/[^/]+\/)*)wires\/([^/]+)$/.exec(path)) || [];
    if (wire === undefined) continue;
    const points = `${prefix}view/reroutes/${wire}`;
    if (!all.has(points) && readEntry(graph, points) !== undefined) all.set(points, undefined);
  }
  return all;
}

/** The points of some wires, as a part of a view: no field where none has any. */
export function pickReroutes(
  { reroutes = {} }: Graph["view"],
  wires: Readonly<Record<string, unknown>>,
): Pick<Graph["view"], "reroutes"> {
  const own = Object.entries(reroutes).filter(([wire]) => Object.hasOwn(wires, wire));
  return own.length === 0 ? {} : { reroutes: Object.fromEntries(own) };
}

/** Points moved and named anew with what they belong to. */
export function movedReroutes(
  { reroutes = {} }: Graph["view"],
  name: (wire: string) => string,
  moved: (at: Position) => Position,
): [wire: string, points: Position[]][] {
  return Object.entries(reroutes).map(([wire, points]) => [name(wire), points.map(moved)]);
}
