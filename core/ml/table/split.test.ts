/** Splits: scikit-learn's sizes (test/golden/split-sizes.py), disjoint parts, refusals. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { golden } from "../../../test/golden/golden.ts";
import type { Table } from "../values.ts";
import { categoryColumn, numberColumn } from "./columns.ts";
import { moons } from "./generate.ts";
import { overlap } from "./row-sets.ts";
import { split } from "./split.ts";
import { columnNamed, tableFrom } from "./table.ts";

type Case = { counts: number[]; test: number; train: number[]; rest: number[]; tied: boolean };

describe("stratified sizes", () => {
  it.each(golden<{ cases: Case[] }>("split-sizes.json").cases)("of $counts at $test", (want) => {
    const table = classes(want.counts.map((count, k) => ({ name: String(k), count })));
    const { train, test } = split(table, { test: want.test, stratify: true, seed: 7 });
    // Where scikit-learn draws among equal remainders, only the totals are comparable.
    const sizes = want.tied ? [sum(want.train), sum(want.rest)] : [want.train, want.rest];
    const got = want.tied
      ? [train.rowCount, test.rowCount]
      : [train, test].map((part) => counts(part, want.counts.length));
    expect(got).toEqual(sizes);
  });
});

describe("any split", () => {
  it("shares out all rows, none twice, in order", () => {
    const sizes = fc.tuple(
      fc.integer({ min: 2, max: 200 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.integer(),
    );
    fc.assert(
      fc.property(sizes, ([rows, share, seed]) => {
        const table = moons({ rows });
        if (Math.ceil(share * rows) >= rows) {
          expect(() => split(table, { test: share, seed })).toThrow(/split.too-few-rows/);
          return;
        }
        const { train, test } = split(table, { test: share, seed });
        expect(test.rowCount).toBe(Math.ceil(share * rows));
        expect(overlap(test.origin, train.origin)).toBe(0);
        const ids = [...train.origin[0].ids, ...test.origin[0].ids];
        expect(ids.sort((a, b) => a - b)).toEqual([...Array(rows).keys()]);
        expect([...train.origin[0].ids]).toEqual([...train.origin[0].ids].sort((a, b) => a - b));
      }),
    );
  });

  it("draws the same rows however the levels are numbered", () => {
    const texts = ["b", "a", "b", "a", "c", "c", "a", "b", "c", "a"];
    const ids = (levels: string[]): number[] => {
      const table = tableFrom({
        columns: [categoryColumn("y", texts, { role: "target", levels })],
        source: "s",
      });
      return [...split(table, { test: 0.3, stratify: true, seed: 1 }).train.origin[0].ids];
    };
    expect(ids(["a", "b", "c"])).toEqual(ids(["c", "a", "b"]));
  });
});

describe("refused", () => {
  const plain = tableFrom({ columns: [numberColumn("x", [1, 2, 3, 4])], source: "s" });
  const numeric = tableFrom({ columns: [numberColumn("y", [1, 2, 3, 4], { role: "target" })], source: "s" });
  const holes = tableFrom({
    columns: [categoryColumn("y", ["a", null, "a", "b"], { role: "target" })],
    source: "s",
  });
  it.each([
    ["split.share", moons(), { test: 0 }],
    ["split.share", moons(), { test: 1 }],
    ["split.too-few-rows", classes([{ name: "a", count: 1 }]), {}],
    ["split.no-target", plain, { stratify: true }],
    ["split.target-not-classes", numeric, { stratify: true }],
    ["split.missing-target", holes, { stratify: true }],
    [
      "split.single-row-class",
      classes([
        { name: "a", count: 5 },
        { name: "b", count: 1 },
      ]),
      { stratify: true },
    ],
    [
      "split.part-smaller-than-classes",
      classes([
        { name: "a", count: 5 },
        { name: "b", count: 5 },
      ]),
      { test: 0.1, stratify: true },
    ],
  ] as const)("%s", (code, table, options) => {
    expect(() => split(table, options)).toThrow(code);
  });
});

function classes(groups: readonly { name: string; count: number }[]): Table {
  const texts = groups.flatMap(({ name, count }) => Array<string>(count).fill(name));
  return tableFrom({ columns: [categoryColumn("y", texts, { role: "target" })], source: "classes" });
}

function counts(table: Table, classes: number): number[] {
  const column = columnNamed(table, "y");
  const found = Array<number>(classes).fill(0);
  if ("codes" in column) for (const code of column.codes) found[code]++;
  return found;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
