/** Gradient boosted trees, for numbers and classes: sums trees along the negative gradient of a loss. */
import { gbdt } from "../../core/ml/boost/gbdt.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice, int, real, seed } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { learnerPort } from "../ports.ts";

export const boosterGbdt = defineNode({
  id: "booster.gbdt",
  version: 1,
  title: "Gradient boosting",
  category: "booster",
  summary:
    "Sums regression trees, each fitted to the negative gradient of the loss so far. Classes and numbers.",
  formula: "r_i = −∂L/∂F(x_i)   ·   h_m ≈ r, each leaf by the loss   ·   F_m = F_{m−1} + ν · h_m",
  idBase: "gbdt",
  inputs: {},
  params: {
    rounds: int({
      title: "Rounds M",
      help: "Number of trees; for three and more classes, of trees a class.",
      default: 100,
      min: 1,
      max: 10_000,
      key: true,
    }),
    learningRate: real({
      title: "Shrinkage ν",
      help: "The part of each tree that is added. Smaller steps need more rounds and often do better on unseen rows.",
      default: 0.1,
      min: 0.000001,
      max: 10,
      key: true,
    }),
    loss: choice({
      title: "Loss of numbers",
      help: "Squared: trees fit residuals. Absolute: their signs, leaves are medians. Huber: squared near, absolute far. Quantile: predicts a quantile instead of the middle.",
      default: "squared",
      choices: { squared: "squared", absolute: "absolute", huber: "Huber", quantile: "quantile" },
      key: true,
    }),
    classLoss: choice({
      title: "Loss of classes",
      help: "Deviance, the log loss, for any number of classes; exponential, AdaBoost's loss, for two.",
      default: "deviance",
      choices: { deviance: "deviance", exponential: "exponential" },
    }),
    alpha: real({
      title: "Quantile α",
      help: "Which quantile is predicted; for Huber, the share of residuals that count squared.",
      default: 0.9,
      min: 0.001,
      max: 0.999,
      when: { param: "loss", in: ["huber", "quantile"] },
    }),
    maxDepth: int({
      title: "Maximal depth",
      help: "Questions from the root of a tree to a leaf: how many features may act together. 0 is no limit.",
      default: 3,
      min: 0,
      max: 1_000_000_000,
    }),
    maxLeafNodes: int({
      title: "Maximal leaves",
      help: "Leaves of a tree, the most improving split first; 0 is no limit.",
      default: 0,
      min: 0,
      max: 1_000_000_000,
    }),
    minSamplesSplit: int({
      title: "Rows to split",
      help: "A node of fewer rows is a leaf.",
      default: 2,
      min: 2,
      max: 1_000_000_000,
    }),
    minSamplesLeaf: int({
      title: "Rows in a leaf",
      help: "No child has fewer rows.",
      default: 1,
      min: 1,
      max: 1_000_000_000,
    }),
    minImpurityDecrease: real({
      title: "Least improvement",
      help: "By how much a split must lower the variance of the gradients, as a share of the tree's weight.",
      default: 0,
      min: 0,
      max: 1_000_000_000,
    }),
    subsample: real({
      title: "Rows a round",
      help: "Share of the rows that each round draws (stochastic gradient boosting); the others measure the round.",
      default: 1,
      min: 0.001,
      max: 1,
    }),
    maxFeatures: real({
      title: "Features a node",
      help: "Share of the features that each node looks at.",
      default: 1,
      min: 0.001,
      max: 1,
    }),
    patience: int({
      title: "Patience",
      help: "Stops when a validation part has not gained for so many rounds; 0 trains all rounds.",
      default: 0,
      min: 0,
      max: 10_000,
      unit: "rounds",
    }),
    validation: real({
      title: "Validation part",
      help: "Share of the training rows that decides when to stop. No tree sees them, but they count as seen by the model.",
      default: 0.1,
      min: 0.001,
      max: 0.999,
    }),
    tolerance: real({
      title: "Tolerance",
      help: "What counts as a gain of the validation loss.",
      default: 0.0001,
      min: 0,
      max: 1_000_000_000,
    }),
    seed: seed(),
  },
  outputs: { learner: learnerPort({ title: "Learner", help: "The boosted trees, as a learner." }) },
  traits: { seeded: true, cost: "light" },
  zh: {
    title: "梯度提升 GBDT",
    summary: "逐棵累加回归树，每棵都拟合当前损失的负梯度。目标可为类别或数值。",
    outputs: { learner: { title: "学习器", help: "提升后的树，作为学习器。" } },
    params: {
      rounds: { title: "轮数 M", help: "树的棵数；三个及以上类别时，为每个类别的棵数。" },
      learningRate: {
        title: "收缩系数 ν",
        help: "每棵树被加入的比例。步子越小，需要的轮数越多，在未见数据上往往更好。",
      },
      loss: {
        title: "数值的损失",
        help: "平方：树拟合残差。绝对：树拟合残差的符号，叶节点取中位数。Huber：近处平方，远处绝对。分位数：预测分位数而非中间值。",
        choices: { squared: "平方", absolute: "绝对", huber: "胡贝尔 Huber", quantile: "分位数" },
      },
      classLoss: {
        title: "类别的损失",
        help: "偏差（对数损失）适用于任意多个类别；指数（AdaBoost 的损失）适用于两个类别。",
        choices: { deviance: "偏差", exponential: "指数" },
      },
      alpha: { title: "分位数 α", help: "要预测的分位数；对 Huber，为按平方计的残差所占比例。" },
      maxDepth: {
        title: "最大深度",
        help: "从树根到叶节点的提问次数，即可共同起作用的特征数。0 表示不限。",
      },
      maxLeafNodes: { title: "最多叶节点", help: "每棵树的叶节点数，改善最大的划分优先；0 表示不限。" },
      minSamplesSplit: { title: "划分所需行数", help: "行数更少的节点成为叶节点。" },
      minSamplesLeaf: { title: "叶节点行数", help: "子节点的行数不少于此数。" },
      minImpurityDecrease: {
        title: "最小改善",
        help: "一次划分至少要使梯度的方差降低多少（按整棵树的权重计）。",
      },
      subsample: {
        title: "每轮的行",
        help: "每一轮抽取的行所占比例（随机梯度提升）；其余的行用来衡量这一轮。",
      },
      maxFeatures: { title: "每个节点的特征", help: "每个节点考察的特征所占比例。" },
      patience: { title: "耐心", help: "验证部分连续这么多轮没有改善时停止；0 表示训练全部轮数。" },
      validation: {
        title: "验证部分",
        help: "训练行中用来决定何时停止的比例。没有树使用它们，但它们算作模型见过的数据。",
      },
      tolerance: { title: "容差", help: "验证损失降低多少才算改善。" },
    },
  },
  infer: (_inputs, { params }) => ({
    learner: {
      kind: "learner",
      algorithm: "gbdt",
      abilities: gbdt({ classLoss: params.classLoss }).abilities,
      passes: params.rounds,
    },
  }),
  run: (_ctx, _inputs, params) => ({ learner: gbdt(params) }),
  script: (params) =>
    call("gbdt", {
      params,
      defaults: {
        rounds: 100,
        learningRate: 0.1,
        loss: "squared",
        classLoss: "deviance",
        alpha: 0.9,
        maxDepth: 3,
        maxLeafNodes: 0,
        minSamplesSplit: 2,
        minSamplesLeaf: 1,
        minImpurityDecrease: 0,
        subsample: 1,
        maxFeatures: 1,
        patience: 0,
        validation: 0.1,
        tolerance: 0.0001,
      },
      outputs: "learner",
    }),
  examples: [
    {
      title: "Twenty small trees",
      params: { rounds: 20, maxDepth: 2 },
      expect: { "learner.algorithm": { equals: "gbdt" } },
    },
    {
      title: "Half of the rows a round, and an early end",
      params: { rounds: 200, subsample: 0.5, patience: 10, validation: 0.2, loss: "huber", alpha: 0.8 },
      expect: { "learner.params.patience": { equals: 10 } },
    },
  ],
  sources: [
    "Friedman 2001, Greedy function approximation: a gradient boosting machine",
    "Friedman 2002, Stochastic gradient boosting",
    "Hastie, Tibshirani & Friedman 2009, The elements of statistical learning, chapter 10",
  ],
});
