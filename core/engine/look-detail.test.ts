/** Details of looks: values against closed forms, and that each passes the border of a transport. */
import { describe, expect, it } from "vitest";
import { naiveBayes } from "../ml/bayes/naive-bayes.ts";
import { adaBoost } from "../ml/boost/adaboost.ts";
import { fitNow } from "../ml/learner/fit.ts";
import { predictNow } from "../ml/learner/predict.ts";
import { linear } from "../ml/linear/linear.ts";
import { categoryColumn, numberColumn } from "../ml/table/columns.ts";
import { moons } from "../ml/table/generate.ts";
import { tableFrom, takeRows } from "../ml/table/table.ts";
import { stump } from "../ml/tree/stump.ts";
import type { Table, Trace, Value } from "../ml/values.ts";
import type { LookDetail, RowOrder } from "../service/look-detail.ts";
import { lookSchema } from "../service/look-schema.ts";
import { type LookWindow, lookAt } from "./look.ts";
import { lookClosely } from "./look-detail.ts";

async function closely(value: Value, detail: LookDetail, table?: Table) {
  const plain = lookAt(value, {});
  if (!plain) throw new Error("no look");
  const look = await lookClosely(plain, value, detail, async () => table);
  return lookSchema.parse(JSON.parse(JSON.stringify(look)));
}

describe("sample weights of a round", () => {
  const table = takeRows(moons({ rows: 200, noise: 0.3, seed: 3 }), [...Array(150).keys()].reverse());
  const model = fitNow(adaBoost(stump(), { rounds: 6 }), table);
  const trace = model.trace as Trace;
  const weights = async (round: number, known?: Table) => {
    const look = await closely(trace, { of: "weights", round }, known);
    if (look.kind !== "trace" || !look.weights) throw new Error("no weights");
    return look.weights;
  };

  it("are equal at first: all rows count", async () => {
    const { effective, weights: curve, rows } = await weights(1);
    expect(rows).toBe(150);
    expect(effective).toBeCloseTo(150, 3);
    expect(curve.every((weight) => Math.abs(weight - 1 / 150) < 1e-8)).toBe(true);
  });

  it("give half of the weight to the k rows that the first learner missed: 4k(n − k)/n rows are left", async () => {
    const missed = Math.round(trace.series.error[0] * 150);
    const { effective, heaviest, weights: curve } = await weights(2, table);
    expect(effective).toBeCloseTo((4 * missed * (150 - missed)) / 150, 3);
    expect(curve[0]).toBeCloseTo(1 / (2 * missed), 7);
    expect(curve.at(-1)).toBeCloseTo(1 / (2 * (150 - missed)), 7);
    expect(curve.filter((weight) => weight > 1 / 150)).toHaveLength(missed);
    // The table is the source's rows from 149 down: equal weights stand in table order.
    expect(heaviest.slice(0, missed).map(({ row }) => row)).toEqual(
      heaviest
        .slice(0, missed)
        .map(({ row }) => row)
        .sort((a, b) => b - a),
    );
    const target = table.columns.find(({ role }) => role === "target");
    if (!target || !("codes" in target)) throw new Error("no classes");
    for (const { row, target: name } of heaviest) expect(name).toBe(target.levels[target.codes[149 - row]]);
  });

  it("lie on the plane of the training rows, by row", async () => {
    const { plane } = await weights(3, table);
    const [x] = table.columns;
    expect(plane).toMatchObject({ x: x.name, classes: ["outer", "inner"], of: 150 });
    expect(plane?.rows).toHaveLength(150);
    plane?.rows.forEach((row, i) => {
      expect(plane.xs[i]).toBe("values" in x && x.values[149 - row]);
      expect(plane.weights[i]).toBe(trace.sampleWeights?.values[2 * 150 + (149 - row)]);
    });
  });

  it("have no plane where the table is unknown, another one, or has a third feature", async () => {
    expect((await weights(2)).plane).toBeUndefined();
    expect((await weights(2, takeRows(table, [0, 1]))).plane).toBeUndefined();
    const third = numberColumn(
      "z",
      Array.from({ length: 150 }, (_, i) => i),
    );
    const wide = { ...table, columns: [...table.columns, third] };
    expect((await weights(2, wide)).plane).toBeUndefined();
  });

  it("keep the heaviest of many rows, and say how many there are", async () => {
    const many = moons({ rows: 6000, noise: 0.3, seed: 3 });
    const long = fitNow(adaBoost(stump(), { rounds: 5 }), many).trace as Trace;
    const look = await closely(long, { of: "weights", round: 5 }, many);
    if (look.kind !== "trace") throw new Error("no trace");
    const { plane, heaviest, ranks } = look.weights ?? {};
    expect(plane?.of).toBe(6000);
    expect(plane?.rows.length).toBeLessThanOrEqual(2000);
    expect(heaviest).toHaveLength(50);
    for (const { row } of heaviest ?? []) expect(plane?.rows).toContain(row);
    expect([ranks?.[0], ranks?.at(-1)]).toEqual([1, 6000]);
  });

  it("refuse rounds that were not, and traces that kept none", async () => {
    for (const round of [7, 0, 1.5])
      await expect(closely(trace, { of: "weights", round })).rejects.toMatchObject({
        diagnostic: { code: "look.no-round" },
      });
    const bare: Trace = { kind: "trace", index: "round", length: 1, series: {} };
    expect(lookAt(bare, {})).not.toHaveProperty("weighted");
    await expect(closely(bare, { of: "weights", round: 1 })).rejects.toMatchObject({
      diagnostic: { code: "look.no-weights" },
    });
    await expect(closely(table, { of: "weights", round: 1 })).rejects.toMatchObject({
      diagnostic: { code: "look.no-such-detail" },
    });
  });
});

