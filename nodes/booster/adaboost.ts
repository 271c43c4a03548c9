/** AdaBoost over any weak learner: re-weighting or re-sampling rounds, K classes by SAMME. */
import { problem } from "../../core/base/diagnostic.ts";
import { adaBoost, boostedAbilities } from "../../core/ml/boost/adaboost.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice, int, real, seed } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { learnerPort } from "../ports.ts";

export const boosterAdaBoost = defineNode({
  id: "booster.adaboost",
  version: 2,
  title: "AdaBoost",
  category: "booster",
  summary:
    "Weighted vote of weak learners; each round attends to what the last ones missed. Classes and numbers.",
  formula: "α_m = ln((1 − e_m) / e_m) + ln(K − 1)   ·   D_{m+1}(i) ∝ D_m(i) · exp(α_m · [h_m(x_i) ≠ y_i])",
  idBase: "boost",
  inputs: { learner: learnerPort({ title: "Learner", help: "The weak learner to boost." }) },
  params: {
    rounds: int({
      title: "Rounds M",
      help: "Number of boosting rounds.",
      default: 50,
      min: 1,
      max: 10_000,
      key: true,
    }),
    learningRate: real({
      title: "Learning rate",
      help: "Factor on every learner's weight α; smaller steps need more rounds.",
      default: 1,
      min: 0,
      max: 10,
      open: true,
    }),
    each: choice({
      title: "Each round",
      help: "Re-weight gives the learner the weights D; re-sample draws a training set by D for it.",
      default: "re-weight",
      choices: { "re-weight": "re-weight", "re-sample": "re-sample" },
      key: true,
    }),
    loss: choice({
      title: "Loss of numbers",
      help: "How an error counts when the target is a number (AdaBoost.R2, which re-samples as published).",
      default: "linear",
      choices: { linear: "linear", square: "square", exponential: "exponential" },
    }),
    seed: { ...seed(), when: { param: "each", in: ["re-sample"] } },
  },
  outputs: { learner: learnerPort({ title: "Learner", help: "The boosted ensemble, as a learner." }) },
  traits: { seeded: true, cost: "light" },
  zh: {
    title: "自适应提升 AdaBoost",
    summary: "弱学习器的加权投票；每一轮关注之前各轮分错的样本。目标可为类别或数值。",
    inputs: { learner: { title: "学习器", help: "要提升的弱学习器。" } },
    outputs: { learner: { title: "学习器", help: "提升后的集成，本身也是学习器。" } },
    params: {
      rounds: { title: "轮数 M", help: "提升的轮数。" },
      learningRate: { title: "学习率", help: "乘在每个学习器权重 α 上的系数；步子越小，需要的轮数越多。" },
      each: {
        title: "每一轮",
        help: "重加权：把权重 D 交给学习器；重采样：按 D 抽取训练集。",
        choices: { "re-weight": "重加权", "re-sample": "重采样" },
      },
      loss: {
        title: "数值的损失",
        help: "目标为数值时误差如何计入（AdaBoost.R2，原文采用重采样）。",
        choices: { linear: "线性", square: "平方", exponential: "指数" },
      },
    },
  },
  migrations: [{ version: 2, migrate: (node) => ({ ...node, params: { loss: "linear", ...node.params } }) }],
  infer: ({ learner }, { params, report }) => {
    const inner = learner?.kind === "learner" ? learner : undefined;
    const abilities = inner?.abilities;
    const name = inner?.algorithm ?? "";
    if (abilities && params.each === "re-weight" && !abilities.weights) {
      report(problem("wire.learner-without-weights", { learner: name }, { port: "learner" }));
    }
    return {
      learner: {
        kind: "learner",
        algorithm: "adaboost",
        ...(abilities ? { abilities: boostedAbilities(abilities) } : {}),
        passes: params.rounds * (inner?.passes ?? 1),
      },
    };
  },
  run: (_ctx, { learner }, params) => ({ learner: adaBoost(learner, params) }),
  script: (params) =>
    call("adaBoost", {
      inputs: ["learner"],
      params,
      defaults: { rounds: 50, learningRate: 1, each: "re-weight", loss: "linear" },
      outputs: "learner",
    }),
  examples: [
    {
      title: "Ten boosted stumps",
      inputs: { learner: "learner.stump:learner" },
      params: { rounds: 10 },
      expect: { "learner.algorithm": { equals: "adaboost" } },
    },
  ],
  sources: [
    "Freund & Schapire 1997, A decision-theoretic generalization of on-line learning and an application to boosting",
    "Drucker 1997, Improving regressors using boosting techniques (AdaBoost.R2)",
    "Zhu, Zou, Rosset & Hastie 2009, Multi-class AdaBoost (SAMME)",
  ],
});
