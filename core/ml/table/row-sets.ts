/**
 * Provenance after the run: which rows of which source something is made of. A source is named by the hash of its
 * content, so two files with equal content are one source, and a copied file cannot hide a leak. Rows that a query made
 * are a source of their own, which knows what it was made of: against that, all of them count as shared or none.
 */
import type { RowSet } from "../values.ts";

/**
 * How many rows of `rows` (one id a row in each set, as a table has them) are among `seen`.
 * A joined row counts once, as soon as any of the rows it was made of is there.
 *
 * ```ts
 * import { moons, overlap, split } from "espalier";
 * const { train, test } = split(moons({ rows: 40 }), { test: 0.25 });
 * overlap(test.origin, train.origin); // 0
 * ```
 */
export function overlap(rows: readonly RowSet[], seen: readonly RowSet[]): number {
  const length = rows.reduce((most, set) => Math.max(most, set.ids.length), 0);
  const shared = new Uint8Array(length);
  for (const set of rows) {
    const others = seen.flatMap((other) => comparable(set, other));
    if (others.some((other) => other === "all")) return length;
    const known = membership(others.filter((other) => other !== "all"));
    for (let i = 0; i < set.ids.length; i++) if (known[set.ids[i]] === 1) shared[i] = 1;
  }
  return shared.reduce((count, bit) => count + bit, 0);
}

/**
 * What of `other` the rows of `set` can be compared with one by one: rows of the same source, its own or those it was made of.
 * `"all"` where they can only be compared through what both were made of, and that has rows in common.
 */
function comparable(set: RowSet, other: RowSet): (RowSet | "all")[] {
  if (set.source === other.source) return [other];
  const same = ancestors(other).filter(({ source }) => source === set.source);
  if (same.length > 0) return same;
  const mine = ancestors(set).filter(({ source }) => source === other.source);
  if (mine.length > 0) return mine.some((part) => meet(part, other)) ? ["all"] : [];
  const { from = [] } = set;
  const through = from.some((part) => (other.from ?? []).some((theirs) => overlapping(part, theirs)));
  return through ? ["all"] : [];
}

function overlapping(set: RowSet, other: RowSet): boolean {
  return comparable(set, other).some((one) => one === "all" || meet(set, one));
}

/** Everything that a set's rows were made of, near and far. */
function ancestors({ from = [] }: RowSet): readonly RowSet[] {
  return from.flatMap((set) => [set, ...ancestors(set)]);
}

/** Whether two sets of one source have a row in common. */
function meet(a: RowSet, b: RowSet): boolean {
  const known = membership([b]);
  return a.ids.some((id) => known[id] === 1);
}

/** The union: one set a source, ids sorted and unique. This is the form of what a model has seen. */
export function union(...parts: readonly (readonly RowSet[])[]): readonly RowSet[] {
  const bySource = new Map<string, RowSet[]>();
  for (const set of parts.flat()) {
    const sets = bySource.get(set.source);
    if (sets) sets.push(set);
    else bySource.set(set.source, [set]);
  }
  // Equal sources are equal content made of the same, so any of them says what it was made of.
  return [...bySource].map(([source, sets]) => {
    const { from } = sets[0];
    const ids = sets.length === 1 && ascending(sets[0].ids) ? sets[0].ids : membersOf(membership(sets));
    return { source, ids, ...(from && { from }) };
  });
}

function ascending(ids: Uint32Array): boolean {
  for (let i = 1; i < ids.length; i++) if (ids[i] <= ids[i - 1]) return false;
  return true;
}

/** `[largest id + 1]`, 1 where some set has the id: linear time, one byte a row of the source. */
function membership(sets: readonly RowSet[]): Uint8Array {
  let size = 0;
  for (const { ids } of sets) for (const id of ids) if (id >= size) size = id + 1;
  const member = new Uint8Array(size);
  for (const { ids } of sets) for (const id of ids) member[id] = 1;
  return member;
}

function membersOf(member: Uint8Array): Uint32Array {
  const ids = new Uint32Array(member.reduce((count, bit) => count + bit, 0));
  let next = 0;
  for (let id = 0; id < member.length; id++) if (member[id] === 1) ids[next++] = id;
  return ids;
}
