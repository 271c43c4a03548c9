/** Differences between two documents as lines to read: which entry, and of a record only the fields that differ. */
import { equalJson, type Json } from "../../core/base/json.ts";
import type { Difference } from "../../core/service/host-service.ts";

export type DifferenceLine = {
  /** `nodes/ada` → kind `nodes`, name `ada`; a single field has no name. */
  kind: string;
  name: string;
  /** The field within, e.g. `rounds`; empty where the whole entry differs. */
  field: string;
  mine: string | undefined;
  theirs: string | undefined;
};

const longest = 60;

/** One line for each field that differs, sorted by entry. */
export function differenceLines(differences: readonly Difference[]): DifferenceLine[] {
  return differences.flatMap(({ path, mine, theirs }) => {
    const names = path.split("/");
    const name = names.length > 1 ? (names.pop() ?? "") : "";
    const kind = names.at(-1) ?? path;
    const fields = isRecord(mine) && isRecord(theirs) ? fieldsThatDiffer(mine, theirs) : [];
    if (fields.length === 0) return [{ kind, name, field: "", mine: shown(mine), theirs: shown(theirs) }];
    return fields.map(([field, a, b]) => ({ kind, name, field, mine: shown(a), theirs: shown(b) }));
  });
}

type Fields = { readonly [key: string]: Json };

function fieldsThatDiffer(mine: Fields, theirs: Fields): [string, Json | undefined, Json | undefined][] {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].sort();
  return names.flatMap((name) => {
    const [a, b] = [mine[name], theirs[name]];
    if (equalJson(a, b)) return [];
    // Parameters are told one by one.
    if (name === "params" && isRecord(a) && isRecord(b)) return fieldsThatDiffer(a, b);
    return [[name, a, b] as [string, Json | undefined, Json | undefined]];
  });
}

function isRecord(value: Json | undefined): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A node or wire is told by what it is, not by all that is in it. */
function shown(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined;
  const text =
    isRecord(value) && typeof value.type === "string"
      ? value.type
      : typeof value === "string"
        ? value
        : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
