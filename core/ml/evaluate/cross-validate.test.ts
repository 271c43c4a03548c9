/** What cross-validation promises beside its numbers: who saw what, what is refused, and that it can be stopped. */
import { describe, expect, it } from "vitest";
import { Cancelled, type Diagnostic, DiagnosticError } from "../../base/diagnostic.ts";
import { adaBoost } from "../boost/adaboost.ts";
import { constant } from "../constant/constant.ts";
import { quietContext } from "../context.ts";
import { classification } from "../metrics/classification.ts";
import { regression } from "../metrics/regression.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { moons } from "../table/generate.ts";
import { columnNamed, tableFrom, takeRows } from "../table/table.ts";
import { stump } from "../tree/stump.ts";
import { tree } from "../tree/tree.ts";
import type { Learner, Table } from "../values.ts";
import { crossValidateNow } from "./cross-validate.ts";
import type { FoldOptions } from "./folds.ts";

describe("the mean of a numeric target", () => {
  // Each third is predicted by the mean of the two others, so every number follows by hand.
  const y = [0, 3, 6];
  const table = tableFrom({
    columns: [numberColumn("x", [1, 2, 3]), numberColumn("y", y, { role: "target" })],
    source: "a".repeat(64),
  });
  const { scores, folds, predictions } = crossValidateNow(constant(), table, { folds: 3, kind: "random" });

  it("is predicted from the rows of the other folds", () => {
    expect(predictions).toMatchObject({ task: "regression", target: "y", seen: [], rows: table.origin });
    if (predictions.task === "regression") expect([...predictions.values]).toEqual([4.5, 3, 1.5]);
  });

  it("has mean and standard deviation over folds, and no R² of single rows", () => {
    expect(scores).toMatchObject({ on: "unseen", rows: 3 });
    expect(scores.values.mae).toBeCloseTo(3, 12);
    expect(scores.values.maeSd).toBeCloseTo(Math.sqrt((1.5 ** 2 + 3 ** 2 + 1.5 ** 2) / 2), 12);
    expect(Object.keys(scores.values)).not.toContain("r2");
  });

  it("has a row for each fold", () => {
    expect(folds.columns.slice(0, 4).map(({ name }) => name)).toEqual([
      "repeat",
      "fold",
      "train rows",
      "test rows",
    ]);
    expect(columnNamed(folds, "train rows")).toMatchObject({ values: new Float64Array([2, 2, 2]) });
    expect(folds.origin[0].source).not.toBe(table.origin[0].source);
  });
});

describe("predictions out of fold", () => {
  const data = moons({ rows: 90, seed: 2 });

  it("are scored by the metrics as unseen", () => {
    const { predictions, scores } = crossValidateNow(tree(), data, { repeats: 3, folds: 9 });
    const pooled = classification(predictions);
    expect([pooled.rows, scores.rows]).toEqual([90, 90]);
    expect(pooled.on).toBe("unseen");
    expect(Math.abs(pooled.values.accuracy - scores.values.accuracy)).toBeLessThan(0.1);
    expect(() => regression(predictions)).toThrow(DiagnosticError);
  });

  it("by time are of the rows that were tested", () => {
    const { predictions, scores } = crossValidateNow(tree(), data, { kind: "time", folds: 7 });
    expect(scores.rows).toBe(77);
    expect([...predictions.rows[0].ids]).toEqual(Array.from({ length: 77 }, (_, i) => 13 + i));
    expect(predictions).toMatchObject({ truth: { length: 77 } });
  });

  it("of a class that a fold has not learned count as wrong, with probability 0", () => {
    const classes = ["a", "b", "a", "b", "a", "b", "a", "c"];
    const columns = [
      numberColumn("x", [1, 2, 1, 2, 1, 2, 1, 3]),
      categoryColumn("class", classes, { role: "target" }),
    ];
    const said: string[] = [];
    const ctx = { ...quietContext, warn: ({ code }: Diagnostic) => void said.push(code) };
    const table = tableFrom({ columns, source: "b".repeat(64) });
    const { predictions } = crossValidateNow(tree(), table, { folds: 8, kind: "random" }, ctx);
    expect(predictions).toMatchObject({ classes: ["a", "b", "c"] });
    if (predictions.task !== "classification") return;
    expect(predictions.probabilities?.[7 * 3 + 2]).toBe(0);
    expect(predictions.labels[7]).not.toBe(2);
    expect(said).toEqual(["predict.unseen-classes"]);
  });
});

describe("refused before any fit", () => {
  const data = moons({ rows: 40 });
  const firstTwenty = Array.from({ length: 20 }, (_, row) => row);
  const sorted = takeRows(data, [...evens(40), ...evens(40).map((row) => row + 1)]);
  it.each<[string, Table, FoldOptions]>([
    ["leakage.folds-share-rows", takeRows(data, [...firstTwenty, ...firstTwenty]), {}],
    ["folds.one-class", sorted, { kind: "time", folds: 3 }],
    ["fit.no-target", { ...data, columns: data.columns.slice(0, 2) }, { kind: "random" }],
    ["fit.no-features", { ...data, columns: data.columns.slice(2) }, {}],
    ["fit.one-class", takeRows(data, evens(40)), {}],
  ])("%s", (code, table, options) => {
    // A learner that nobody knows: the first fit would fail otherwise.
    const never: Learner = { ...stump(), algorithm: "nobody" };
    let thrown: unknown;
    try {
      crossValidateNow(never, table, options);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ diagnostic: { code } });
  });

  it("but copies within a group are taken", () => {
    const pair = (row: number) => [row, row];
    const doubled = takeRows(data, Array.from({ length: 40 }, (_, row) => row).flatMap(pair));
    const groups = numberColumn(
      "g",
      Array.from({ length: 80 }, (_, row) => row >> 1),
      { role: "group" },
    );
    const table = { ...doubled, columns: [...doubled.columns, groups] };
    expect(crossValidateNow(stump(), table, { kind: "group" }).scores.rows).toBe(80);
  });
});

it("stops inside a fit, and counts fits", () => {
  const seen: string[] = [];
  let calls = 0;
  const ctx = {
    ...quietContext,
    progress(done: number, total: number) {
      seen.push(`${done}/${total}`);
      if (done === 1 && ++calls === 40) throw new Cancelled();
    },
  };
  const learner = adaBoost(stump(), { rounds: 500 });
  expect(() => crossValidateNow(learner, moons({ rows: 200 }), { folds: 3 }, ctx)).toThrow(Cancelled);
  expect(seen.at(-1)).toBe("1/3");
});

function evens(below: number): number[] {
  return Array.from({ length: below / 2 }, (_, i) => 2 * i);
}
