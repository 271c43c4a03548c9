/** The rows of a bar: half-open parts that meet, the last one closed; levels by name. */
import { expect, it } from "vitest";
import type { ColumnProfileLook } from "../../../core/service/look-detail.ts";
import { barWhere } from "./bar-where.ts";

const facts = { role: "feature", missing: 0, distinct: 3 } as const;
const nothing = { infinite: 0, lowerQuartile: 0, median: 0, upperQuartile: 0, mean: 0, deviation: 0 };
const numbers = { ...nothing, least: 1, greatest: 9, counts: [1, 2, 3, 4] };
const x: ColumnProfileLook = { ...facts, name: "x", kind: "numeric", numbers };

it("are those from one edge to below the next, in the last bar up to the greatest", () => {
  expect([0, 1, 2, 3].map((bar) => barWhere(x, bar))).toEqual([
    { by: "between", columns: { x: [1, 3] }, below: true },
    { by: "between", columns: { x: [3, 5] }, below: true },
    { by: "between", columns: { x: [5, 7] }, below: true },
    { by: "between", columns: { x: [7, 9] } },
  ]);
  const one = { ...x, numbers: { ...numbers, greatest: 1, counts: [7] } };
  expect(barWhere(one, 0)).toEqual({ by: "between", columns: { x: [1, 1] } });
});

it("are those of a level, and unknown beyond the levels that are listed", () => {
  const kind: ColumnProfileLook = {
    ...facts,
    name: "kind",
    kind: "categorical",
    levels: [{ level: "a", count: 3 }],
  };
  expect(barWhere(kind, 0)).toEqual({ by: "level", column: "kind", level: "a" });
  expect(barWhere(kind, 1)).toBeUndefined();
});
