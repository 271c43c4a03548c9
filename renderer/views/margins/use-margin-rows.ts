/** The rows behind the bars of margins: selecting those of a bar, and how many selected ones each bar holds. */
import type { How } from "../../store/row-selection.ts";
import { nowhere } from "../../store/use-fed.ts";
import { type RowSource, useMarks, useSelectRows } from "../../store/use-row-selection.ts";

export type MarginRows = {
  /** Selected rows by bar; `undefined` while nothing is selected. */
  readonly marked: readonly number[] | undefined;
  readonly choose: ((bar: number, how: How) => void) | undefined;
};

/** `table`: the rows that a model was fitted on, after `round` rounds; left out for predictions, which have rows of their own. */
export function useMarginRows(source: RowSource, round?: number, table?: RowSource): MarginRows {
  const known = table !== nowhere;
  const of = {
    ...(round === undefined ? {} : { round }),
  };
  const place = table && { table: { signature: table.signature, port: table.port } };
  const marks = useMarks(known ? source : nowhere, { margins: of, ...place });
  const select = useSelectRows(source);
  const choose = (bar: number, how: How) =>
    select?.({ by: "margin", bars: [bar, bar], ...of, ...place }, how);
  return {
    marked: marks?.kind === "bars" ? marks.columns[0] : undefined,
    choose: select && known ? choose : undefined,
  };
}
