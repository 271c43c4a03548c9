/** Nearest neighbours against scikit-learn (test/golden/simple-learners.py). */
import { describe, expect, it } from "vitest";
import { golden } from "../../../test/golden/golden.ts";
import { type goldenData, readGolden, standardized } from "../../../test/golden/plain-csv.ts";
import { fitNow } from "../learner/fit.ts";
import { predictNow } from "../learner/predict.ts";
import { takeRows } from "../table/table.ts";
import { type KnnOptions, knn } from "./knn.ts";

type Case = { data: keyof typeof goldenData; options: KnnOptions; tied: number[]; said: number[][] };

describe.each(golden<{ cases: Case[] }>("knn.json").cases)("$data $options", (want) => {
  const whole = standardized(readGolden(want.data));
  const rows = Array.from({ length: whole.rowCount }, (_, row) => row);
  const train = takeRows(
    whole,
    rows.filter((row) => row % 3 > 0),
  );
  const test = takeRows(
    whole,
    rows.filter((row) => row % 3 === 0),
  );
  const got = predictNow(fitNow(knn(want.options), train), test);
  const said = got.task === "classification" ? (got.probabilities ?? new Float64Array()) : got.values;

  it("says the same, apart from rows with tied neighbours", () => {
    expect(want.tied.length).toBeLessThan(want.said.length / 4);
    expect(said).toHaveLength(want.said.flat().length);
    want.said.forEach((values, row) => {
      if (want.tied.includes(row)) return;
      values.forEach((value, k) => {
        expect(Math.abs(said[row * values.length + k] - value), `row ${row}`).toBeLessThan(
          1e-8 * Math.max(1, Math.abs(value)),
        );
      });
    });
  });
});