describe("margins", () => {
  const table = moons({ rows: 150, noise: 0.3, seed: 3 });
  const model = fitNow(adaBoost(stump(), { rounds: 40 }), table);

  it("of a vote are counted and drawn after the round that is asked for, and a few others", async () => {
    const look = await closely(model, { of: "margins", round: 12 }, table);
    if (look.kind !== "model" || !look.margins) throw new Error("no margins");
    const { margins } = look;
    expect(margins).toMatchObject({ rows: 150, of: 150, round: 12 });
    expect(margins.curves.map(({ round }) => round)).toEqual([1, 5, 12, 30]);
    expect(margins.wrong).toBeCloseTo(model.trace?.series.trainingError[11] ?? -1, 12);
    expect(margins.counts.reduce((sum, count) => sum + count, 0)).toBe(150);
    // After one round a row is wholly right or wholly wrong.
    const wrong = model.trace?.series.trainingError[0] ?? -1;
    expect(margins.curves[0]).toMatchObject({ x: [-1, 1] });
    expect(margins.curves[0]?.share[0]).toBeCloseTo(wrong, 12);
    for (const { share } of margins.curves) expect(share.at(-1)).toBe(1);
  });

  it("of probabilities are those of the rows whose class is known", async () => {
    const predictions = predictNow(model, table);
    const look = await closely(predictions, { of: "margins" });
    if (look.kind !== "predictions" || !look.margins) throw new Error("no margins");
    expect(look.leads).toBe(true);
    expect(look.margins.wrong).toBeCloseTo(model.trace?.series.trainingError.at(-1) ?? -1, 12);
    expect(look.margins.curves).toHaveLength(1);
    const [low, high] = [look.margins.smallest, look.margins.median];
    expect(low).toBeLessThan(high);
    const half = look.margins.counts.slice(20).reduce((sum, count) => sum + count, 0);
    expect(half).toBe(150 - Math.round(150 * look.margins.wrong));
  });

  it("are refused where there are none, or where the training rows are gone", async () => {
    await expect(closely(model, { of: "margins" })).rejects.toMatchObject({
      diagnostic: { code: "look.no-training-rows" },
    });
    await expect(closely(fitNow(stump(), table), { of: "margins" }, table)).rejects.toMatchObject({
      diagnostic: { code: "look.no-margins" },
    });
  });
});

