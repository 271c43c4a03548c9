/** The tree by itself: missing cells, limits, pruning by closed form, medians, cancelling, looking inside. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Cancelled } from "../../base/diagnostic.ts";
import { quietContext } from "../context.ts";
import { openModel } from "../inspect/open-model.ts";
import { fitNow } from "../learner/fit.ts";
import { predictNow } from "../learner/predict.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { moons, xor } from "../table/generate.ts";
import { tableFrom } from "../table/table.ts";
import type { Column, Table } from "../values.ts";
import { absoluteCriterion } from "./absolute-criterion.ts";
import { type TreeOptions, tree } from "./tree.ts";
import type { TreeBody } from "./tree-body.ts";

describe("missing cells", () => {
  it("go to the side where they are better", () => {
    const data = table(numberColumn("x", [1, 2, 3, 4, null, null]), classes("a", "a", "b", "b", "b", "b"));
    const body = bodyOf(data);
    expect([body.threshold[0], body.missingLeft[0]]).toEqual([2.5, 0]);
    const other = table(numberColumn("x", [1, 2, 3, 4, null, null]), classes("a", "a", "b", "b", "a", "a"));
    expect(bodyOf(other).missingLeft[0]).toBe(1);
  });

  it("can be the question themselves", () => {
    const data = table(numberColumn("x", [1, 2, 1, 2, null, null]), classes("a", "a", "a", "a", "b", "b"));
    const model = fitNow(tree(), data);
    expect((model.body as TreeBody).threshold[0]).toBe(Number.POSITIVE_INFINITY);
    expect(labels(model, data)).toEqual([0, 0, 0, 0, 1, 1]);
    expect(openModel(model).tree?.[0]).toMatchObject({
      threshold: Number.POSITIVE_INFINITY,
      missing: "right",
    });
  });

  it("go with the larger side where none were seen", () => {
    const data = table(numberColumn("x", [1, 2, 3, 9]), classes("a", "a", "a", "b"));
    const model = fitNow(tree(), data);
    expect(labels(model, table(numberColumn("x", [null])))).toEqual([0]);
  });

  it("everywhere leave nothing to ask", () => {
    const data = table(numberColumn("x", [null, null]), classes("a", "b"));
    expect([...bodyOf(data).feature]).toEqual([-1]);
  });
});

describe("limits", () => {
  const data = moons({ rows: 120, seed: 5 });

  it.each<[TreeOptions, (body: TreeBody) => boolean]>([
    [{ maxDepth: 1 }, ({ feature }) => feature.length === 3],
    [{ maxLeafNodes: 4 }, ({ feature }) => feature.filter((f) => f < 0).length === 4],
    [{ minSamplesLeaf: 9 }, ({ rows }) => rows.every((count) => count >= 9)],
    [{ minSamplesSplit: 40 }, ({ rows, feature }) => rows.every((n, at) => n >= 40 || feature[at] < 0)],
    [{ minImpurityDecrease: 10 }, ({ feature }) => feature.length === 1],
    [{ ccpAlpha: 1 }, ({ feature }) => feature.length === 1],
  ])("%j holds", (options, holds) => {
    expect(holds(bodyOf(data, options))).toBe(true);
  });

  it("none: every leaf of data without contradiction is pure", () => {
    expect(
      bodyOf(data).impurity.filter((impurity, node) => bodyOf(data).feature[node] < 0 && impurity > 0),
    ).toHaveLength(0);
  });

  it.each<[TreeOptions, RegExp]>([
    [{ maxDepth: 1.5 }, /learner.number.*maxDepth/],
    [{ minSamplesSplit: 1 }, /learner.number.*minSamplesSplit/],
    [{ ccpAlpha: -1 }, /learner.number.*ccpAlpha/],
    [{ ccpAlpha: Number.NaN }, /learner.number.*ccpAlpha/],
    // @ts-expect-error: what a script without types could pass
    [{ criterion: "squared" }, /learner.option.*criterion/],
  ])("%j is refused", (options, code) => {
    expect(() => tree(options)).toThrow(code);
  });
});

it("pruning removes a split that is worth less than α, and keeps one that is worth more", () => {
  // The root's Gini is 1/2, its best split leaves 1/3 · 3/4 of it: worth 1/4. Below, the rest is worth the other 1/4.
  const data = table(numberColumn("x", [1, 2, 3, 4]), classes("a", "b", "a", "b"));
  expect(bodyOf(data, { ccpAlpha: 0.16 }).feature.length).toBeGreaterThan(1);
  expect(bodyOf(data, { ccpAlpha: 0.17 }).feature).toHaveLength(1);
});

describe("numbers", () => {
  it("are predicted by mean or median", () => {
    const data = table(numberColumn("x", [0, 0, 0, 1]), numbers(1, 2, 6, 10));
    expect(values(data, {})).toEqual([3, 3, 3, 10]);
    expect(values(data, { valueCriterion: "absolute" })).toEqual([2, 2, 2, 10]);
  });

  it("below 0 are refused by Poisson, and so are zeros alone", () => {
    const poisson = tree({ valueCriterion: "poisson" });
    for (const y of [numbers(1, -1), numbers(0, 0)])
      expect(() => fitNow(poisson, table(numberColumn("x", [0, 1]), y))).toThrow(/tree.poisson-target/);
  });

  it("with a huge mean lose no digits", () => {
    const data = table(numberColumn("x", [1, 2, 3, 4]), numbers(1e9, 1e9, 1e9 + 1, 1e9 + 1));
    expect(bodyOf(data).threshold[0]).toBe(2.5);
    expect(bodyOf(data).impurity[0]).toBeCloseTo(0.25, 12);
  });
});

it("the absolute criterion says of every prefix what the obvious way says", () => {
  const row = fc.record({ y: fc.integer({ min: 0, max: 6 }), weight: fc.integer({ min: 1, max: 3 }) });
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 12 }), (rows) => {
      const y = Float64Array.from(rows, (one) => one.y);
      const weights = Float64Array.from(rows, (one) => one.weight);
      const order = Uint32Array.from(rows.keys());
      const criterion = absoluteCriterion(y, weights);
      criterion.enter(order, 0, rows.length);
      criterion.begin(order, 0, rows.length);
      const loss = (some: typeof rows): number =>
        Math.min(...some.map((m) => some.reduce((sum, one) => sum + one.weight * Math.abs(one.y - m.y), 0)));
      expect(criterion.impurity() * criterion.weight()).toBeCloseTo(loss(rows), 9);
      for (let i = 1; i < rows.length; i++) {
        criterion.advance(i - 1);
        expect(criterion.proxy()).toBeCloseTo(-loss(rows.slice(0, i)) - loss(rows.slice(i)), 9);
      }
    }),
  );
});

it("weights count a row as often as they say", () => {
  const twice = table(numberColumn("x", [1, 1, 2, 3]), numbers(1, 1, 5, 2));
  const once = table(numberColumn("x", [1, 2, 3]), numbers(1, 5, 2));
  const heavy = { ...once, columns: [...once.columns, numberColumn("w", [2, 1, 1], { role: "weight" })] };
  for (const valueCriterion of ["squared", "absolute", "poisson"] as const) {
    const [a, b] = [bodyOf(twice, { valueCriterion }), bodyOf(heavy, { valueCriterion })];
    expect({ ...b, rows: a.rows }).toEqual(a);
  }
});

it("can be cancelled, and opens up", () => {
  const ctx = {
    ...quietContext,
    progress: () => {
      throw new Cancelled();
    },
  };
  expect(() => fitNow(tree(), moons({ rows: 50 }), ctx)).toThrow(Cancelled);
  const opened = openModel(fitNow(tree({ maxDepth: 2 }), xor({ rows: 80 }))).tree ?? [];
  expect(opened).toHaveLength(7);
  expect(opened[0]).toMatchObject({ weight: 1, rows: 80, left: 1 });
  expect(opened[0].shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  const ofNumbers = fitNow(tree(), table(numberColumn("x", [0, 1]), numbers(1, 2)));
  expect(openModel(ofNumbers).tree?.map((node) => node.value)).toEqual([1.5, 1, 2]);
});

function bodyOf(data: Table, options: TreeOptions = {}): TreeBody {
  return fitNow(tree(options), data).body as TreeBody;
}

function labels(model: ReturnType<typeof fitNow>, data: Table): number[] {
  const got = predictNow(model, data);
  return got.task === "classification" ? [...got.labels] : [];
}

function values(data: Table, options: TreeOptions): number[] {
  const got = predictNow(fitNow(tree(options), data), data);
  return got.task === "regression" ? [...got.values] : [];
}

function classes(...texts: string[]): Column {
  return categoryColumn("y", texts, { role: "target" });
}

function numbers(...cells: number[]): Column {
  return numberColumn("y", cells, { role: "target" });
}

function table(...columns: Column[]): Table {
  return tableFrom({ columns, source: "tree test" });
}
