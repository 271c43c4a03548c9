/** Rows by their margins: those in some bars of a picture of margins, and how many selected ones stand in each bar. */
import { probabilityMargins } from "../ml/inspect/margins.ts";
import type { RowSet, Value } from "../ml/values.ts";
import type { Marks, Where } from "../service/selection.ts";
import { marginBar, marginBars, voteMarginsOf } from "./look-margins.ts";
import { type Chosen, isTable, membership, notHere, setOf } from "./selection.ts";

type Margins = { set: RowSet; margins: Float64Array; rows: Uint32Array };

/** Throws `selection.not-here` and what margins throw. */
export async function chooseMargins(
  value: Value,
  where: Extract<Where, { by: "margin" }>,
  table: unknown,
): Promise<Chosen> {
  const { set, margins, rows } = (await marginsIn(value, table, where.round)) ?? notHere(where);
  const [first, last] = where.bars;
  const isMeant = (_: number, at: number) => {
    const bar = marginBar(margins[at]);
    return bar >= first && bar <= last;
  };
  return { set, positions: rows.filter(isMeant) };
}

/** Selected rows in each bar. */
export async function marginMarks(
  value: Value,
  selected: RowSet,
  round: number | undefined,
  table: unknown,
): Promise<Marks> {
  const found = await marginsIn(value, table, round);
  if (!found || found.set.source !== selected.source) return { kind: "none" };
  const isIn = membership(selected);
  const { set, rows } = found;
  const margins = found.margins.filter((_, at) => isIn(set.ids[rows[at]]));
  return { kind: "bars", count: margins.length, columns: [marginBars(margins)] };
}

async function marginsIn(value: Value, table: unknown, round?: number): Promise<Margins | undefined> {
  if (value.kind === "predictions" && value.task === "classification")
    return { set: setOf(value.rows), ...probabilityMargins(value) };
  if (value.kind === "model" && isTable(table))
    return { set: setOf(table.origin), ...(await voteMarginsOf(value, table, round)) };
  return undefined;
}
