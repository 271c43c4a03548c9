/** Rows by falling score, equal scores in the order of the table: what every curve over thresholds starts from. */
import type { WorkContext } from "../context.ts";

/** Rows handled between two looks at the cancel flag: about a millisecond. */
export const breath = 65_536;

/** The stable descending order of `scores` (none is `NaN`), `[rows]`; a merge sort, so that it can be cancelled. */
export function descendingOrder(scores: Float64Array, ctx: WorkContext): Uint32Array {
  const rows = scores.length;
  let order = positionsOf(rows);
  let next = new Uint32Array(rows);
  let sinceBreath = 0;
  for (let width = 1; width < rows; width *= 2) {
    for (let start = 0; start < rows; start += 2 * width) {
      merge(scores, order, next, start, width);
      sinceBreath += 2 * width;
      if (sinceBreath < breath) continue;
      ctx.progress(0, 1);
      sinceBreath = 0;
    }
    [order, next] = [next, order];
  }
  return order;
}

function merge(scores: Float64Array, from: Uint32Array, to: Uint32Array, start: number, width: number): void {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(start + 2 * width, from.length);
  let left = start;
  let right = middle;
  for (let at = start; at < end; at++) {
    const takeLeft = right >= end || (left < middle && scores[from[left]] >= scores[from[right]]);
    to[at] = takeLeft ? from[left++] : from[right++];
  }
}

/** 0 … count − 1 */
export function positionsOf(count: number): Uint32Array<ArrayBuffer> {
  const positions = new Uint32Array(count);
  for (let i = 0; i < count; i++) positions[i] = i;
  return positions;
}
