/**
 * The promises between entries, after some were written that knew nothing of the others: every wire's ends exist, an
 * input holds one wire, wires form no cycle, places belong to nodes. The document before was whole, so whatever is
 * wrong now has to do with what was written.
 */
import type { Json } from "../base/json.ts";
import { byCodeUnit, pathBetween, topologicalOrder } from "./closure.ts";
import type { EntryPath } from "./diff.ts";
import type { GraphDocument, WireRecord } from "./document.ts";
import { type EntryWrites, entryPath, lookup } from "./entries.ts";
import { endsNowhere } from "./repair-wires.ts";

export type Settled = {
  /** Further writes that make the document whole again. */
  readonly writes: Map<EntryPath, Json | undefined>;
  /** Written entries that could not stay. */
  readonly lost: EntryPath[];
};

/** What must follow from `written` = `before` with `mine` written into it. */
export function settleWires(
  before: GraphDocument,
  written: GraphDocument,
  mine: EntryWrites,
  clash: "mine" | "theirs",
): Settled {
  const writes = new Map<EntryPath, Json | undefined>();
  const lost: EntryPath[] = [];
  const isMine = (id: string) => mine.has(entryPath("wires", id));
  const wires: Record<string, WireRecord> = {};
  const drop = (id: string) => {
    delete wires[id];
    writes.set(entryPath("wires", id), undefined);
    if (isMine(id)) lost.push(entryPath("wires", id));
  };

  const holders = new Map<string, string>();
  for (const id of Object.keys(written.wires).sort(byCodeUnit)) {
    const wire = written.wires[id];
    if (endsNowhere(written, wire.from, "outputs") || endsNowhere(written, wire.to, "inputs")) {
      drop(id);
      continue;
    }
    const port = JSON.stringify(wire.to);
    const held = holders.get(port);
    const yields = held !== undefined && isMine(id) !== (clash === "mine");
    if (yields) {
      drop(id);
      continue;
    }
    if (held !== undefined) drop(held);
    wires[id] = wire;
    holders.set(port, id);
  }
  dropCycles(written, wires, isMine, drop);
  settlePlaces(before, written, writes);
  for (const id of Object.keys(written.view.reroutes ?? {}))
    if (!Object.hasOwn(wires, id)) writes.set(entryPath("view", "reroutes", id), undefined);
  return { writes, lost };
}

/** Only a wire that was written can close a circle; one after the other, so that two that need each other both get a try. */
function dropCycles(
  written: GraphDocument,
  wires: Record<string, WireRecord>,
  isMine: (id: string) => boolean,
  drop: (id: string) => void,
): void {
  const mine = Object.keys(wires).filter(isMine).sort(byCodeUnit);
  if (mine.length === 0) return;
  // One walk over all tells that nothing is wrong, which is the rule, also when a thousand wires were pasted.
  if (topologicalOrder({ ...written, wires }).length === thingsOf(written).length) return;
  const standing: Record<string, WireRecord> = {};
  for (const [id, wire] of Object.entries(wires)) if (!isMine(id)) standing[id] = wire;
  for (const id of mine) {
    const wire = wires[id];
    if (pathBetween({ ...written, wires: standing }, wire.to[0], wire.from[0])) drop(id);
    else standing[id] = wire;
  }
}

function settlePlaces(
  before: GraphDocument,
  written: GraphDocument,
  writes: Map<EntryPath, Json | undefined>,
): void {
  const { positions } = written.view;
  const things = new Set(thingsOf(written));
  for (const id of Object.keys(positions)) {
    if (!things.has(id)) writes.set(entryPath("view", "positions", id), undefined);
  }
  for (const id of things) {
    if (lookup(positions, id) !== undefined) continue;
    writes.set(entryPath("view", "positions", id), lookup(before.view.positions, id) ?? [0, 0]);
  }
}

/** Nodes and groups share one space of ids, and both have places. */
function thingsOf({ nodes, groups }: GraphDocument): string[] {
  return [...Object.keys(nodes), ...Object.keys(groups)];
}
