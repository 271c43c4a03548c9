/** Columns chosen, renamed and given other roles. Rows and their origin stay as they are. */
import { fail } from "../../base/diagnostic.ts";
import type { ColumnRole } from "../../base/table-facts.ts";
import type { Table } from "../values.ts";
import { columnNamed } from "./table.ts";

export type SelectOptions = {
  /** The columns that are kept. Default: all. */
  columns?: readonly string[];
  /** The columns that are left out. Default: none. */
  without?: readonly string[];
  /** New names, by the old ones. */
  rename?: Readonly<Record<string, string>>;
  /** Roles, by the old names. */
  roles?: Readonly<Record<string, ColumnRole>>;
};

/**
 * The table with fewer columns, other names, other roles; the order of the columns stays. Names in the options are those
 * that the columns have before. Throws `table.unknown-column`, `table.no-columns`, `table.duplicate-column`.
 *
 * ```ts
 * import { moons, select } from "espalier";
 * const table = select(moons(), { without: ["y"], rename: { x: "length" } });
 * table.columns.map((column) => column.name); // ["length", "class"]
 * ```
 */
export function select(table: Table, options: SelectOptions = {}): Table {
  const { columns, without = [], rename = {}, roles = {} } = options;
  const named = [...(columns ?? []), ...without, ...Object.keys(rename), ...Object.keys(roles)];
  const before = new Set(table.columns.map((column) => column.name));
  for (const name of named) if (!before.has(name)) columnNamed(table, name);
  const kept = selected(table.columns, options);
  if (kept.length === 0) fail("table.no-columns");
  const names = new Set<string>();
  for (const { name } of kept) {
    if (names.has(name)) fail("table.duplicate-column", { column: name });
    names.add(name);
  }
  return { ...table, columns: kept };
}

/** The same on columns, or on what is known of them before a run: unknown names are passed over. */
export function selected<C extends { name: string; role: ColumnRole }>(
  all: readonly C[],
  { columns, without = [], rename = {}, roles = {} }: SelectOptions,
): C[] {
  const wanted = columns && new Set(columns);
  const unwanted = new Set(without);
  return all
    .filter(({ name }) => (wanted?.has(name) ?? true) && !unwanted.has(name))
    .map((column) => ({
      ...column,
      name: Object.hasOwn(rename, column.name) ? rename[column.name] : column.name,
      role: Object.hasOwn(roles, column.name) ? roles[column.name] : column.role,
    }));
}
