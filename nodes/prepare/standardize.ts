/** Brings features to one scale, as a step of a learner. */
import { standardize } from "../../core/ml/prepare/standardize.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { learnerPort } from "../ports.ts";
import { stepInput, stepInputZh, stepOutput, stepOutputZh, stepType } from "./step.ts";

export const prepareStandardize = defineNode({
  id: "prepare.standardize",
  version: 1,
  title: "Standardize",
  category: "prepare",
  summary: "Brings all features to one scale before a learner sees them, by the rows of each fit alone.",
  formula: "z = (x − x̄) / s   ·   z = (x − min) / (max − min)   ·   z = (x − median) / (q₇₅ − q₂₅)",
  idBase: "scaled",
  inputs: { learner: learnerPort(stepInput) },
  params: {
    method: choice({
      title: "Method",
      help: "z-score: mean 0, standard deviation 1. Min-max: from 0 to 1. Robust: median 0, quartiles 1 apart; outliers move it little.",
      default: "z-score",
      choices: { "z-score": "z-score", "min-max": "min-max", robust: "robust" },
      key: true,
    }),
  },
  outputs: { learner: learnerPort(stepOutput) },
  traits: {
    cost: "light",
    step: {
      input: "learner",
      output: "learner",
      order: 3,
      mends: ["logistic.not-converged", "linear.not-converged", "svm.not-converged"],
    },
  },
  zh: {
    title: "标准化 Standardize",
    summary: "在学习器看到数据之前把所有特征化为同一尺度，只依据每次拟合各自的行。",
    inputs: { learner: stepInputZh },
    outputs: { learner: stepOutputZh },
    params: {
      method: {
        title: "方法",
        help: "z 分数：均值 0、标准差 1。最小-最大：从 0 到 1。稳健：中位数 0、四分位距 1，受离群值影响小。",
        choices: { "z-score": "z 分数", "min-max": "最小-最大", robust: "稳健" },
      },
    },
  },
  infer: ({ learner }) => ({ learner: stepType("standardize", learner, (abilities) => abilities) }),
  run: (_ctx, { learner }, params) => ({ learner: standardize(learner, params) }),
  script: (params) =>
    call("standardize", {
      inputs: ["learner"],
      params,
      defaults: { method: "z-score" },
      outputs: "learner",
    }),
  examples: [
    {
      title: "z-scores, before logistic regression",
      inputs: { learner: "learner.logistic:learner" },
      expect: { "learner.algorithm": { equals: "standardize" } },
    },
  ],
  sources: ["Hastie, Tibshirani & Friedman 2009, The Elements of Statistical Learning, section 3.4"],
});
