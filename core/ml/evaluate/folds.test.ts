/** What every folding must keep, on tables of many sizes; sizes against scikit-learn's own fold makers. */
import { describe, expect, it } from "vitest";
import { golden } from "../../../test/golden/golden.ts";
import { DiagnosticError } from "../../base/diagnostic.ts";
import { permutation, randomStream } from "../../base/random.ts";
import { quietContext } from "../context.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { tableFrom } from "../table/table.ts";
import type { Column, Table } from "../values.ts";
import { type FoldOptions, foldings, foldRows } from "./folds.ts";

const { makers } = golden<{
  makers: {
    group: { groups: number[]; folds: number; sizes: number[] }[];
    time: { rows: number; folds: number; parts: [train: number, test: number[]][] }[];
  };
}>("cross-validate.json");

const random = randomStream(1, "folds.test");
const shapes = Array.from({ length: 40 }, () => {
  const folds = 2 + random.below(9);
  return { rows: 3 * folds + random.below(150), folds, seed: random.below(1000) };
});

describe.each(shapes)("$rows rows in $folds folds, seed $seed", ({ rows, folds, seed }) => {
  const draw = randomStream(seed, "rows");
  const classes = categoryColumn(
    "class",
    // Skewed, but every class has a row for some fold.
    Array.from({ length: rows }, () => "abcd"[Math.floor(4 * draw.uniform() ** 2)]),
    { role: "target" },
  );
  const groups = numberColumn(
    "group",
    Array.from({ length: rows }, (_, row) => (row < folds ? row : draw.below(folds + 5))),
    { role: "group" },
  );
  const moments = numberColumn(
    "time",
    Array.from({ length: rows }, () => draw.below(30)),
    { role: "time" },
  );
  const table = tableOf(classes, groups, moments);

  it.each(["random", "stratified", "group"] as const)("%s: each row is tested once, learned else", (kind) => {
    for (const folding of foldings(table, { folds, kind, seed, repeats: 2 }, quietContext)) {
      const tested = new Uint8Array(rows);
      for (let fold = 0; fold < folds; fold++) {
        const { train, test } = foldRows(folding, fold);
        for (const row of test) tested[row]++;
        expect(test.length).toBeGreaterThan(0);
        expect([...train, ...test].sort((a, b) => a - b)).toEqual([...tested.keys()]);
      }
      expect([...tested]).toEqual(Array.from(tested, () => 1));
    }
  });

  it("spreads rows evenly, and classes too when stratified", () => {
    for (const kind of ["random", "stratified"] as const) {
      const [{ of }] = foldings(table, { folds, kind, seed }, quietContext);
      expectEven(of, folds);
      if (kind === "random") continue;
      for (const code of classes.levels.keys())
        expectEven(
          of.filter((_, row) => classes.codes[row] === code),
          folds,
        );
    }
  });

  it("keeps groups whole", () => {
    const [{ of }] = foldings(table, { folds, kind: "group", seed }, quietContext);
    const pairs = new Set(Array.from(of, (fold, row) => `${groups.values[row]}/${fold}`));
    expect(pairs.size).toBe(new Set(groups.values).size);
  });

  it("learns from nothing that comes later", () => {
    const [folding] = foldings(table, { folds, kind: "time" }, quietContext);
    for (let fold = 0; fold < folds; fold++) {
      const { train, test } = foldRows(folding, fold);
      const last = Math.max(...train.map((row) => moments.values[row]));
      for (const row of test) expect(moments.values[row]).toBeGreaterThanOrEqual(last);
      expect(test.length).toBe(Math.floor(rows / (folds + 1)));
    }
  });

  it("draws the same for the same seed, and else in every repeat", () => {
    const options: FoldOptions = { folds, kind: "random", seed, repeats: 2 };
    const [first, second] = foldings(table, options, quietContext);
    expect(foldings(table, options, quietContext)).toEqual([first, second]);
    expect(first).not.toEqual(second);
  });

  it("does not depend on how classes are numbered", () => {
    const texts = Array.from(classes.codes, (code) => classes.levels[code]);
    const other = categoryColumn("class", texts, { role: "target", levels: ["d", "b", "a", "c"] });
    expect(foldings(tableOf(other), { folds, seed }, quietContext)).toEqual(
      foldings(tableOf(classes), { folds, seed }, quietContext),
    );
  });
});

