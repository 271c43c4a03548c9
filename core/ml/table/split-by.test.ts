/** Splits by group and by time: nobody on both sides, nothing of the future in the training part. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Column, Table } from "../values.ts";
import { categoryColumn, numberColumn } from "./columns.ts";
import { overlap } from "./row-sets.ts";
import { split } from "./split.ts";
import { tableFrom } from "./table.ts";

const table = (...columns: Column[]): Table => tableFrom({ columns, source: "s" });
const group = (cells: (string | null)[], levels?: string[]) =>
  categoryColumn("g", cells, { role: "group", ...(levels && { levels }) });

describe("by group", () => {
  it("no group is in both parts, and ⌈test·G⌉ are set aside", () => {
    const groups = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 80 });
    fc.assert(
      fc.property(
        groups,
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.integer(),
        (cells, test, seed) => {
          const data = table(numberColumn("g", cells, { role: "group" }));
          const count = new Set(cells).size;
          const away = Math.ceil(test * count);
          fc.pre(Math.ceil(test * cells.length) < cells.length);
          if (away >= count) {
            expect(() => split(data, { by: "group", test, seed })).toThrow("split.too-few-groups");
            return;
          }
          const parts = split(data, { by: "group", test, seed });
          const [train, rest] = [parts.train, parts.test].map(
            ({ columns: [column] }) => new Set("values" in column ? column.values : []),
          );
          expect(rest.size).toBe(away);
          expect([...train].filter((value) => rest.has(value))).toEqual([]);
          expect(parts.train.rowCount + parts.test.rowCount).toBe(cells.length);
          expect(overlap(parts.train.origin, parts.test.origin)).toBe(0);
        },
      ),
    );
  });

  it("draws the same groups however they are numbered", () => {
    const cells = ["b", "a", "c", "a", "d", "b"];
    const ids = (levels: string[]) => [
      ...split(table(group(cells, levels)), { by: "group", test: 0.5, seed: 3 }).train.origin[0].ids,
    ];
    expect(ids(["a", "b", "c", "d"])).toEqual(ids(["d", "c", "b", "a"]));
  });
});

describe("by time", () => {
  it("the last moments are set aside, both parts in the order of the table", () => {
    const data = table(numberColumn("t", [5, 1, 4, 2, 3], { role: "time", kind: "datetime" }));
    const { train, test } = split(data, { by: "time", test: 0.4 });
    expect([[...train.origin[0].ids], [...test.origin[0].ids]]).toEqual([
      [1, 3, 4],
      [0, 2],
    ]);
  });

  it("equal moments are in the order of the table", () => {
    const data = table(numberColumn("t", [1, 1, 1, 1], { role: "time" }));
    expect([...split(data, { by: "time", test: 0.5 }).test.origin[0].ids]).toEqual([2, 3]);
  });
});

describe("refused", () => {
  const time = (cells: (number | null)[], name = "t") => numberColumn(name, cells, { role: "time" });
  it.each([
    ["split.no-role", table(numberColumn("x", [1, 2])), { by: "group" }],
    ["split.no-role", table(numberColumn("x", [1, 2])), { by: "time" }],
    ["split.several-roles", table(time([1, 2]), time([1, 2], "u")), { by: "time" }],
    ["split.missing-role", table(time([1, null, 2])), { by: "time" }],
    ["split.missing-role", table(group(["a", null, "b"])), { by: "group" }],
    ["split.too-few-groups", table(group(["a", "a", "a"])), { by: "group" }],
    ["split.time-kind", table(categoryColumn("t", ["a", "b"], { role: "time" })), { by: "time" }],
    ["split.stratify-by", table(time([1, 2])), { by: "time", stratify: true }],
    ["split.by", table(time([1, 2])), { by: "chance" as never }],
  ] as const)("%s", (code, data, options) => expect(() => split(data, options)).toThrow(code));
});
