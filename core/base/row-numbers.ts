/** Row numbers as text: `0-4, 7, 9-12`, counted from 0 as the row column of a table shows them, both ends included. */
import { fail } from "./diagnostic.ts";

/** First and last row of a run, both included. */
export type RowRun = readonly [first: number, last: number];

/** No table has more rows: their numbers are 32 bits. */
const most = 2 ** 32 - 1;

/**
 * The runs that a text lists, in its order; they may overlap. Commas, semicolons, spaces and line ends part them.
 * Throws `filter.row-numbers` (values: `part`, what was not understood) and `filter.row-numbers-order`.
 */
export function readRowNumbers(text: string): RowRun[] {
  // "3 - 5" is one run: the parts are told apart only once the spaces around a dash are gone.
  const parts = text.replaceAll(/\s*[-–]\s*/g, "-").split(/[\s,;，；、]+/);
  return parts.filter((part) => part !== "").map(readRun);
}

function readRun(part: string): RowRun {
  const [, from, to = from] = /^(\d{1,10})(?:-(\d{1,10}))?$/.exec(part) ?? [];
  const [first, last] = [Number(from), Number(to)];
  if (from === undefined || first >= most || last >= most)
    return fail("filter.row-numbers", { part: part.slice(0, 40) });
  return first <= last ? [first, last] : fail("filter.row-numbers-order", { first, last });
}

/** The text that lists these numbers, which ascend and do not repeat. */
export function writeRowNumbers(ids: ArrayLike<number>): string {
  const parts: string[] = [];
  for (let at = 0; at < ids.length; at++) {
    const first = ids[at];
    while (at + 1 < ids.length && ids[at + 1] === ids[at] + 1) at++;
    parts.push(first === ids[at] ? String(first) : `${first}-${ids[at]}`);
  }
  return parts.join(", ");
}