describe("as scikit-learn", () => {
  it.each(makers.group)("balances groups in $folds folds", ({ groups, folds, sizes }) => {
    const table = tableOf(numberColumn("g", groups, { role: "group" }));
    for (const seed of [0, 1, 2]) {
      const [{ of }] = foldings(table, { folds, kind: "group", seed }, quietContext);
      expect(sizesOf(of, folds).sort((a, b) => a - b)).toEqual(sizes);
    }
  });

  it.each(makers.time)("cuts $rows rows by time in $folds folds", ({ rows, folds, parts }) => {
    const shuffled = permutation(rows, randomStream(rows, "time"));
    const tables = [
      { table: tableOf(numberColumn("x", new Float64Array(rows))), at: (row: number) => row },
      {
        table: tableOf(numberColumn("t", shuffled, { role: "time" })),
        at: (row: number) => shuffled.indexOf(row),
      },
    ];
    for (const { table, at } of tables) {
      const [folding] = foldings(table, { folds, kind: "time" }, quietContext);
      parts.forEach(([train, test], fold) => {
        const got = foldRows(folding, fold);
        expect(got.train.length).toBe(train);
        expect([...got.test]).toEqual(test.map(at).sort((a, b) => a - b));
      });
    }
  });
});

describe("refuses", () => {
  const classes = categoryColumn("class", ["a", "b", "a", "b", "a", "c"], { role: "target" });
  const price = numberColumn("price", [1, 2, 3, 4, 5, 6], { role: "target" });
  const shop = categoryColumn("shop", ["x", "x", "y", "y", "x", "y"], { role: "group" });
  const word = categoryColumn("when", ["x", "x", "y", "y", "x", "y"], { role: "time" });
  it.each<[string, Table, FoldOptions, object]>([
    ["folds.count", tableOf(classes), { folds: 1 }, { folds: 1 }],
    ["folds.count", tableOf(classes), { folds: 2.5 }, {}],
    ["folds.repeats", tableOf(classes), { folds: 2, repeats: 0 }, { repeats: 0 }],
    ["folds.kind", tableOf(classes), { kind: "rows" as never }, { kind: "rows" }],
    ["folds.more-than-rows", tableOf(classes), { folds: 7, kind: "random" }, { rows: 6, parts: 7 }],
    ["folds.more-than-rows", tableOf(classes), { folds: 6, kind: "time" }, { rows: 6, parts: 7 }],
    ["folds.repeated-time", tableOf(classes), { folds: 2, kind: "time", repeats: 2 }, {}],
    ["folds.not-classes", tableOf(price), { folds: 2 }, { column: "price", kind: "numeric" }],
    ["folds.classes-too-small", tableOf(classes), { folds: 4 }, { most: 3 }],
    ["folds.too-few-groups", tableOf(classes, shop), { folds: 3, kind: "group" }, { groups: 2 }],
    ["split.no-role", tableOf(classes), { folds: 2, kind: "group" }, { role: "group" }],
    ["split.time-kind", tableOf(classes, word), { folds: 2, kind: "time" }, { column: "when" }],
  ])("%s", (code, table, options, values) => {
    let thrown: unknown;
    try {
      foldings(table, options, quietContext);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(DiagnosticError);
    expect(thrown).toMatchObject({ diagnostic: { code, values } });
  });

  it("nothing where it only warns", () => {
    const codes: string[] = [];
    const ctx = { ...quietContext, warn: ({ code }: { code: string }) => void codes.push(code) };
    foldings(tableOf(classes), { folds: 3 }, ctx);
    const sizes = categoryColumn("shop", ["x", "x", "x", "y", "y", "z"], { role: "group" });
    foldings(tableOf(sizes), { folds: 2, kind: "group", repeats: 3 }, ctx);
    expect(codes).toEqual(["folds.small-classes", "folds.same-again"]);
  });
});

function tableOf(...columns: Column[]): Table {
  return tableFrom({ columns, source: "f".repeat(64) });
}

function sizesOf(of: Int32Array, folds: number): number[] {
  const sizes = new Array<number>(folds).fill(0);
  for (const fold of of) sizes[fold]++;
  return sizes;
}

function expectEven(of: Int32Array, folds: number): void {
  const sizes = sizesOf(of, folds);
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
}
