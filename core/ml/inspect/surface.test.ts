/** Surfaces against models whose predictions are known at every place, and ensembles against shorter ones. */
import { describe, expect, it } from "vitest";
import { adaBoost } from "../boost/adaboost.ts";
import { fitNow } from "../learner/fit.ts";
import { predictNow } from "../learner/predict.ts";
import { linear } from "../linear/linear.ts";
import { impute } from "../prepare/impute.ts";
import { oneHot } from "../prepare/one-hot.ts";
import { standardize } from "../prepare/standardize.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { moons } from "../table/generate.ts";
import { tableFrom } from "../table/table.ts";
import { stump } from "../tree/stump.ts";
import { tree } from "../tree/tree.ts";
import type { Table } from "../values.ts";
import { afterRounds, roundsOf } from "./after-rounds.ts";
import { type Surface, type SurfaceOptions, surfaceOf } from "./surface.ts";

const pace = { pause: async () => undefined, now: () => 0 };
const surface = (model: Parameters<typeof surfaceOf>[0], table: Table, options: SurfaceOptions = {}) =>
  surfaceOf(model, table, options, pace);
const middles = ({ x, y, steps }: Surface) =>
  Array.from({ length: steps * steps }, (_, i) => [
    x.low + (((i % steps) + 0.5) / steps) * (x.high - x.low),
    y.low + ((Math.floor(i / steps) + 0.5) / steps) * (y.high - y.low),
  ]);

describe("a surface", () => {
  const a = [0, 1, 2, 3, 4, 5, 6, 7];
  const b = [3, 0, 5, 1, 7, 2, 2, 6];
  const c = [9, 4, 4, 1, 0, 5, 6, 8];
  const columns = [
    numberColumn("a", a),
    categoryColumn("k", ["u", "v", "v", "u", "v", "v", "u", "v"]),
    numberColumn("b", b),
    numberColumn("c", c),
    numberColumn(
      "z",
      a.map((_, i) => 1 + 2 * a[i] - 3 * b[i] + 0.5 * c[i]),
      { role: "target" },
    ),
  ];
  const table = tableFrom({ columns, source: "plane" });
  const model = fitNow(oneHot(linear()), table);

  it("of a linear model is the plane itself, with the other features at median and most frequent level", async () => {
    const found = await surface(model, table, { x: "a", steps: 7 });
    expect(found.x).toEqual({ name: "a", low: -0.28, high: 7.28 });
    expect(found.held).toEqual([
      { name: "k", value: "v" },
      { name: "c", value: 4.5 },
    ]);
    middles(found).forEach(([x, y], cell) => {
      expect(found.values?.[cell]).toBeCloseTo(1 + 2 * x - 3 * y + 0.5 * 4.5, 8);
    });
  });

  it("is of the two features along which the prediction moves most, where none is asked for", async () => {
    // Slopes times ranges: a 0.1 × 7.56, b 3 × 7.56, c 2 × 9.72.
    const z = numberColumn(
      "z",
      a.map((_, i) => 0.1 * a[i] - 3 * b[i] + 2 * c[i]),
      { role: "target" },
    );
    const steep = { ...table, columns: [...columns.slice(0, -1), z] };
    const found = await surface(fitNow(oneHot(linear()), steep), steep, { steps: 2 });
    expect([found.x.name, found.y.name]).toEqual(["b", "c"]);
  });

  it("takes the axes that were asked for, in either order, and others in place of unknown ones", async () => {
    const turned = await surface(model, table, { x: "c", y: "a", steps: 3 });
    expect([turned.x.name, turned.y.name]).toEqual(["c", "a"]);
    middles(turned).forEach(([x, y], cell) => {
      expect(turned.values?.[cell]).toBeCloseTo(1 + 2 * y - 3 * 2.5 + 0.5 * x, 8);
    });
    for (const [options, names] of [
      [{ x: "k" }, ["a", "b"]],
      [{ y: "a" }, ["b", "a"]],
      [{ x: "b", y: "b" }, ["b", "a"]],
      [{ x: "gone", y: "c" }, ["a", "c"]],
    ] as const) {
      const found = await surface(model, table, { ...options, steps: 2 });
      expect([found.x.name, found.y.name]).toEqual(names);
    }
  });

  it("is refused where fewer than two features are numbers", async () => {
    const flat = { ...table, columns: columns.filter(({ name }) => name !== "b" && name !== "c") };
    await expect(surface(fitNow(oneHot(linear()), flat), flat)).rejects.toMatchObject({
      diagnostic: { code: "surface.features", values: { count: 1 } },
    });
  });

  it("has fewer cells where the model is slow", async () => {
    let clock = 0;
    const slow = { pause: async () => undefined, now: () => (clock += 640) };
    // 640 ms a line of 100: 64 s. A quarter of the cells each way takes a sixteenth of it.
    expect((await surfaceOf(model, table, {}, slow)).steps).toBe(25);
  });

  it("shows what a model makes of a column without values", async () => {
    const holes = numberColumn(
      "h",
      a.map(() => null),
    );
    const with8 = { ...table, columns: [...columns, holes] };
    const found = await surface(fitNow(oneHot(impute(tree())), with8), with8, { steps: 2 });
    expect(found.held.at(-1)).toEqual({ name: "h", value: null });
    expect(found.values).toHaveLength(4);
  });
});

