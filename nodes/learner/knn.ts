/** Nearest neighbours: the rows that are most alike decide. */
import { knn } from "../../core/ml/neighbours/knn.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice, int } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { learnerPort } from "../ports.ts";

export const learnerKnn = defineNode({
  id: "learner.knn",
  version: 1,
  title: "Nearest neighbours",
  category: "learner",
  summary: "Asks the training rows that are most alike; standardize the features before it.",
  formula: "ŷ = Σ_{i ∈ N_k(x)} v_i · y_i / Σ v_i",
  idBase: "neighbours",
  inputs: {},
  params: {
    k: int({
      title: "Neighbours k",
      help: "How many rows are asked.",
      default: 5,
      min: 1,
      max: 10_000,
      key: true,
    }),
    weights: choice({
      title: "Votes",
      help: "Every neighbour counts the same, or the nearer the more (1/distance).",
      default: "uniform",
      choices: { uniform: "equal", distance: "by distance" },
      key: true,
    }),
    metric: choice({
      title: "Distance",
      help: "Along the straight line, or summed along the axes.",
      default: "euclidean",
      choices: { euclidean: "Euclidean", manhattan: "Manhattan" },
    }),
  },
  outputs: { learner: learnerPort({ title: "Learner", help: "The recipe; Fit trains it." }) },
  traits: { cost: "light" },
  zh: {
    title: "最近邻 Nearest neighbours",
    summary: "询问最相似的训练行；请先标准化特征。",
    outputs: { learner: { title: "学习器", help: "配方；由“拟合”来训练。" } },
    params: {
      k: { title: "近邻数 k", help: "询问多少个近邻。" },
      weights: {
        title: "投票",
        help: "每个近邻的票相同，或越近票越重（1/距离）。",
        choices: { uniform: "相同", distance: "按距离" },
      },
      metric: {
        title: "距离",
        help: "直线距离，或沿各坐标轴的距离之和。",
        choices: { euclidean: "欧几里得距离", manhattan: "曼哈顿距离" },
      },
    },
  },
  infer: (_inputs, { params }) => ({
    learner: { kind: "learner", algorithm: "knn", abilities: knn(params).abilities, passes: 1 },
  }),
  run: (_ctx, _inputs, params) => ({ learner: knn(params) }),
  script: (params) =>
    call("knn", {
      params: params,
      defaults: { k: 5, weights: "uniform", metric: "euclidean" },
      outputs: "learner",
    }),
  examples: [{ title: "Five neighbours", expect: { "learner.algorithm": { equals: "knn" } } }],
  sources: [
    "Cover & Hart 1967, Nearest neighbor pattern classification",
    "Dudani 1976, The distance-weighted k-nearest-neighbor rule",
  ],
});
