/** Splits that rows alone do not decide: whole groups on one side, or the future on the other. */
import { fail } from "../../base/diagnostic.ts";
import { permutation, type Random } from "../../base/random.ts";
import type { Column, Table } from "../values.ts";
import { byCodePoint } from "./columns.ts";
import { columnsWithRole } from "./table.ts";
import { countMissing } from "./validity.ts";

/**
 * 1 for each row of the training part, `[rows]`: ⌈share·G⌉ of the G groups are drawn for the other one (scikit-learn's
 * `GroupShuffleSplit`; the groups drawn are ours). Throws `split.no-role`, `split.several-roles`, `split.missing-role`
 * and `split.too-few-groups`.
 */
export function groupsLeft(table: Table, share: number, random: Random): Uint8Array {
  const column = onlyColumn(table, "group");
  const { of, groups } = groupsOf(column);
  const away = Math.ceil(share * groups);
  if (groups - away < 1) fail("split.too-few-groups", { column: column.name, groups });
  const chosen = new Uint8Array(groups).fill(1);
  for (const group of permutation(groups, random).subarray(0, away)) chosen[group] = 0;
  return Uint8Array.from(of, (group) => chosen[group]);
}

/**
 * 1 for each of the `count` earliest rows, `[rows]`. Equal moments are in the order of the table. Throws `split.no-role`,
 * `split.several-roles`, `split.missing-role` and `split.time-kind`.
 */
export function earliest(table: Table, count: number): Uint8Array {
  const column = onlyColumn(table, "time");
  if (!("values" in column)) return fail("split.time-kind", { column: column.name, kind: column.kind });
  const { values } = column;
  const order = Uint32Array.from(values, (_, row) => row).sort((a, b) => values[a] - values[b] || a - b);
  const chosen = new Uint8Array(values.length);
  for (const row of order.subarray(0, count)) chosen[row] = 1;
  return chosen;
}

/** The one column with the role, without a missing cell. Throws `split.no-role`, `split.several-roles` and `split.missing-role`. */
export function onlyColumn(table: Table, role: "group" | "time"): Column {
  const columns = columnsWithRole(table, role);
  if (columns.length > 1)
    fail("split.several-roles", { role, columns: columns.map((column) => column.name) });
  const column = columns[0] ?? fail("split.no-role", { role });
  const missing = countMissing(column, table.rowCount);
  if (missing > 0) fail("split.missing-role", { column: column.name, missing, role });
  return column;
}

/** The group of every row, numbered in the order of their names or values: a reader's numbering must not matter. */
export function groupsOf(column: Column): { of: Uint32Array; groups: number } {
  if ("values" in column) {
    const numbers = [...new Set(column.values)].sort((a, b) => a - b);
    const place = new Map(numbers.map((value, group) => [value, group]));
    return { of: Uint32Array.from(column.values, (value) => place.get(value) ?? 0), groups: numbers.length };
  }
  const { codes, levels } = column;
  const occurring = [...new Set(codes)].sort((a, b) => byCodePoint(levels[a], levels[b]));
  const place = new Map(occurring.map((code, group) => [code, group]));
  return { of: Uint32Array.from(codes, (code) => place.get(code) ?? 0), groups: occurring.length };
}
