/** The baseline: the same answer for every row. */
import { constant } from "../../core/ml/constant/constant.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { learnerPort } from "../ports.ts";

export const learnerConstant = defineNode({
  id: "learner.constant",
  version: 1,
  title: "Constant",
  category: "learner",
  summary:
    "Says the same for every row: the most frequent class, the mean or the median. What every learner must beat.",
  formula: "ŷ = argmax_k Σ_i w_i [y_i = k]   ·   ŷ = Σ w_i y_i / Σ w_i",
  idBase: "baseline",
  inputs: {},
  params: {
    value: choice({
      title: "Of numbers",
      help: "What is said of a numeric target; of classes it is always the most frequent one.",
      default: "mean",
      choices: { mean: "mean", median: "median" },
      key: true,
    }),
  },
  outputs: { learner: learnerPort({ title: "Learner", help: "The recipe; Fit trains it." }) },
  traits: { cost: "light" },
  zh: {
    title: "常数 Constant",
    summary: "对每一行给出相同的预测：最常见的类别、均值或中位数。任何学习器都应优于它。",
    outputs: { learner: { title: "学习器", help: "配方；由“拟合”来训练。" } },
    params: {
      value: {
        title: "数值目标",
        help: "目标为数值时给出的值；目标为类别时总是最常见的类别。",
        choices: { mean: "均值", median: "中位数" },
      },
    },
  },
  infer: (_inputs, { params }) => ({
    learner: { kind: "learner", algorithm: "constant", abilities: constant(params).abilities, passes: 1 },
  }),
  run: (_ctx, _inputs, params) => ({ learner: constant(params) }),
  script: (params) => call("constant", { params, defaults: { value: "mean" }, outputs: "learner" }),
  examples: [{ title: "The mean", expect: { "learner.algorithm": { equals: "constant" } } }],
  sources: ["Hyndman & Koehler 2006, Another look at measures of forecast accuracy"],
});
