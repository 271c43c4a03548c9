/** The metrics against scikit-learn, absent classes included (test/golden/metrics.py). */
import { describe, expect, it } from "vitest";
import { golden } from "../../../test/golden/golden.ts";
import type { ClassPredictions } from "../values.ts";
import { classification } from "./classification.ts";
import { confusion } from "./confusion.ts";

type Case = {
  name: string;
  classes: number;
  truth: number[];
  labels: number[];
  probabilities: number[][];
  values: Record<string, number>;
  perClass: Record<string, number[]>;
  confusion: number[];
};

describe.each(golden<{ cases: Case[] }>("metrics.json").cases)("$name", (want) => {
  const predictions: ClassPredictions = {
    kind: "predictions",
    task: "classification",
    target: "y",
    classes: Array.from({ length: want.classes }, (_, k) => String(k)),
    labels: Int32Array.from(want.labels),
    truth: Int32Array.from(want.truth),
    probabilities: Float64Array.from(want.probabilities.flat()),
    rows: [{ source: "test", ids: Uint32Array.from(want.truth.keys()) }],
    seen: [],
  };
  const scores = classification(predictions);

  it.each(Object.entries(want.values))("%s is %d", (name, value) => {
    expect(scores.values[name]).toBeCloseTo(value, 12);
  });

  it.each(Object.entries(want.perClass))("%s by class", (name, values) => {
    values.forEach((value, k) => {
      expect(scores.perClass?.series[name][k]).toBeCloseTo(value, 12);
    });
  });

  it("counts the confusions", () => {
    expect([...confusion(predictions).counts]).toEqual(want.confusion);
  });
});