describe("coefficients", () => {
  it("are listed largest first, at most 200, with their intercept", async () => {
    const rows = 300;
    // y = Σ j·x_j over unit vectors: the coefficient of x_j is j.
    const columns = Array.from({ length: 250 }, (_, j) =>
      numberColumn(
        `x${j}`,
        Array.from({ length: rows }, (_row, i) => (i === j ? 1 : 0)),
      ),
    );
    const y = numberColumn(
      "y",
      Array.from({ length: rows }, (_, i) => 5 + (i < 250 ? i : 0)),
      { role: "target" },
    );
    const model = fitNow(linear(), tableFrom({ columns: [...columns, y], source: "units" }));
    const look = await closely(model, { of: "coefficients" });
    if (look.kind !== "model" || !look.coefficients) throw new Error("no coefficients");
    const { features, scores, count, scoreCount } = look.coefficients;
    expect(look.weighs).toBe("coefficients");
    expect([features.length, count, scoreCount]).toEqual([200, 250, 1]);
    expect([features[0], features[199]]).toEqual(["x249", "x50"]);
    expect(scores[0]).toMatchObject({ of: "y" });
    expect(scores[0].values[0]).toBeCloseTo(249, 6);
    expect(scores[0].intercept).toBeCloseTo(5, 6);
  });

  it("of naive Bayes are class means, those farthest apart first", async () => {
    const columns = [
      numberColumn("near", [1, 3, 2, 4]),
      numberColumn("far", [0, 2, 100, 102]),
      categoryColumn("t", ["a", "a", "b", "b"], { role: "target" }),
    ];
    const look = await closely(fitNow(naiveBayes(), tableFrom({ columns, source: "nb" })), {
      of: "coefficients",
    });
    if (look.kind !== "model") throw new Error("no model");
    expect(look.coefficients).toMatchObject({
      form: "means",
      features: ["far", "near"],
      scores: [
        { of: "a", values: [1, 2] },
        { of: "b", values: [101, 3] },
      ],
    });
    expect(look.coefficients?.scores[0].deviations?.[0]).toBeCloseTo(1, 4);
    expect(look.coefficients?.scores.map(({ intercept }) => intercept)).toEqual([0.5, 0.5]);
  });

  it("are not offered, and refused, where there are none", async () => {
    const model = fitNow(stump(), moons({ rows: 40 }));
    expect(lookAt(model, {})).not.toHaveProperty("weighs");
    await expect(closely(model, { of: "coefficients" })).rejects.toMatchObject({
      diagnostic: { code: "look.no-coefficients" },
    });
  });
});

describe("a column profile", () => {
  const columns = [
    numberColumn("x", [1, 2, null, Number.POSITIVE_INFINITY]),
    numberColumn("when", [0, 86_400_000, null, 0], { kind: "datetime" }),
    numberColumn("gone", [null, null, null, null]),
    categoryColumn("k", ["a", null, "b", "b"], { role: "target" }),
  ];
  const small = tableFrom({ columns, source: "profile" });
  const profile = async (table: Table, from?: number) => {
    const look = await closely(table, { of: "profile", ...(from === undefined ? {} : { from }) });
    if (look.kind !== "table" || !look.profile) throw new Error("no profile");
    return look.profile;
  };

  it("tells of every kind of column, and of what is not there", async () => {
    const { columns: found, ...rest } = await profile(small);
    expect(rest).toEqual({ rows: 4, from: 0, count: 4 });
    expect(found).toMatchObject([
      { name: "x", missing: 1, distinct: 2, numbers: { infinite: 1, least: 1, greatest: 2, mean: 1.5 } },
      { name: "when", kind: "datetime", missing: 1, numbers: { least: 0, greatest: 86_400_000, median: 0 } },
      { name: "gone", missing: 4, distinct: 0, numbers: { least: null, mean: null, counts: [] } },
      {
        name: "k",
        role: "target",
        missing: 1,
        levels: [
          { level: "b", count: 2 },
          { level: "a", count: 1 },
        ],
      },
    ]);
  });

  it("comes a hundred columns at a time, with at most twelve levels", async () => {
    const many = Array.from({ length: 130 }, (_, i) => numberColumn(`c${i}`, [i]));
    const wide = tableFrom({ columns: many, source: "wide" });
    expect((await profile(wide)).columns).toHaveLength(100);
    const rest = await profile(wide, 100);
    expect([rest.columns.length, rest.columns[0].name, rest.count]).toEqual([30, "c100", 130]);
    const levels = categoryColumn(
      "k",
      Array.from({ length: 30 }, (_, i) => `l${i}`),
    );
    const [column] = (await profile(tableFrom({ columns: [levels], source: "levels" }))).columns;
    expect([column.levels?.length, column.distinct]).toEqual([12, 30]);
  });

  it("stands for a table without columns", async () => {
    expect(await profile({ kind: "table", rowCount: 0, columns: [], origin: [] })).toEqual({
      rows: 0,
      from: 0,
      count: 0,
      columns: [],
    });
  });
});

