/** Tables, columns, row sets and generated data. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RowSet } from "../values.ts";
import { categoryColumn, codeColumn, numberColumn } from "./columns.ts";
import { moons, xor } from "./generate.ts";
import { overlap, union } from "./row-sets.ts";
import { columnNamed, tableFrom, takeRows, withRoles } from "./table.ts";
import { countMissing, isValid } from "./validity.ts";

describe("columns", () => {
  it("mark missing cells in both ways, and have no bitmap without them", () => {
    const holes = numberColumn("x", [1, null, 3, Number.NaN, 5, 6, 7, 8, null]);
    expect(Number.isNaN(holes.values[1])).toBe(true);
    expect([0, 1, 3, 7, 8].map((row) => isValid(holes, row))).toEqual([true, false, false, true, false]);
    expect(countMissing(holes, 9)).toBe(3);
    expect("valid" in numberColumn("x", [1, 2])).toBe(false);
    expect(holes.values.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it("code texts by sorted levels", () => {
    const column = categoryColumn("y", ["β", null, "a", "β"]);
    expect([...column.codes]).toEqual([1, -1, 0, 1]);
    expect(column.levels).toEqual(["a", "β"]);
    expect(countMissing(column, 4)).toBe(1);
  });

  it("refuse a code without a level", () => {
    expect(() => codeColumn("y", [0, 2], ["a", "b"])).toThrow(/table.code-out-of-range/);
    expect(() => categoryColumn("y", ["z"], { levels: ["a"] })).toThrow(/table.code-out-of-range/);
  });
});

describe("tables", () => {
  const table = tableFrom({
    columns: [numberColumn("x", [10, null, 30]), categoryColumn("y", ["a", "b", null], { role: "target" })],
    source: "s",
  });

  it("give rows in any order, with their ids and gaps", () => {
    const taken = takeRows(table, [2, 1, 1]);
    expect(taken.rowCount).toBe(3);
    expect([...taken.origin[0].ids]).toEqual([2, 1, 1]);
    const [x, y] = taken.columns;
    expect([0, 1, 2].map((row) => isValid(x, row))).toEqual([true, false, false]);
    expect("codes" in y && [...y.codes]).toEqual([-1, 1, 1]);
    expect("valid" in takeRows(table, [0]).columns[0]).toBe(false);
  });

  it("take new roles by name", () => {
    expect(withRoles(table, { x: "ignored" }).columns.map((column) => column.role)).toEqual([
      "ignored",
      "target",
    ]);
    expect(() => withRoles(table, { z: "ignored" })).toThrow(/table.unknown-column/);
  });

  it("refuse what is not a table", () => {
    const x = numberColumn("x", [1]);
    expect(() => tableFrom({ columns: [], source: "s" })).toThrow(/table.no-columns/);
    expect(() => tableFrom({ columns: [x, x], source: "s" })).toThrow(/table.duplicate-column/);
    expect(() => tableFrom({ columns: [x, numberColumn("y", [1, 2])], source: "s" })).toThrow(
      /table.column-lengths/,
    );
    expect(() => takeRows(table, [3])).toThrow(/table.row-out-of-range/);
    expect(() => columnNamed(table, "nope")).toThrow(/table.unknown-column/);
  });
});

describe("row sets", () => {
  it("count shared rows by source, as sets do", () => {
    const ids = fc.uniqueArray(fc.nat(30));
    fc.assert(
      fc.property(ids, ids, (a, b) => {
        const shared = a.filter((id) => b.includes(id)).length;
        expect(overlap([rows("s", a)], [rows("s", b)])).toBe(shared);
        expect(overlap([rows("s", a)], [rows("other", b)])).toBe(0);
        const [joined] = union([rows("s", a)], [rows("s", b)]);
        expect([...joined.ids]).toEqual([...new Set([...a, ...b])].sort((x, y) => x - y));
      }),
    );
  });

  it("count a joined row once", () => {
    const joined = [rows("left", [0, 1, 2]), rows("right", [5, 6, 7])];
    expect(overlap(joined, [rows("left", [0]), rows("right", [5, 6])])).toBe(2);
  });
});

describe("generated tables", () => {
  it("repeat by seed, and are one source if and only if the recipe is the same", () => {
    expect(moons({ seed: 3 })).toEqual(moons({ seed: 3 }));
    const sources = [moons({ seed: 3 }), moons({ seed: 4 }), xor({ seed: 3 })].map(
      (table) => table.origin[0].source,
    );
    expect(new Set(sources).size).toBe(3);
    expect(sources[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  it("lie on the two moons without noise", () => {
    const [x, y, target] = moons({ rows: 51, noise: 0 }).columns;
    if (!("values" in x && "values" in y && "codes" in target)) throw new Error("wrong columns");
    x.values.forEach((_, row) => {
      const [cx, cy] = target.codes[row] === 0 ? [0, 0] : [1, 0.5];
      expect(Math.hypot(x.values[row] - cx, y.values[row] - cy)).toBeCloseTo(1, 12);
    });
  });

  it("flip labels without moving a point", () => {
    const [plain, flipped] = [moons({ rows: 400, flip: 0 }), moons({ rows: 400, flip: 0.1 })];
    expect(flipped.columns[0]).toEqual(plain.columns[0]);
    const [a, b] = [plain.columns[2], flipped.columns[2]];
    const changed =
      "codes" in a && "codes" in b ? a.codes.filter((code, row) => code !== b.codes[row]).length : 0;
    expect(Math.abs(changed - 40)).toBeLessThan(20);
  });

  it.each([
    ["generate.rows", { rows: 1 }],
    ["generate.noise", { noise: -1 }],
    ["generate.flip", { flip: 2 }],
  ])("%s", (code, options) => {
    expect(() => moons(options)).toThrow(code);
  });
});

function rows(source: string, ids: number[]): RowSet {
  return { source, ids: Uint32Array.from(ids) };
}
