/** Drawing rows: how many, which, how often; and choosing columns. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { categoryColumn, numberColumn } from "./columns.ts";
import { moons } from "./generate.ts";
import { sample } from "./sample.ts";
import { select } from "./select.ts";
import { tableFrom, takeRows } from "./table.ts";

describe("a sample", () => {
  it("without replacement has each row at most once, in order, and knows where it came from", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 90 }),
        fc.integer({ min: 1, max: 90 }),
        fc.integer(),
        (n, rows, seed) => {
          fc.pre(rows <= n);
          const table = moons({ rows: n });
          const drawn = sample(table, { rows, seed });
          const ids = [...drawn.origin[0].ids];
          expect(ids).toHaveLength(rows);
          expect([...new Set(ids)].sort((a, b) => a - b)).toEqual(ids);
          expect(drawn).toEqual(takeRows(table, ids));
        },
      ),
    );
  });

  it("draws every row equally often", () => {
    const times = new Float64Array(10);
    const table = moons({ rows: 10 });
    for (let seed = 0; seed < 4000; seed++)
      for (const id of sample(table, { rows: 3, seed }).origin[0].ids) times[id]++;
    // 4000 draws of probability 0.3: mean 1200, standard deviation 29; five of them.
    for (const count of times) expect(Math.abs(count - 1200)).toBeLessThan(145);
  });

  it("with replacement leaves out 1/e of the rows, as the bootstrap does", () => {
    const { ids } = sample(moons({ rows: 20_000 }), { share: 1, replace: true, seed: 5 }).origin[0];
    const left = 1 - new Set(ids).size / 20_000;
    expect(left).toBeCloseTo(Math.exp(-1), 2);
    expect(sample(moons({ rows: 4 }), { rows: 9, replace: true }).rowCount).toBe(9);
  });

  it.each([
    [{ share: 0.25 }, 25],
    [{ share: 0.001 }, 1],
    [{ share: 1 }, 100],
    [{}, 50],
    [{ share: 1.5, replace: true }, 150],
  ])("of %j has %i rows", (options, rows) =>
    expect(sample(moons({ rows: 100 }), options).rowCount).toBe(rows),
  );

  it.each([
    ["sample.share", { share: 0 }],
    ["sample.share", { share: 1.1 }],
    ["sample.share", { share: Number.NaN }],
    ["sample.rows", { rows: 0 }],
    ["sample.rows", { rows: 1.5 }],
    ["sample.too-many-rows", { rows: 101 }],
  ])("%s for %j", (code, options) => expect(() => sample(moons({ rows: 100 }), options)).toThrow(code));

  it("of nothing is refused", () => {
    expect(() => sample(takeRows(moons(), []), {})).toThrow("sample.no-rows");
  });
});

describe("a selection", () => {
  const columns = [
    numberColumn("a", [1, 2]),
    numberColumn("b", [3, 4]),
    categoryColumn("__proto__", ["x", "y"]),
  ];
  const table = tableFrom({ columns, source: "s" });
  const shown = (options: Parameters<typeof select>[1]) =>
    select(table, options).columns.map(({ name, role }) => `${name} ${role}`);

  it("keeps, renames and gives roles, by the names before", () => {
    expect(shown({})).toEqual(["a feature", "b feature", "__proto__ feature"]);
    expect(shown({ columns: ["b", "a"] })).toEqual(["a feature", "b feature"]);
    expect(shown({ without: ["a"], rename: { b: "a" }, roles: { b: "target" } })).toEqual([
      "a target",
      "__proto__ feature",
    ]);
    expect(shown({ rename: { a: "b", b: "a" } })).toEqual(["b feature", "a feature", "__proto__ feature"]);
  });

  it("keeps rows, cells and origin as they are", () => {
    const { origin, rowCount, columns: kept } = select(table, { columns: ["b"] });
    expect([origin, rowCount]).toEqual([table.origin, 2]);
    expect(kept[0]).toMatchObject(columns[1]);
    expect("values" in kept[0] && kept[0].values.buffer).toBe(
      "values" in columns[1] && columns[1].values.buffer,
    );
  });

  it.each([
    ["table.unknown-column", { columns: ["z"] }],
    ["table.unknown-column", { without: ["z"] }],
    ["table.unknown-column", { rename: { z: "y" } }],
    ["table.unknown-column", { roles: { z: "target" } as const }],
    ["table.no-columns", { columns: [] }],
    ["table.duplicate-column", { rename: { a: "b" } }],
  ])("%s for %j", (code, options) => expect(() => select(table, options)).toThrow(code));
});
