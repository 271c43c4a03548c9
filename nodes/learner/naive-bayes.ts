/** Gaussian naive Bayes. */
import { naiveBayes } from "../../core/ml/bayes/naive-bayes.ts";
import { defineNode } from "../../core/node/node.ts";
import { real } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { learnerPort } from "../ports.ts";

export const learnerNaiveBayes = defineNode({
  id: "learner.naive-bayes",
  version: 1,
  title: "Naive Bayes",
  category: "learner",
  summary:
    "A bell curve for each class and feature, as if features were independent: quick, and a fair baseline.",
  formula: "p(c | x) ∝ π_c · Π_j N(x_j; μ_cj, σ²_cj + ε)",
  idBase: "bayes",
  inputs: {},
  params: {
    varSmoothing: real({
      title: "Smoothing",
      help: "Share of the largest variance that is added to all variances.",
      default: 1e-9,
      min: 0,
      max: 1_000_000,
      logarithmic: true,
      key: true,
    }),
  },
  outputs: { learner: learnerPort({ title: "Learner", help: "The recipe; Fit trains it." }) },
  traits: { cost: "light" },
  zh: {
    title: "朴素贝叶斯 Naive Bayes",
    summary: "每个类别的每个特征一条钟形曲线，视各特征相互独立：快速，且是不错的基线。",
    outputs: { learner: { title: "学习器", help: "配方；由“拟合”来训练。" } },
    params: {
      varSmoothing: { title: "平滑", help: "把最大方差的这一比例加到所有方差上。" },
    },
  },
  infer: (_inputs, { params }) => ({
    learner: {
      kind: "learner",
      algorithm: "naive-bayes",
      abilities: naiveBayes(params).abilities,
      passes: 2,
    },
  }),
  run: (_ctx, _inputs, params) => ({ learner: naiveBayes(params) }),
  script: (params) =>
    call("naiveBayes", { params: params, defaults: { varSmoothing: 1e-9 }, outputs: "learner" }),
  examples: [{ title: "Bell curves", expect: { "learner.algorithm": { equals: "naive-bayes" } } }],
  sources: [
    "Maron 1961, Automatic indexing: an experimental inquiry",
    "Hand & Yu 2001, Idiot's Bayes: not so stupid after all?",
  ],
});
