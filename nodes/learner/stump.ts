/** A decision tree with one question: the classic weak learner. */
import { stump } from "../../core/ml/tree/stump.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { learnerPort } from "../ports.ts";

export const learnerStump = defineNode({
  id: "learner.stump",
  version: 1,
  title: "Stump",
  category: "learner",
  summary: "A tree with a single question about a single column: weak alone, strong when boosted.",
  formula: "Gini 1 − Σ p_k²   ·   entropy −Σ p_k log₂ p_k",
  idBase: "weak",
  inputs: {},
  params: {
    criterion: choice({
      title: "Criterion",
      help: "The impurity that the question reduces most.",
      default: "gini",
      choices: { gini: "Gini", entropy: "entropy" },
      key: true,
    }),
  },
  outputs: { learner: learnerPort({ title: "Learner", help: "The recipe; Fit trains it." }) },
  traits: { cost: "light" },
  zh: {
    title: "决策树桩 Stump",
    summary: "只问一个列的一个问题的决策树：单独使用很弱，提升之后很强。",
    outputs: { learner: { title: "学习器", help: "配方；由“拟合”来训练。" } },
    params: {
      criterion: {
        title: "准则",
        help: "所选问题使其下降最多的不纯度。",
        choices: { gini: "基尼 Gini", entropy: "熵 entropy" },
      },
    },
  },
  infer: (_inputs, { params }) => ({
    learner: { kind: "learner", algorithm: "stump", abilities: stump(params).abilities, passes: 4 },
  }),
  run: (_ctx, _inputs, params) => ({ learner: stump(params) }),
  script: (params) => call("stump", { params, defaults: { criterion: "gini" }, outputs: "learner" }),
  examples: [{ title: "Gini", expect: { "learner.algorithm": { equals: "stump" } } }],
  sources: [
    "Iba & Langley 1992, Induction of one-level decision trees",
    "Breiman, Friedman, Olshen & Stone 1984, Classification and Regression Trees",
  ],
});
