/** Rounds replayed against sums worked out by hand, and against what the fit has recorded. */
import { describe, expect, it } from "vitest";
import { type GbdtOptions, gbdt } from "../boost/gbdt.ts";
import { fitNow } from "../learner/fit.ts";
import { standardize } from "../prepare/standardize.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { moons } from "../table/generate.ts";
import { friedman1, sine } from "../table/generate-values.ts";
import { tableFrom } from "../table/table.ts";
import { stump } from "../tree/stump.ts";
import type { Table } from "../values.ts";
import { replayRound } from "./gradient-replay.ts";

const pace = { pause: async () => undefined, now: () => 0 };
const four = tableFrom({
  columns: [numberColumn("x", [0, 1, 2, 3]), numberColumn("y", [0, 0, 4, 8], { role: "target" })],
  source: "replay",
});

function replay(options: GbdtOptions, table: Table, round: number, part = 0) {
  return replayRound(fitNow(gbdt(options), table), table, { round, part }, pace);
}

it("tells a round of squared loss by its residuals, its tree and their sum", async () => {
  const found = await replay({ learningRate: 0.5, maxDepth: 1, rounds: 3 }, four, 1);
  expect(found).toMatchObject({ round: 1, rounds: 3, x: "x", loss: "squared", rate: 0.5 });
  expect([...found.before]).toEqual([3, 3, 3, 3]);
  expect([...found.gradient]).toEqual([-3, -3, 1, 5]);
  expect([...found.tree]).toEqual([-3, -3, 3, 3]);
  expect([...found.after]).toEqual([1.5, 1.5, 4.5, 4.5]);
  // The line steps where the tree does, halfway between 1 and 2.
  const { line } = found;
  expect(line?.xs.filter((_, i) => line.after[i] === 1.5).at(-1)).toBeCloseTo(1.5, 1);
});

it("tells signs for absolute loss", async () => {
  const found = await replay({ loss: "absolute", rounds: 2 }, four, 1);
  expect([...found.before]).toEqual([2, 2, 2, 2]);
  expect([...found.gradient]).toEqual([-1, -1, 1, 1]);
});

describe("agrees with what the fit has recorded", () => {
  const table = sine({ rows: 120, noise: 0.3, seed: 2 });
  it.each([1, 2, 17])("in round %d", async (round) => {
    const found = await replay({ loss: "huber", alpha: 0.8, rounds: 20 }, table, round);
    const { delta = 0, lossAfter } = found;
    const losses = found.truth.map((y, i) => {
      const distance = Math.abs(y - found.after[i]);
      return distance <= delta ? distance ** 2 / 2 : delta * (distance - delta / 2);
    });
    expect(losses.reduce((sum, loss) => sum + loss, 0) / 120).toBeCloseTo(lossAfter ?? 0, 12);
    expect(Math.max(...found.gradient.map(Math.abs))).toBeCloseTo(delta, 12);
    expect(found.lossBefore === undefined).toBe(round === 1);
    const next = await replay({ loss: "huber", alpha: 0.8, rounds: 20 }, table, round + 1);
    expect(next.before).toEqual(found.after);
  });
});

it("speaks of probabilities, class by class", async () => {
  const columns = [
    numberColumn("x", [0, 1, 2, 3, 4, 5]),
    categoryColumn("y", ["a", "a", "b", "b", "c", "c"], { role: "target" }),
  ];
  const table = tableFrom({ columns, source: "replay" });
  const found = await replay({ rounds: 30 }, table, 30, 1);
  expect([...found.truth]).toEqual([0, 0, 1, 1, 0, 0]);
  for (let i = 0; i < 6; i++) {
    expect(found.before[i] + found.gradient[i]).toBeCloseTo(found.truth[i], 12);
    expect(found.after[i] > 0.5).toBe(found.truth[i] === 1);
  }
  const two = await replay({ rounds: 5, classLoss: "exponential" }, moons({ rows: 60, seed: 1 }), 5);
  expect(two.axes).toEqual(["x", "y"]);
  expect(two.line).toBeUndefined();
  expect([...two.after].every((p) => p > 0 && p < 1)).toBe(true);
});

it("looks behind steps, and samples a long table", async () => {
  const table = friedman1({ rows: 3000, seed: 1 });
  const model = fitNow(standardize(gbdt({ rounds: 3 })), table);
  const found = await replayRound(model, table, { round: 9, x: "x4" }, pace);
  expect(found).toMatchObject({ round: 3, x: "x4", of: 3000 });
  expect(found.rows).toHaveLength(1500);
  const axis = table.columns[3];
  expect("values" in axis && found.xs[10] === axis.values[found.rows[10]]).toBe(true);
});

it("refuses what boosts no gradients", async () => {
  const table = moons({ rows: 30 });
  await expect(replayRound(fitNow(stump(), table), table, { round: 1 }, pace)).rejects.toThrow(
    /look.no-replay/,
  );
});
