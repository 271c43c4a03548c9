/** Truth minus prediction, for numbers with a truth only. */
import { expect, it } from "vitest";
import { residualsOf } from "./residuals.ts";

it("takes the prediction from the truth, and leaves out what has none", () => {
  const rows = [
    { row: 4, predicted: 2, truth: 5, probability: null },
    { row: 7, predicted: 2, truth: null, probability: null },
    { row: 9, predicted: "a", truth: "b", probability: 0.5 },
  ];
  expect(residualsOf({ rows, offset: 20 })).toEqual([{ id: 4, at: 20, predicted: 2, residual: 3 }]);
});
