/** Looks at values: windows, what JSON cannot say, and that every look passes the border's schema. */
import { describe, expect, it } from "vitest";
import { numberColumn } from "../ml/table/columns.ts";
import { moons } from "../ml/table/generate.ts";
import { tableFrom, takeRows } from "../ml/table/table.ts";
import type { Predictions, Scores, Trace } from "../ml/values.ts";
import { lookSchema } from "../service/look-schema.ts";
import { type LookWindow, lookAt } from "./look.ts";

const look = (value: unknown, window: LookWindow = {}) =>
  lookSchema.parse(JSON.parse(JSON.stringify(lookAt(value, window))));
const table = moons({ rows: 2500 });

describe("a look at a table", () => {
  it.each([
    [{}, 0, 100],
    [{ offset: 2450 }, 2450, 50],
    [{ offset: 9999 }, 0, 0],
    [{ limit: 100_000 }, 0, 1000],
    [{ offset: -5, limit: 3 }, 0, 3],
    [{ limit: 0 }, 0, 0],
  ])("through the window %j", (window, offset, count) => {
    expect(look(table, window)).toMatchObject({ kind: "table", rowCount: 2500, offset });
    const found = look(table, window);
    if (found.kind !== "table") throw new Error("no table");
    expect(found.rows).toHaveLength(count);
    expect(found.rowIds).toEqual(Array.from({ length: count }, (_, i) => offset + i));
  });

  it("numbers rows as their source does, and shows what is missing as null", () => {
    const odd = tableFrom({
      columns: [
        numberColumn("x", [1, null, Number.POSITIVE_INFINITY]),
        numberColumn("when", [0, null, 9e15], { kind: "datetime" }),
      ],
      source: "s",
    });
    const found = look(takeRows(odd, [2, 1, 0]));
    expect(found).toMatchObject({
      rowIds: [2, 1, 0],
      columns: [
        { name: "x", missing: 1 },
        { name: "when", missing: 1 },
      ],
    });
    expect(found).toMatchObject({
      rows: [
        [null, null],
        [null, null],
        [1, "1970-01-01T00:00:00.000Z"],
      ],
    });
  });
});

describe("a look at a trace", () => {
  const trace: Trace = {
    kind: "trace",
    index: "round",
    length: 5000,
    series: { loss: Float64Array.from({ length: 5000 }, (_, i) => (i === 3 ? Number.NaN : i)) },
  };

  it("thins a long one evenly and keeps its ends", () => {
    const found = look(trace, { limit: 11 });
    if (found.kind !== "trace") throw new Error("no trace");
    expect(found.at).toHaveLength(11);
    expect([found.at[0], found.at[10]]).toEqual([1, 5000]);
    expect(found.series.loss).toEqual(found.at.map((count) => count - 1));
  });

  it("shows all of it when asked, gaps as null", () => {
    const found = look(trace, { limit: 100_000 });
    if (found.kind !== "trace") throw new Error("no trace");
    expect(found.at).toHaveLength(5000);
    expect(found.series.loss[3]).toBeNull();
  });

  it("takes one without any points", () => {
    expect(look({ kind: "trace", index: "round", length: 0, series: {} })).toEqual({
      kind: "trace",
      index: "round",
      length: 0,
      at: [],
      series: {},
    });
  });
});

describe("other looks", () => {
  it("turn numbers that are none into null", () => {
    const scores: Scores = {
      kind: "scores",
      on: "unseen",
      rows: 1,
      values: { mcc: Number.NaN, accuracy: 1 },
    };
    expect(look(scores)).toMatchObject({ values: { mcc: null, accuracy: 1 } });
    expect(look({ kind: "number", value: Number.NEGATIVE_INFINITY })).toEqual({
      kind: "number",
      value: null,
    });
  });

  it("show predictions with truth and probability", () => {
    const predictions: Predictions = {
      kind: "predictions",
      task: "classification",
      target: "y",
      classes: ["no", "yes"],
      labels: Int32Array.of(1, 0),
      probabilities: Float64Array.of(0.25, 0.75, 1, 0),
      truth: Int32Array.of(-1, 0),
      rows: [{ source: "s", ids: Uint32Array.of(7, 9) }],
      seen: [],
    };
    expect(look(predictions)).toMatchObject({
      rows: [
        { row: 7, predicted: "yes", truth: null, probability: 0.75 },
        { row: 9, predicted: "no", truth: "no", probability: 1 },
      ],
    });
  });

  it("are none for what is no value", () => {
    for (const value of [null, undefined, 3, "text", {}, { kind: "toString" }, { kind: "weights" }])
      expect(lookAt(value, {})).toBeUndefined();
  });
});
