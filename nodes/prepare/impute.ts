/** Fills missing cells, as a step of a learner. */
import { impute } from "../../core/ml/prepare/impute.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice, flag, real, text } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { learnerPort } from "../ports.ts";
import { stepInput, stepInputZh, stepOutput, stepOutputZh, stepType } from "./step.ts";

export const prepareImpute = defineNode({
  id: "prepare.impute",
  version: 1,
  title: "Impute",
  category: "prepare",
  summary: "Fills missing cells before a learner sees them, by what each fit finds in its own rows.",
  formula: "x_ij missing → mean, median or most frequent of the x_kj that are there",
  idBase: "filled",
  inputs: { learner: learnerPort(stepInput) },
  params: {
    strategy: choice({
      title: "Fill with",
      help: "What a missing number becomes. Categories get the most frequent one, or with “constant” a name of their own.",
      default: "mean",
      choices: { mean: "mean", median: "median", "most-frequent": "most frequent", constant: "constant" },
      key: true,
    }),
    value: real({
      title: "Number",
      help: "The number that is filled in.",
      default: 0,
      min: -1e15,
      max: 1e15,
      when: { param: "strategy", in: ["constant"] },
    }),
    category: text({
      title: "Category",
      help: "The category that is filled in.",
      default: "missing",
      maxLength: 200,
      when: { param: "strategy", in: ["constant"] },
    }),
    indicator: flag({
      title: "Mark the gaps",
      help: "Adds a feature of 0 and 1 for every feature that had missing cells in the fit.",
      default: false,
      key: true,
    }),
  },
  outputs: { learner: learnerPort(stepOutput) },
  traits: {
    cost: "light",
    step: { input: "learner", output: "learner", order: 1, mends: ["features.missing"] },
  },
  zh: {
    title: "填补 Impute",
    summary: "在学习器看到数据之前填补缺失值，填补值由每次拟合各自的行得出。",
    inputs: { learner: stepInputZh },
    outputs: { learner: stepOutputZh },
    params: {
      strategy: {
        title: "填入",
        help: "缺失的数值填入什么。类别填入最常见的类别；选“常数”时填入一个单独的类别名。",
        choices: { mean: "均值", median: "中位数", "most-frequent": "最常见值", constant: "常数" },
      },
      value: { title: "数值", help: "填入的数值。" },
      category: { title: "类别", help: "填入的类别名。" },
      indicator: { title: "标记缺失", help: "为拟合时有缺失的每个特征增加一个 0/1 特征。" },
    },
  },
  infer: ({ learner }) => ({
    learner: stepType("impute", learner, (abilities) => ({ ...abilities, missing: true })),
  }),
  run: (_ctx, { learner }, params) => ({ learner: impute(learner, params) }),
  script: (params) =>
    call("impute", {
      inputs: ["learner"],
      params,
      defaults: { strategy: "mean", value: 0, category: "missing", indicator: false },
      outputs: "learner",
    }),
  examples: [
    {
      title: "The mean, before a linear model",
      inputs: { learner: "learner.linear:learner" },
      expect: { "learner.algorithm": { equals: "impute" } },
    },
  ],
  sources: ["Little & Rubin 2019, Statistical Analysis with Missing Data, chapter 4"],
});
