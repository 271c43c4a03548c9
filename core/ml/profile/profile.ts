/**
 * The profile of a table or of a file: kinds, gaps, levels, what is odd, and the target. Bounded: of a file with more
 * than 200,000 rows every so-many-th is looked at, so that a file sorted by class is still seen whole.
 */
import { stat } from "node:fs/promises";
import type { ColumnKind, Task } from "../../base/table-facts.ts";
import type {
  ColumnProfile,
  ColumnSign,
  ProfileQuestion,
  TableProfile,
  TargetProfile,
  TargetReason,
} from "../../base/table-profile.ts";
import { quietContext, type WorkContext } from "../context.ts";
import { readHead } from "../table/csv-check.ts";
import { probeTable, type ReadOptions, readTable } from "../table/read-table.ts";
import { columnNamed } from "../table/table.ts";
import type { Column, Table } from "../values.ts";
import { columnFacts, type MeasuredColumn, signsOf } from "./column-signs.ts";
import { givesAway, oneClassFirst, targetCells } from "./gives-away.ts";
import { guessTarget, taskOf } from "./guess-target.ts";

/** The most rows that are looked at. */
export const mostRows = 200_000;

/**
 * The profile of a file, with the target that is asked for or else guessed. Throws what `readTable` throws, and
 * `table.unknown-column` for a target that is not there.
 *
 * ```ts
 * const { target } = await profileFile("data/iris.csv");
 * target?.column; // "species"
 * ```
 */
export async function profileFile(
  path: string,
  options: ReadOptions = {},
  question: ProfileQuestion = {},
  context: WorkContext = quietContext,
): Promise<TableProfile> {
  const every = Math.max(1, Math.ceil((await aboutRows(path, options)) / mostRows));
  const diagnostics: TableProfile["diagnostics"][number][] = [];
  const table = await readTable(
    path,
    { ...options, every: (options.every ?? 1) * every },
    { ...context, warn: (found) => diagnostics.push(found) },
  );
  return { ...profileTable(table, question, context), every, diagnostics };
}

/** The profile of a table. Throws `table.unknown-column` for a target that is not there. */
export function profileTable(
  table: Table,
  question: ProfileQuestion = {},
  context: WorkContext = quietContext,
): Omit<TableProfile, "every" | "diagnostics"> {
  const measured = table.columns.map((column) => {
    context.progress(0, 1);
    return columnFacts(column, table.rowCount);
  });
  const signs = measured.map((column) => [...signsOf(column, table.rowCount)]);
  const target = targetOf(
    table,
    measured,
    signs.map((found) => found[0]?.kind),
    question,
  );
  if (target) {
    const truth = targetCells(columnNamed(table, target.column), target.task, table.rowCount);
    table.columns.forEach((column, at) => {
      context.progress(0, 1);
      const away = column.name === target.column ? undefined : givesAway(column, truth, table.columns.length);
      if (away) signs[at] = [away, ...signs[at]];
      if (column.name === target.column) signs[at] = [];
      const early = target.task === "classification" && oneClassFirst(column, truth);
      if (early) signs[at] = signs[at].map(withoutOrder);
    });
  }
  const columns = measured.map(
    ({ name, kind, missing, distinct, examples }, at): ColumnProfile => ({
      name,
      kind,
      missing,
      distinct,
      examples,
      signs: signs[at],
    }),
  );
  return { rows: table.rowCount, columns, ...(target && { target }) };
}

function withoutOrder(sign: ColumnSign): ColumnSign {
  return sign.kind === "date" && sign.orders === "yes" ? { kind: "date", orders: "one-class" } : sign;
}

function targetOf(
  table: Table,
  measured: readonly MeasuredColumn[],
  gravest: readonly (string | undefined)[],
  { target, task }: ProfileQuestion,
): TargetProfile | undefined {
  const found: { name: string; reason: TargetReason } | undefined =
    target === undefined ? guessTarget(measured, gravest) : { name: target, reason: { kind: "chosen" } };
  if (!found) return undefined;
  const column = columnNamed(table, found.name);
  const facts = measured.find(({ name }) => name === found.name);
  if (!facts) return undefined;
  const natural = taskOf(facts);
  const either = canBeNumbers(column.kind) && facts.distinct <= mostClasses;
  const asked: Task = either || !canBeNumbers(column.kind) ? (task ?? natural) : "regression";
  const chosen: Task = canBeNumbers(column.kind) ? asked : "classification";
  const head = { column: found.name, reason: found.reason, task: chosen, either };
  if (chosen === "regression") return { ...head, spread: spreadOf(column) };
  return { ...head, smallestClass: smallestClass(column) };
}

/** Numbers with more different values than this are not offered as classes. */
const mostClasses = 50;

function canBeNumbers(kind: ColumnKind): boolean {
  return kind === "numeric";
}

function spreadOf(column: Column): number {
  if (!("values" in column)) return 0;
  const present = column.values.filter(Number.isFinite);
  const mean = present.reduce((sum, value) => sum + value, 0) / present.length;
  const squares = present.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return present.length > 1 ? Math.sqrt(squares / (present.length - 1)) : 0;
}

function smallestClass(column: Column): number {
  const counts = new Map<number, number>();
  const cells = "values" in column ? column.values : column.codes;
  for (const cell of cells) {
    if ("codes" in column ? cell < 0 : Number.isNaN(cell)) continue;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return counts.size === 0 ? 0 : [...counts.values()].reduce((least, count) => Math.min(least, count));
}

/** The rows of a file: as it says itself, or, for a large text, about as many as its beginning lets expect. */
async function aboutRows(path: string, options: ReadOptions): Promise<number> {
  const { rows } = await probeTable(path, options);
  if (rows !== undefined) return rows;
  const { head } = await readHead(path, 1024 * 1024);
  let lines = 1;
  for (let at = head.indexOf(10); at >= 0; at = head.indexOf(10, at + 1)) lines++;
  return ((await stat(path)).size / head.length) * lines;
}
