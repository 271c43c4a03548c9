/** Turns categories into whole numbers, as a step of a learner. */
import { ordinal } from "../../core/ml/prepare/ordinal.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { learnerPort } from "../ports.ts";
import { stepInput, stepInputZh, stepOutput, stepOutputZh, stepType } from "./step.ts";

export const prepareOrdinal = defineNode({
  id: "prepare.ordinal",
  version: 1,
  title: "Ordinal",
  category: "prepare",
  summary:
    "Numbers the categories of each feature, in order of their names, before a learner sees them. For trees.",
  formula: "x = k-th category → k − 1",
  idBase: "numbered",
  inputs: { learner: learnerPort(stepInput) },
  params: {
    unknown: choice({
      title: "Unknown category",
      help: "What a category becomes that did not occur in the fit: −1, with a warning, or an error.",
      default: "minus-one",
      choices: { "minus-one": "−1", error: "error" },
      key: true,
    }),
  },
  outputs: { learner: learnerPort(stepOutput) },
  traits: {
    cost: "light",
    step: { input: "learner", output: "learner", order: 2, mends: ["features.kind"] },
  },
  zh: {
    title: "序数编码 Ordinal",
    summary: "在学习器看到数据之前，按名称顺序给每个特征的类别编号。适用于树。",
    inputs: { learner: stepInputZh },
    outputs: { learner: stepOutputZh },
    params: {
      unknown: {
        title: "未知类别",
        help: "拟合时未出现的类别：记为 −1 并给出警告，或报错。",
        choices: { "minus-one": "记为 −1", error: "报错" },
      },
    },
  },
  infer: ({ learner }) => ({
    learner: stepType("ordinal", learner, (abilities) => ({ ...abilities, categories: true })),
  }),
  run: (_ctx, { learner }, params) => ({ learner: ordinal(learner, params) }),
  script: (params) =>
    call("ordinal", {
      inputs: ["learner"],
      params,
      defaults: { unknown: "minus-one" },
      outputs: "learner",
    }),
  examples: [
    {
      title: "Before a tree",
      inputs: { learner: "learner.tree:learner" },
      expect: { "learner.algorithm": { equals: "ordinal" } },
    },
  ],
  sources: ["Stevens 1946, On the theory of scales of measurement"],
});
