/** The precision-recall curve: how pure the finds are, for how many are found. */
import { precisionRecall } from "../../core/ml/metrics/precision-recall.ts";
import { defineNode } from "../../core/node/node.ts";
import { call } from "../../core/node/script-form.ts";
import { figurePort, predictionsPort, scoresPort } from "../ports.ts";
import { judgedDefaults, judgedParams, judgedParamsZh, refuseUnjudgeable } from "./judged.ts";

export const metricPrecisionRecall = defineNode({
  id: "metric.precision-recall",
  version: 1,
  title: "Precision-recall curve",
  category: "metric",
  summary:
    "Precision over recall for every threshold, and average precision: what counts when a class is rare.",
  formula: "AP = Σ_n (R_n − R_{n−1}) P_n   ·   P = TP / (TP + FP)   ·   R = TP / P",
  idBase: "precisionRecall",
  inputs: {
    predictions: predictionsPort({
      title: "Predictions",
      help: "Of a classifier with probabilities, with the truth known.",
    }),
  },
  params: { ...judgedParams },
  outputs: {
    figure: figurePort({
      title: "Curve",
      help: "One line a class against the rest, with the average over all pairs.",
    }),
    scores: scoresPort({
      title: "Scores",
      help: "The average precision of each curve, and its means over the classes.",
    }),
  },
  traits: { cost: "heavy", evaluate: { predictions: "predictions" } },
  zh: {
    title: "精确率-召回率曲线 Precision-recall",
    summary: "每个阈值下的精确率与召回率，以及平均精确率：适合稀有类别。",
    inputs: { predictions: { title: "预测结果", help: "带概率的分类预测，且真实类别已知。" } },
    outputs: {
      figure: { title: "曲线", help: "每个类别对其余各一条线，并给出合并所有行与类别的平均。" },
      scores: { title: "评分", help: "每条曲线的平均精确率，以及各类别的平均。" },
    },
    params: { ...judgedParamsZh },
  },
  infer: ({ predictions }, { params, report }) => {
    refuseUnjudgeable(predictions, params, report);
    return { figure: { kind: "figure", form: "precision-recall" }, scores: { kind: "scores" } };
  },
  run: (ctx, { predictions }, params) => ({ ...precisionRecall(predictions, params, ctx) }),
  script: (params) =>
    call("precisionRecall", {
      inputs: ["predictions"],
      params,
      defaults: { ...judgedDefaults },
      outputs: { figure: "figure", scores: "scores" },
    }),
  examples: [
    {
      title: "Out-of-fold predictions of three classes",
      inputs: { predictions: "evaluate.cross-validate:predictions" },
      expect: {
        "figure.kind": { equals: "curves" },
        "scores.on": { equals: "unseen" },
        "scores.values.macroAveragePrecision": { atLeast: 0.4, atMost: 1 },
      },
    },
    {
      title: "One class against the rest, on training rows, labelled so",
      params: { on: "training", positive: "setosa" },
      inputs: { predictions: "evaluate.predict:predictions" },
      expect: { "scores.on": { equals: "training" } },
    },
  ],
  sources: [
    "Davis & Goadrich 2006, The relationship between Precision-Recall and ROC curves",
    "Saito & Rehmsmeier 2015, The precision-recall plot is more informative than the ROC plot on imbalanced datasets",
  ],
});