describe("a table in another order", () => {
  const table = takeRows(
    tableFrom({
      columns: [
        numberColumn("x", [4, null, 2, 8, 2]),
        categoryColumn("k", ["b", "a", "a", "b", "a"], { levels: ["a", "b"] }),
      ],
      source: "s",
    }),
    [4, 3, 2, 1, 0],
  );
  const shown = async (order: RowOrder, window: LookWindow = {}) => {
    const detail: LookDetail = { of: "order", ...order };
    const plain = lookAt(table, window);
    if (!plain) throw new Error("no look");
    const look = lookSchema.parse(await lookClosely(plain, table, detail, async () => undefined, window));
    if (look.kind !== "table") throw new Error("no table");
    return look;
  };

  it("shows a window of the rows, which keep their numbers", async () => {
    const up: RowOrder = { sort: { column: "x" } };
    const all = await shown(up);
    expect(all.rowIds).toEqual([4, 2, 0, 3, 1]);
    expect(all.rows[0]).toEqual([2, "a"]);
    expect(all.rows.at(-1)).toEqual([null, "a"]);
    expect(all).toMatchObject({ rowCount: 5, offset: 0, ordered: { rows: 5, unknown: 0 } });
    expect(await shown(up, { offset: 3, limit: 9 })).toMatchObject({ rowIds: [3, 1], offset: 3 });
    expect((await shown(up, { offset: 99 })).rowIds).toEqual([]);
  });

  it("shows the rows that meet a condition, and counts those that nobody can tell", async () => {
    const look = await shown({ where: "x < 5", sort: { column: "k", down: true } });
    expect(look.rowIds).toEqual([0, 4, 2]);
    expect(look.ordered).toEqual({ rows: 3, unknown: 1 });
    expect((await shown({ where: "x > 100" })).ordered).toEqual({ rows: 0, unknown: 1 });
  });

  it("is no detail of anything else", async () => {
    await expect(closely({ kind: "number", value: 1 }, { of: "order" })).rejects.toMatchObject({
      diagnostic: { code: "look.no-such-detail" },
    });
  });
});

describe("points", () => {
  const numbers = (text: string) => new Float64Array(Uint8Array.from(Buffer.from(text, "base64")).buffer);
  const points = async (table: Table, x = "x", y = "y") => {
    const plain = lookAt(table, {});
    if (!plain) throw new Error("no look");
    const detail: LookDetail = { of: "points", x, y };
    const look = lookSchema.parse(await lookClosely(plain, table, detail, async () => undefined));
    if (look.kind !== "table" || !look.points) throw new Error("no points");
    return look.points;
  };

  it("are all rows, with the numbers that they have in the source", async () => {
    const table = takeRows(
      tableFrom({
        columns: [numberColumn("x", [4, null, 2]), numberColumn("y", [1, 2, 0.1])],
        source: "s",
      }),
      [2, 1],
    );
    const { xs, ys, ids, at, ...rest } = await points(table);
    expect([...numbers(xs)]).toEqual([2, Number.NaN]);
    expect([...numbers(ys)]).toEqual([0.1, 2]);
    expect([...new Uint32Array(Uint8Array.from(Buffer.from(ids ?? "", "base64")).buffer)]).toEqual([2, 1]);
    expect(at).toBeUndefined();
    expect(rest).toEqual({ x: "x", y: "y", count: 2, of: 2 });
    await expect(points(table, "x", "z")).rejects.toMatchObject({
      diagnostic: { code: "look.no-such-detail" },
    });
  });

  it("are 100,000 evenly spaced rows of a longer table, first and last among them", async () => {
    const values = Array.from({ length: 250_001 }, (_, row) => row);
    const columns = [numberColumn("x", values), numberColumn("y", values)];
    const { xs, count, of, at } = await points(tableFrom({ columns, source: "s" }));
    expect([count, of]).toEqual([100_000, 250_001]);
    const shown = numbers(xs);
    expect([shown[0], shown.at(-1)]).toEqual([0, 250_000]);
    const gaps = new Set(shown.slice(1).map((value, point) => value - (shown[point] ?? 0)));
    expect([...gaps].sort()).toEqual([2, 3]);
    expect([...new Uint32Array(Uint8Array.from(Buffer.from(at ?? "", "base64")).buffer)]).toEqual([...shown]);
  });
});
