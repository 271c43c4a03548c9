/** The decision tree, whole: CART for classes and numbers. */
import { tree } from "../../core/ml/tree/tree.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice, int, real } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { learnerPort } from "../ports.ts";

export const learnerTree = defineNode({
  id: "learner.tree",
  version: 1,
  title: "Tree",
  category: "learner",
  summary: "Asks one question about one column after another; takes missing values, classes and numbers.",
  formula: "max I − (W_L/W)·I_L − (W_R/W)·I_R   ·   pruned: min R(T) + α·|leaves|",
  idBase: "tree",
  inputs: {},
  params: {
    criterion: choice({
      title: "Criterion for classes",
      help: "The impurity that a question reduces most when the target has classes.",
      default: "gini",
      choices: { gini: "Gini", entropy: "entropy" },
    }),
    valueCriterion: choice({
      title: "Criterion for numbers",
      help: "The same for a numeric target: squared error (mean), absolute error (median), or Poisson for counts.",
      default: "squared",
      choices: { squared: "squared error", absolute: "absolute error", poisson: "Poisson deviance" },
    }),
    maxDepth: int({
      title: "Depth",
      help: "Questions from the root to a leaf, at most; 0 is no limit.",
      default: 0,
      min: 0,
      max: 1000,
      key: true,
    }),
    minSamplesLeaf: int({
      title: "Rows in a leaf",
      help: "No leaf has fewer rows than this.",
      default: 1,
      min: 1,
      max: 1_000_000,
      key: true,
    }),
    minSamplesSplit: int({
      title: "Rows to split",
      help: "A node with fewer rows than this becomes a leaf.",
      default: 2,
      min: 2,
      max: 1_000_000,
    }),
    maxLeafNodes: int({
      title: "Leaves",
      help: "At most so many leaves, the most improving split first; 0 is no limit.",
      default: 0,
      min: 0,
      max: 1_000_000,
    }),
    minImpurityDecrease: real({
      title: "Least improvement",
      help: "A split must reduce the impurity of the whole tree by at least this.",
      default: 0,
      min: 0,
      max: 1e9,
    }),
    ccpAlpha: real({
      title: "Pruning α",
      help: "Cost-complexity pruning: a branch must be worth α a leaf to stay; 0 prunes nothing.",
      default: 0,
      min: 0,
      max: 1e9,
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
    title: "决策树 Tree",
    summary: "逐列提问的决策树；可处理缺失值、类别目标与数值目标。",
    outputs: { learner: { title: "学习器", help: "配方；由“拟合”来训练。" } },
    params: {
      criterion: {
        title: "类别准则",
        help: "目标为类别时，所选问题使其下降最多的不纯度。",
        choices: { gini: "基尼 Gini", entropy: "熵 entropy" },
      },
      valueCriterion: {
        title: "数值准则",
        help: "目标为数值时的不纯度：平方误差（均值）、绝对误差（中位数），或用于计数的泊松偏差。",
        choices: { squared: "平方误差", absolute: "绝对误差", poisson: "泊松偏差" },
      },
      maxDepth: { title: "深度", help: "从根到叶最多的问题数；0 表示不限。" },
      minSamplesLeaf: { title: "叶的行数", help: "每个叶至少有这么多行。" },
      minSamplesSplit: { title: "可分的行数", help: "行数少于此值的节点成为叶。" },
      maxLeafNodes: { title: "叶数", help: "叶的最大个数，改进最大的划分优先；0 表示不限。" },
      minImpurityDecrease: { title: "最小改进", help: "一次划分至少要使整棵树的不纯度下降这么多。" },
      ccpAlpha: { title: "剪枝 α", help: "代价复杂度剪枝：每个叶至少要值 α 才保留分支；0 表示不剪枝。" },
      classWeights: {
        title: "类别权重",
        help: "“平衡”使每个类别的总权重相同，无论其多么稀少。",
        choices: { none: "无", balanced: "平衡" },
      },
    },
  },
  infer: (_inputs, { params }) => ({
    learner: { kind: "learner", algorithm: "tree", abilities: tree(params).abilities, passes: 20 },
  }),
  run: (_ctx, _inputs, params) => ({ learner: tree(params) }),
  script: (params) =>
    call("tree", {
      params,
      defaults: {
        criterion: "gini",
        valueCriterion: "squared",
        maxDepth: 0,
        minSamplesLeaf: 1,
        minSamplesSplit: 2,
        maxLeafNodes: 0,
        minImpurityDecrease: 0,
        ccpAlpha: 0,
        classWeights: "none",
      },
      outputs: "learner",
    }),
  examples: [
    {
      title: "Of depth 3",
      params: { maxDepth: 3 },
      expect: { "learner.algorithm": { equals: "tree" } },
    },
  ],
  sources: [
    "Breiman, Friedman, Olshen & Stone 1984, Classification and Regression Trees",
    "Twala, Jones & Hand 2008, Good methods for coping with missing data in decision trees",
  ],
});
