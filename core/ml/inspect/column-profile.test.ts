/** Profiles against pandas and numpy (test/golden/column-profile.py), and edge cases by hand. */
import { describe, expect, it } from "vitest";
import { golden } from "../../../test/golden/golden.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { profileOf } from "./column-profile.ts";

type Case = { column: (number | null)[]; counts: number[] } & Record<string, number>;
const { cases } = golden<{ cases: Case[] }>("column-profile.json");

describe.each(cases.map((want, i) => [i, want] as const))("column %i", (_, { column, counts, ...want }) => {
  it("is profiled as pandas does", () => {
    const found = profileOf(numberColumn("x", column), column.length);
    if (found.form !== "numbers") throw new Error("no numbers");
    expect(Array.from(found.counts)).toEqual(counts);
    for (const [name, value] of Object.entries(want)) {
      const got = found[name as "mean"];
      expect(Math.abs(got - value), name).toBeLessThanOrEqual(1e-11 * Math.max(1, Math.abs(value)));
    }
    expect(found.infinite).toBe(0);
  });
});

it("counts what is infinite and leaves it out", () => {
  const found = profileOf(
    numberColumn("x", [1, Number.POSITIVE_INFINITY, 3, null, Number.NEGATIVE_INFINITY]),
    5,
  );
  expect(found).toMatchObject({ missing: 1, infinite: 2, least: 1, greatest: 3, mean: 2, distinct: 2 });
});

it("stands without values, with one value, and with the widest range", () => {
  expect(profileOf(numberColumn("x", [null, null]), 2)).toMatchObject({
    missing: 2,
    distinct: 0,
    mean: Number.NaN,
    median: Number.NaN,
    counts: new Float64Array(0),
  });
  expect(profileOf(numberColumn("x", [7, 7]), 2)).toMatchObject({
    least: 7,
    upperQuartile: 7,
    deviation: 0,
    counts: Float64Array.of(2),
  });
  expect(profileOf(numberColumn("x", [7]), 1)).toMatchObject({ deviation: Number.NaN });
  const wide = profileOf(numberColumn("x", [-1.7e308, 0, 1.7e308]), 3, 4);
  expect(wide).toMatchObject({ counts: Float64Array.of(1, 0, 1, 1), median: 0 });
});

it("counts the levels that occur, the most frequent first", () => {
  const column = categoryColumn("k", ["b", "a", null, "b", "c", "a"], { levels: ["a", "b", "c", "never"] });
  expect(profileOf(column, 6)).toEqual({
    form: "levels",
    missing: 1,
    distinct: 3,
    levels: [
      { level: "a", count: 2 },
      { level: "b", count: 2 },
      { level: "c", count: 1 },
    ],
  });
});
