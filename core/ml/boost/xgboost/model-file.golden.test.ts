/**
 * XGBoost's model files both ways. Read: the same margins (test/golden/xgboost-exact.py). Written: `xgboost-ours.ts` writes models of
 * ours, `xgboost-ours.py` lets XGBoost in Python load them and keeps what it predicts.
 */
import { describe, expect, it } from "vitest";
import { golden } from "../../../../test/golden/golden.ts";
import type { goldenData } from "../../../../test/golden/plain-csv.ts";
import { goldenFeatures } from "../../../../test/golden/xgboost-fit.ts";
import { ours } from "../../../../test/golden/xgboost-ours.ts";
import { DiagnosticError } from "../../../base/diagnostic.ts";
import { quietContext } from "../../context.ts";
import { type BoostedEnsemble, ensembleMargins } from "./boosted-rounds.ts";
import { readXgboostModel } from "./read-model.ts";
import { writeXgboostModel } from "./write-model.ts";

type Theirs = { data: keyof typeof goldenData; margins: number[]; rows: number[]; model: unknown };

const { models } = golden<{ models: Theirs[] }>("xgboost-exact.json");
const { loaded } = golden<{ loaded: { rows: number[]; margins: number[] }[] }>("xgboost-ours.json");

function marginsOf(
  ensemble: BoostedEnsemble,
  data: Theirs["data"],
  rows: readonly number[],
  holes = false,
): number[] {
  const { features, rowCount } = goldenFeatures(data, holes);
  const margins = ensembleMargins(ensemble, features, rowCount, quietContext);
  return rows.flatMap((row) => [...margins.subarray(row * ensemble.groups, (row + 1) * ensemble.groups)]);
}

function farthest(got: readonly number[], want: readonly number[]): number {
  expect(got.length).toBe(want.length);
  return Math.max(...got.map((value, at) => Math.abs(value - want[at]) / Math.max(1, Math.abs(want[at]))));
}

describe.each(models)("XGBoost's model of $data", ({ data, margins, rows, model }) => {
  const { ensemble } = readXgboostModel(JSON.stringify(model));

  it("predicts here what it predicts there", () => {
    expect(farthest(marginsOf(ensemble, data, rows), margins)).toBeLessThan(1e-6);
  });

  it("is the same after it was written and read again", () => {
    const again = readXgboostModel(writeXgboostModel(ensemble)).ensemble;
    expect(again.trees.map(({ threshold, left }) => [threshold, left])).toEqual(
      ensemble.trees.map(({ threshold, left }) => [threshold, left]),
    );
    expect(farthest(marginsOf(again, data, rows), margins)).toBeLessThan(1e-6);
  });
});

it.each(ours.map((one, at) => [one.name, one, loaded[at]] as const))(
  "our model of %s is loaded by XGBoost and says the same",
  (_, { want, ensemble }, { rows, margins }) => {
    expect(farthest(marginsOf(ensemble, want.data, rows, want.given.holes === true), margins)).toBeLessThan(
      1e-6,
    );
  },
);

describe("a model file that is none", () => {
  const whole = JSON.stringify(models[0].model);
  const codeOf = (json: string): string => {
    try {
      readXgboostModel(json);
      return "read";
    } catch (thrown) {
      if (thrown instanceof DiagnosticError) return thrown.diagnostic.code;
      throw thrown;
    }
  };

  it("is refused wherever it is cut off", () => {
    for (let length = 0; length < whole.length; length += 97)
      expect(codeOf(whole.slice(0, length))).toBe("xgboost-model.json");
  });

  it("is refused or read, and never worse, whatever one value becomes", () => {
    const hostile = [null, -1, 1e9, 0.5, "x", [], {}, [1, 2], "[NaN]", true];
    let refused = 0;
    const visit = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      const holder = value as Record<string, unknown>;
      for (const name of Object.keys(holder).slice(0, 14)) {
        const before = holder[name];
        for (const instead of hostile) {
          holder[name] = instead;
          const code = codeOf(JSON.stringify(model));
          expect(code === "read" || code.startsWith("xgboost-model.")).toBe(true);
          if (code !== "read") refused++;
        }
        holder[name] = before;
        visit(before);
      }
    };
    const model = JSON.parse(whole) as { learner: { gradient_booster: { model: { trees: unknown[] } } } };
    model.learner.gradient_booster.model.trees.length = 3;
    (model.learner.gradient_booster.model as Record<string, unknown>).tree_info = [0, 1, 2];
    visit(model);
    expect(refused).toBeGreaterThan(500);
  });

  it.each([
    ["prototype keys", '{"__proto__": {"learner": {}}}', "xgboost-model.field"],
    ["nested ten thousand times", `${"[".repeat(10_000)}${"]".repeat(10_000)}`, "xgboost-model.field"],
    ["a linear booster", whole.replace('"name":"gbtree"', '"name":"gblinear"'), "xgboost-model.booster"],
    ["an unknown objective", whole.replace('"multi:softprob"', '"survival:aft"'), "xgboost-model.objective"],
    ["a circle", whole.replace(/"left_children":\[1,/, '"left_children":[0,'), "xgboost-model.tree"],
    ["a feature too many", whole.replaceAll('"num_feature":"4"', '"num_feature":"1"'), "xgboost-model.tree"],
  ])("%s", (_, json, code) => {
    expect(codeOf(json)).toBe(code);
  });
});
