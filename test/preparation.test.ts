/**
 * Preparation as steps of a learner, over the real nodes: penguins, with categories and missing cells, are refused by a
 * learner that cannot take them before anything runs, and taken once the steps stand before it.
 */
import { afterAll, describe, expect, it } from "vitest";
import { startEngine } from "../cli/engine.ts";
import { wordDiagnostic } from "../core/words/word.ts";
import { runThrough } from "./support/follow.ts";
import { graph, type NodeSketch } from "./support/graphs.ts";

const engine = startEngine({ granted: [] });
afterAll(() => engine.dispose());

const logistic: NodeSketch = [
  "learner.logistic",
  { penalty: "l2", C: 1, l1Ratio: 0.5, tolerance: 1e-6, maxIterations: 200, classWeights: "none" },
];
const steps: Readonly<Record<string, NodeSketch>> = {
  impute: ["prepare.impute", { strategy: "median", value: 0, category: "missing", indicator: true }],
  "one-hot": ["prepare.one-hot", { unknown: "zeros", dropFirst: false }],
  standardize: ["prepare.standardize", { method: "z-score" }],
  pca: ["prepare.pca", { keep: "variance", components: 2, variance: 0.99, whiten: false }],
};

/** Penguins, split, fitted by logistic regression behind the steps, the first one nearest to Fit. */
function penguins(...names: string[]) {
  const chain = [...names, "end"];
  return graph(
    {
      data: ["data.example", { name: "penguins" }],
      parts: ["prepare.split", { test: 0.3, kind: "stratified", seed: 7 }],
      end: logistic,
      fit: ["evaluate.fit"],
      predict: ["evaluate.predict"],
      score: ["metric.classification", { on: "unseen", byStage: false }],
      ...Object.fromEntries(names.map((name) => [name.replace("-", ""), steps[name]])),
    },
    [
      "data.table → parts.table",
      "parts.train → fit.data",
      "parts.test → predict.data",
      "fit.model → predict.model",
      "predict.predictions → score.predictions",
      ...chain.map((name, at) => {
        const target = at === 0 ? "fit" : chain[at - 1].replace("-", "");
        return `${name.replace("-", "")}.learner → ${target}.learner`;
      }),
    ],
  );
}

describe("penguins", () => {
  it.each([
    [["features.kind", "features.missing"], []],
    [["features.kind"], ["impute"]],
    [["features.missing"], ["standardize", "one-hot"]],
    [["features.missing"], ["one-hot", "pca", "impute"]],
  ])("are refused for %j behind %j", async (codes, names) => {
    const { diagnostics } = await engine.check({ document: penguins(...names) });
    expect(diagnostics.map((one) => one.code).sort()).toEqual(codes);
    expect(diagnostics.every((one) => one.node === "fit" && one.severity === "error")).toBe(true);
  });

  it("are not said to miss the cells of the whole table in a part of it", async () => {
    const { diagnostics } = await engine.check({ document: penguins("one-hot") });
    expect(diagnostics[0].values).toMatchObject({ missing: 0 });
    expect(wordDiagnostic(diagnostics[0], "en").what).toMatch(/^Some rows have no value in/);
    expect(wordDiagnostic(diagnostics[0], "zh").what).toContain("”有缺失值，");
  });

  it.each([
    [["impute", "one-hot", "standardize"]],
    [["one-hot", "impute", "standardize"]],
    [["impute", "standardize", "one-hot", "pca"]],
  ])("are told apart behind %j", async (names) => {
    const document = penguins(...names);
    expect((await engine.check({ document })).diagnostics).toEqual([]);
    const { status, scores, diagnostics } = await runThrough(engine, { document });
    expect({ status, diagnostics }).toEqual({ status: "done", diagnostics: [] });
    expect(scores["score.accuracy"]).toBeGreaterThan(0.95);
  });
});
