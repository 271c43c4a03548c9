/**
 * Three versions of one entry as one: what it was, what I made of it, what it is now. Records are merged field by
 * field where that makes sense; what has only one meaning as a whole (a wire, a place, a node of another type) is not.
 */
import type { Json } from "../base/json.ts";
import { type EntryPath, sameEntry } from "./diff.ts";

export type Versions = {
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  readonly current: Json | undefined;
};

/** The value that the entry takes. A change of something that is gone stays without effect: removal wins. */
export function mergeEntry(path: EntryPath, versions: Versions, clash: "mine" | "theirs"): Json | undefined {
  const { before, after, current } = versions;
  if (sameEntry(current, before)) return after;
  if (current === undefined && before !== undefined) return undefined;
  if (after === undefined || before === undefined || isWhole(path, versions)) {
    return clash === "mine" ? after : current;
  }
  return mergeFields(versions, clash);
}

/** Fields of records are merged, and those of records within (parameters, words); lists and plain values are not. */
function mergeFields({ before, after, current }: Versions, clash: "mine" | "theirs"): Json | undefined {
  if (sameEntry(after, before)) return current;
  if (sameEntry(current, before) || sameEntry(current, after)) return after;
  if (!isRecord(before) || !isRecord(after) || !isRecord(current)) return clash === "mine" ? after : current;
  const merged: Record<string, Json> = {};
  for (const name of new Set([...Object.keys(current), ...Object.keys(after)])) {
    const own = (record: { readonly [key: string]: Json }) =>
      Object.hasOwn(record, name) ? record[name] : undefined;
    const value = mergeFields({ before: own(before), after: own(after), current: own(current) }, clash);
    if (value !== undefined) merged[name] = value;
  }
  return merged;
}

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isWhole(path: EntryPath, { before, after, current }: Versions): boolean {
  const section = path.split("/").at(-2);
  if (section === "wires") return true;
  if (section !== "nodes") return false;
  // Parameters of one type mean nothing to another.
  const typeOf = (value: Json | undefined) =>
    isRecord(value) ? `${String(value.type)}@${String(value.version)}` : "";
  return new Set([typeOf(before), typeOf(after), typeOf(current)]).size > 1;
}