describe("a surface of classes", () => {
  const table = moons({ rows: 120, noise: 0.2, seed: 5 });

  it("of a stump is cut at its threshold", async () => {
    const model = fitNow(stump(), table);
    const { feature, threshold } = (model.body as { split: { feature: number; threshold: number } }).split;
    const found = await surface(model, table, { steps: 40 });
    const cells = middles(found);
    const below = new Set(
      cells.flatMap((cell, i) => (cell[feature] <= threshold ? [found.labels?.[i]] : [])),
    );
    const above = new Set(cells.flatMap((cell, i) => (cell[feature] > threshold ? [found.labels?.[i]] : [])));
    expect([below.size, above.size]).toEqual([1, 1]);
    expect([...below]).not.toEqual([...above]);
    expect(found.strengths?.every((share) => share >= 0.5 && share <= 1)).toBe(true);
  });

  it.each([1, 4, 11])(
    "after %i rounds is that of an ensemble that was trained for so long",
    async (rounds) => {
      const steps = { steps: 20 };
      const learner = (count: number) => standardize(adaBoost(tree({ maxDepth: 2 }), { rounds: count }));
      const long = await surface(fitNow(learner(12), table), table, { ...steps, round: rounds });
      const short = await surface(fitNow(learner(rounds), table), table, steps);
      expect(long).toEqual(short);
    },
  );
});

describe("an ensemble after fewer rounds", () => {
  const numbers = tableFrom({
    columns: [
      numberColumn(
        "x",
        Array.from({ length: 40 }, (_, i) => i),
      ),
      numberColumn(
        "y",
        Array.from({ length: 40 }, (_, i) => Math.sin(i / 5)),
        { role: "target" },
      ),
    ],
    source: "sine",
  });

  it("predicts as one of so many rounds, of numbers too", () => {
    const long = fitNow(adaBoost(tree({ maxDepth: 2 }), { rounds: 9 }), numbers);
    const short = fitNow(adaBoost(tree({ maxDepth: 2 }), { rounds: 3 }), numbers);
    expect(roundsOf(long)).toBe(9);
    expect(predictNow(afterRounds(long, 3), numbers)).toEqual(predictNow(short, numbers));
    expect(afterRounds(long, 9)).toBe(long);
    expect(roundsOf(afterRounds(long, 0))).toBe(1);
  });

  it("is the model itself where there are no rounds", () => {
    const model = fitNow(standardize(linear()), numbers);
    expect([roundsOf(model), afterRounds(model, 3)]).toEqual([undefined, model]);
  });
});
