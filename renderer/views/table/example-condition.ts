/** A condition that makes sense for a table, as an example of how one is written. Pure. */
import type { TableLook } from "../../../core/service/look.ts";

/** Over the first column that has a number or a text in the first row; empty where there is none. */
export function exampleCondition({ columns, rows }: Pick<TableLook, "columns" | "rows">): string {
  for (const [at, { name, kind }] of columns.entries()) {
    const cell = rows[0]?.[at];
    if (kind === "numeric" && typeof cell === "number")
      return `${named(name)} > ${Number(cell.toPrecision(3))}`;
    if (kind === "categorical" && typeof cell === "string")
      return `${named(name)} = '${cell.replaceAll("'", "''")}'`;
  }
  return "";
}

/** In quotes, always: a column may be called as SQL calls something. */
function named(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
