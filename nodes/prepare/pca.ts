/** Projects features onto their principal components, as a step of a learner. */
import { mostFeatures, pca } from "../../core/ml/prepare/pca.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice, flag, int, real } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { learnerPort } from "../ports.ts";
import { stepInput, stepInputZh, stepOutput, stepOutputZh, stepType } from "./step.ts";

export const preparePca = defineNode({
  id: "prepare.pca",
  version: 1,
  title: "PCA",
  category: "prepare",
  summary: "Turns features into the few directions along which the rows of a fit differ most.",
  formula: "C = Σ (x − x̄)(x − x̄)ᵀ / (n − 1),  C v_k = λ_k v_k,  z_k = v_kᵀ (x − x̄)",
  idBase: "components",
  inputs: { learner: learnerPort(stepInput) },
  params: {
    keep: choice({
      title: "Keep",
      help: "A number of components, or as many as explain a share of the variance.",
      default: "count",
      choices: { count: "a number", variance: "a share of the variance" },
      key: true,
    }),
    components: int({
      title: "Components",
      help: "How many components, at most the smaller of rows and features.",
      default: 2,
      min: 1,
      max: mostFeatures,
      key: true,
      when: { param: "keep", in: ["count"] },
    }),
    variance: real({
      title: "Explained variance",
      help: "The share of the variance that the kept components explain.",
      default: 0.95,
      min: 0,
      max: 1,
      open: true,
      key: true,
      when: { param: "keep", in: ["variance"] },
    }),
    whiten: flag({ title: "Whiten", help: "Scales every component to variance 1.", default: false }),
  },
  outputs: { learner: learnerPort(stepOutput) },
  traits: { cost: "light", step: { input: "learner", output: "learner", order: 4, mends: [] } },
  zh: {
    title: "主成分分析 PCA",
    summary: "把特征变成少数几个方向：拟合所用的行在这些方向上差异最大。",
    inputs: { learner: stepInputZh },
    outputs: { learner: stepOutputZh },
    params: {
      keep: {
        title: "保留",
        help: "保留指定个数的成分，或保留足以解释给定方差比例的成分。",
        choices: { count: "指定个数", variance: "方差比例" },
      },
      components: { title: "成分数", help: "成分的个数，不超过行数与特征数中的较小者。" },
      variance: { title: "解释的方差", help: "所保留的成分解释的方差比例。" },
      whiten: { title: "白化", help: "把每个成分的方差缩放为 1。" },
    },
  },
  infer: ({ learner }) => ({
    learner: stepType("pca", learner, (abilities) => ({ ...abilities, missing: false, categories: false })),
  }),
  run: (_ctx, { learner }, params) => ({ learner: pca(learner, params) }),
  script: (params) =>
    call("pca", {
      inputs: ["learner"],
      params,
      defaults: { keep: "count", components: 2, variance: 0.95, whiten: false },
      outputs: "learner",
    }),
  examples: [
    {
      title: "Two components, before a tree",
      inputs: { learner: "learner.tree:learner" },
      expect: { "learner.algorithm": { equals: "pca" } },
    },
  ],
  sources: [
    "Pearson 1901, On lines and planes of closest fit to systems of points in space",
    "Hotelling 1933, Analysis of a complex of statistical variables into principal components",
  ],
});
