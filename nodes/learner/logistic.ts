/** Logistic regression: linear scores, made into probabilities. */
import { logistic } from "../../core/ml/linear/logistic.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice, int, real } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { learnerPort } from "../ports.ts";

export const learnerLogistic = defineNode({
  id: "learner.logistic",
  version: 1,
  title: "Logistic regression",
  category: "learner",
  summary:
    "Weighs the features and turns the sum into class probabilities; standardize the features before it.",
  formula: "min Σ w_i · −ln softmax(W x_i + b)_{y_i} + P(W) / C",
  idBase: "logistic",
  inputs: {},
  params: {
    penalty: choice({
      title: "Penalty",
      help: "l2 shrinks all weights, l1 sets weak ones to 0, elastic net mixes the two.",
      default: "l2",
      choices: { none: "none", l2: "l2", l1: "l1", "elastic-net": "elastic net" },
      key: true,
    }),
    C: real({
      title: "C",
      help: "Inverse strength of the penalty: a smaller C shrinks more.",
      default: 1,
      min: 1e-12,
      max: 1e12,
      logarithmic: true,
      key: true,
      when: { param: "penalty", in: ["l2", "l1", "elastic-net"] },
    }),
    l1Ratio: real({
      title: "l1 share",
      help: "Share of the l1 part in the elastic net.",
      default: 0.5,
      min: 0,
      max: 1,
      when: { param: "penalty", in: ["elastic-net"] },
    }),
    tolerance: real({
      title: "Tolerance",
      help: "Training ends when no derivative of the mean objective is larger.",
      default: 1e-6,
      min: 1e-15,
      max: 1,
      logarithmic: true,
    }),
    maxIterations: int({
      title: "Iterations",
      help: "At most so many; a warning says when they did not suffice.",
      default: 1000,
      min: 1,
      max: 1_000_000,
    }),
    classWeights: choice({
      title: "Class weights",
      help: "Balanced makes every class weigh the same, however rare it is.",
      default: "none",
      choices: { none: "none", balanced: "balanced" },
    }),
  },
  outputs: { learner: learnerPort({ title: "Learner", help: "The recipe; Fit trains it." }) },
  traits: { cost: "light" },
  zh: {
    title: "逻辑回归 Logistic regression",
    summary: "对特征加权求和，再化为类别概率；请先标准化特征。",
    outputs: { learner: { title: "学习器", help: "配方；由“拟合”来训练。" } },
    params: {
      penalty: {
        title: "惩罚",
        help: "l2 缩小所有权重，l1 把弱的权重变为 0，弹性网兼有两者。",
        choices: { none: "无", l2: "l2 范数", l1: "l1 范数", "elastic-net": "弹性网" },
      },
      C: { title: "C（惩罚强度的倒数）", help: "惩罚强度的倒数：C 越小，收缩越强。" },
      l1Ratio: { title: "l1 比例", help: "弹性网中 l1 部分所占的比例。" },
      tolerance: { title: "容差", help: "当平均目标函数的所有导数都不大于此值时，训练结束。" },
      maxIterations: { title: "迭代次数", help: "最多迭代这么多次；不够时会给出警告。" },
      classWeights: {
        title: "类别权重",
        help: "“平衡”使每个类别的总权重相同，无论其多么稀少。",
        choices: { none: "无", balanced: "平衡" },
      },
    },
  },
  infer: (_inputs, { params }) => ({
    learner: { kind: "learner", algorithm: "logistic", abilities: logistic(params).abilities, passes: 20 },
  }),
  run: (_ctx, _inputs, params) => ({ learner: logistic(params) }),
  script: (params) =>
    call("logistic", {
      params,
      defaults: {
        penalty: "l2",
        C: 1,
        l1Ratio: 0.5,
        tolerance: 1e-6,
        maxIterations: 1000,
        classWeights: "none",
      },
      outputs: "learner",
    }),
  examples: [{ title: "With an l2 penalty", expect: { "learner.algorithm": { equals: "logistic" } } }],
  sources: [
    "Cox 1958, The regression analysis of binary sequences",
    "Zou & Hastie 2005, Regularization and variable selection via the elastic net",
    "Liu & Nocedal 1989, On the limited memory BFGS method for large scale optimization",
  ],
});
