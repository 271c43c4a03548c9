/** Turns categories into columns of 0 and 1, as a step of a learner. */
import { oneHot } from "../../core/ml/prepare/one-hot.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice, flag } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { learnerPort } from "../ports.ts";
import { stepInput, stepInputZh, stepOutput, stepOutputZh, stepType } from "./step.ts";

export const prepareOneHot = defineNode({
  id: "prepare.one-hot",
  version: 1,
  title: "One-hot",
  category: "prepare",
  summary: "Turns each category into a feature of 0 and 1 before a learner sees it.",
  formula: "x_k = [x = k],  k = 1 … K",
  idBase: "encoded",
  inputs: { learner: learnerPort(stepInput) },
  params: {
    unknown: choice({
      title: "Unknown category",
      help: "What a category becomes that did not occur in the fit: zeros in all its features, with a warning, or an error.",
      default: "zeros",
      choices: { zeros: "all zeros", error: "error" },
      key: true,
    }),
    dropFirst: flag({
      title: "Drop the first",
      help: "Leaves the first category out: it is where all others are 0. Useful before linear models without a penalty.",
      default: false,
    }),
  },
  outputs: { learner: learnerPort(stepOutput) },
  traits: {
    cost: "light",
    step: { input: "learner", output: "learner", order: 2, mends: ["features.kind"] },
  },
  zh: {
    title: "独热编码 One-hot",
    summary: "在学习器看到数据之前，把每个类别变成一个 0/1 特征。",
    inputs: { learner: stepInputZh },
    outputs: { learner: stepOutputZh },
    params: {
      unknown: {
        title: "未知类别",
        help: "拟合时未出现的类别：各特征全为 0 并给出警告，或报错。",
        choices: { zeros: "全为 0", error: "报错" },
      },
      dropFirst: {
        title: "去掉第一个",
        help: "去掉第一个类别：其余全为 0 即表示它。适用于无惩罚的线性模型。",
      },
    },
  },
  infer: ({ learner }) => ({
    learner: stepType("one-hot", learner, (abilities) => ({ ...abilities, categories: true })),
  }),
  run: (_ctx, { learner }, params) => ({ learner: oneHot(learner, params) }),
  script: (params) =>
    call("oneHot", {
      inputs: ["learner"],
      params,
      defaults: { unknown: "zeros", dropFirst: false },
      outputs: "learner",
    }),
  examples: [
    {
      title: "Before logistic regression",
      inputs: { learner: "learner.logistic:learner" },
      expect: { "learner.algorithm": { equals: "one-hot" } },
    },
  ],
  sources: ["Suits 1957, Use of dummy variables in regression equations"],
});
