/** Sample weights of a round → what a view draws of them. */
import { axesOf, evenlyOf, planeOf } from "../ml/inspect/plane.ts";
import { type WeightsOfRound, weightsOfRound } from "../ml/inspect/sample-weights.ts";
import type { Table, Trace } from "../ml/values.ts";
import type { WeightsLook } from "../service/look-detail.ts";
import { mostPoints, planePoints, sourceRow, targetCell } from "./look-plane.ts";

const mostRanks = 400;
const mostHeaviest = 50;

/** D_m of `round`; on the plane of `table`, the training rows, where it is known and has just two features of numbers. */
export function weightsLook(trace: Trace, round: number, table: Table | undefined): WeightsLook {
  const found = weightsOfRound(trace, round);
  const { weights, order, effective } = found;
  const known = table?.rowCount === weights.length ? table : undefined;
  const shown = evenlyOf(Uint32Array.from(order.keys()), mostRanks);
  const plane = known && weightsPlane(known, found);
  return {
    round,
    rows: weights.length,
    effective,
    ranks: Array.from(shown, (rank) => rank + 1),
    weights: Array.from(shown, (rank) => weights[order[rank]]),
    heaviest: Array.from(order.subarray(0, mostHeaviest), (row) => ({
      row: known ? sourceRow(known, row) : row,
      at: row,
      weight: weights[row],
      target: targetCell(known, row),
    })),
    ...(plane ? { plane } : {}),
  };
}

function weightsPlane(table: Table, { weights, order }: WeightsOfRound): WeightsLook["plane"] {
  const features = table.columns.flatMap(({ role, name }) => (role === "feature" ? [name] : []));
  const [x, y] = axesOf(table, features);
  if (features.length !== 2 || !x || !y) return undefined;
  const plane = planeOf(table, x, y);
  const rows = worthSeeing(plane.rows, order);
  return { ...planePoints(table, plane, rows), weights: Array.from(rows, (row) => weights[row]) };
}

/** All rows, or half of the room for the heaviest and the rest spread over the table: a cloud, with its giants. */
function worthSeeing(rows: Uint32Array, order: Uint32Array): Uint32Array {
  if (rows.length <= mostPoints) return rows;
  const there = new Set(rows);
  const heaviest = order.filter((row) => there.has(row)).subarray(0, mostPoints / 2);
  const chosen = new Set([...heaviest, ...evenlyOf(rows, mostPoints / 2)]);
  return Uint32Array.from(chosen).sort();
}
