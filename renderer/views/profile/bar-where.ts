/** The rows that a bar of a column profile stands for. Pure. */
import type { ColumnProfileLook } from "../../../core/service/look-detail.ts";
import type { Where } from "../../../core/service/selection.ts";

/**
 * By position among the column's bars; `undefined` for the bar of what lies beyond the levels that are listed. A bar of numbers
 * holds its low end, and its high end only if it is the last: the ends are worked out as the engine does, to the last digit.
 */
export function barWhere({ name, numbers, levels = [] }: ColumnProfileLook, bar: number): Where | undefined {
  if (!numbers) {
    const level = levels[bar]?.level;
    return level === undefined ? undefined : { by: "level", column: name, level };
  }
  const { least, greatest, counts } = numbers;
  if (least === null || greatest === null) return undefined;
  const edge = (at: number) => 2 * (least / 2 + at * ((greatest / 2 - least / 2) / counts.length));
  const last = bar === counts.length - 1;
  const ends = [bar === 0 ? least : edge(bar), last ? greatest : edge(bar + 1)] as const;
  return { by: "between", columns: { [name]: ends }, ...(last ? {} : { below: true }) };
}
