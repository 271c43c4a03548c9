/** Linear regression: least squares, ridge, lasso, elastic net. */
import { linear } from "../../core/ml/linear/linear.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice, flag, int, real } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { learnerPort } from "../ports.ts";

export const learnerLinear = defineNode({
  id: "learner.linear",
  version: 1,
  title: "Linear regression",
  category: "learner",
  summary: "Predicts a number as a weighted sum; with a penalty, standardize the features before it.",
  formula: "ridge: min Σ e² + α‖w‖²   ·   lasso, elastic net: min Σ e²/(2n) + αρ‖w‖₁ + α(1 − ρ)/2·‖w‖²",
  idBase: "linear",
  inputs: {},
  params: {
    penalty: choice({
      title: "Penalty",
      help: "Ridge shrinks all weights, lasso sets weak ones to 0, elastic net mixes the two.",
      default: "none",
      choices: { none: "none", ridge: "ridge", lasso: "lasso", "elastic-net": "elastic net" },
      key: true,
    }),
    alpha: real({
      title: "α",
      help: "Strength of the penalty. That of ridge is not shared among the rows, the others are.",
      default: 1,
      min: 0,
      max: 1e12,
      logarithmic: true,
      key: true,
      when: { param: "penalty", in: ["ridge", "lasso", "elastic-net"] },
    }),
    l1Ratio: real({
      title: "l1 share ρ",
      help: "Share of the l1 part in the elastic net.",
      default: 0.5,
      min: 0,
      max: 1,
      when: { param: "penalty", in: ["elastic-net"] },
    }),
    intercept: flag({
      title: "Constant",
      help: "Whether the sum has a constant term; without one the line goes through 0.",
      default: true,
    }),
    tolerance: real({
      title: "Tolerance",
      help: "Training ends when a sweep moves the fitted values by no larger share of the target.",
      default: 1e-8,
      min: 1e-15,
      max: 1,
      logarithmic: true,
      when: { param: "penalty", in: ["lasso", "elastic-net"] },
    }),
    maxIterations: int({
      title: "Sweeps",
      help: "Sweeps over the weights, at most; a warning says when they did not suffice.",
      default: 10_000,
      min: 1,
      max: 10_000_000,
      when: { param: "penalty", in: ["lasso", "elastic-net"] },
    }),
  },
  outputs: { learner: learnerPort({ title: "Learner", help: "The recipe; Fit trains it." }) },
  traits: { cost: "light" },
  zh: {
    title: "线性回归 Linear regression",
    summary: "用加权和预测数值；使用惩罚时请先标准化特征。",
    outputs: { learner: { title: "学习器", help: "配方；由“拟合”来训练。" } },
    params: {
      penalty: {
        title: "惩罚",
        help: "岭回归缩小所有权重，套索把弱的权重变为 0，弹性网兼有两者。",
        choices: { none: "无", ridge: "岭 ridge", lasso: "套索 lasso", "elastic-net": "弹性网" },
      },
      alpha: { title: "强度 α", help: "惩罚的强度。岭回归的 α 不按行数平均，其余的按行数平均。" },
      l1Ratio: { title: "l1 比例 ρ", help: "弹性网中 l1 部分所占的比例。" },
      intercept: { title: "常数项", help: "是否含常数项；没有时直线过原点。" },
      tolerance: { title: "容差", help: "当一轮更新对拟合值的改变占目标的比例不超过此值时，训练结束。" },
      maxIterations: { title: "轮数", help: "对权重最多更新这么多轮；不够时会给出警告。" },
    },
  },
  infer: (_inputs, { params }) => ({
    learner: { kind: "learner", algorithm: "linear", abilities: linear(params).abilities, passes: 4 },
  }),
  run: (_ctx, _inputs, params) => ({ learner: linear(params) }),
  script: (params) =>
    call("linear", {
      params,
      defaults: {
        penalty: "none",
        alpha: 1,
        l1Ratio: 0.5,
        intercept: true,
        tolerance: 1e-8,
        maxIterations: 10_000,
      },
      outputs: "learner",
    }),
  examples: [{ title: "Least squares", expect: { "learner.algorithm": { equals: "linear" } } }],
  sources: [
    "Hoerl & Kennard 1970, Ridge regression",
    "Tibshirani 1996, Regression shrinkage and selection via the lasso",
    "Zou & Hastie 2005, Regularization and variable selection via the elastic net",
    "Friedman, Hastie & Tibshirani 2010, Regularization paths for generalized linear models via coordinate descent",
  ],
});
