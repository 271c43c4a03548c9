/** The perceptron with the rule of 1957. */
import { perceptron } from "../../core/ml/perceptron/perceptron.ts";
import { defineNode } from "../../core/node/node.ts";
import { int } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { learnerPort } from "../ports.ts";

export const learnerPerceptron = defineNode({
  id: "learner.perceptron",
  version: 1,
  title: "Perceptron",
  category: "learner",
  summary: "Rosenblatt's rule of 1957: move the plane at every mistake, until a whole pass has none.",
  formula: "s·(w·x + b) ≤ 0  ⇒  w ← w + s·x,  b ← b + s   ·   mistakes ≤ (R/γ)²",
  idBase: "perceptron",
  inputs: {},
  params: {
    maxPasses: int({
      title: "Passes",
      help: "Passes over the rows, at most: without a separating plane they would never end.",
      default: 1000,
      min: 1,
      max: 1_000_000,
      key: true,
    }),
  },
  outputs: { learner: learnerPort({ title: "Learner", help: "The recipe; Fit trains it." }) },
  traits: { cost: "light" },
  zh: {
    title: "感知机 Perceptron",
    summary: "罗森布拉特 1957 年的规则：每出一个错就移动平面，直到整整一遍没有错误。",
    outputs: { learner: { title: "学习器", help: "配方；由“拟合”来训练。" } },
    params: {
      maxPasses: { title: "遍数", help: "最多遍历这么多遍：若不存在分隔平面，它永不停止。" },
    },
  },
  infer: (_inputs, { params }) => ({
    learner: {
      kind: "learner",
      algorithm: "perceptron",
      abilities: perceptron(params).abilities,
      passes: params.maxPasses,
    },
  }),
  run: (_ctx, _inputs, params) => ({ learner: perceptron(params) }),
  script: (params) =>
    call("perceptron", { params: params, defaults: { maxPasses: 1000 }, outputs: "learner" }),
  examples: [{ title: "The rule of 1957", expect: { "learner.algorithm": { equals: "perceptron" } } }],
  sources: [
    "Rosenblatt 1957, The perceptron: a perceiving and recognizing automaton",
    "Novikoff 1962, On convergence proofs on perceptrons",
  ],
});
