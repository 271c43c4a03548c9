/** The ROC curve: how many of a class are found, for how many false alarms. */
import { roc } from "../../core/ml/metrics/roc.ts";
import { defineNode } from "../../core/node/node.ts";
import { call } from "../../core/node/script-form.ts";
import { figurePort, predictionsPort, scoresPort } from "../ports.ts";
import { judgedDefaults, judgedParams, judgedParamsZh, refuseUnjudgeable } from "./judged.ts";

export const metricRoc = defineNode({
  id: "metric.roc",
  version: 1,
  title: "ROC curve",
  category: "metric",
  summary: "True positive rate over false positive rate for every threshold, and the area under it.",
  formula: "TPR = TP / P   ·   FPR = FP / N   ·   AUC = P(p of a positive > p of a negative) + ½ P(equal)",
  idBase: "roc",
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
      help: "One line a class against the rest, with the averages over the classes.",
    }),
    scores: scoresPort({
      title: "Scores",
      help: "The area under each curve, and its means over the classes.",
    }),
  },
  traits: { cost: "heavy", evaluate: { predictions: "predictions" } },
  zh: {
    title: "ROC 曲线 ROC curve",
    summary: "每个阈值下的真阳性率与假阳性率，以及曲线下面积。",
    inputs: { predictions: { title: "预测结果", help: "带概率的分类预测，且真实类别已知。" } },
    outputs: {
      figure: { title: "曲线", help: "每个类别对其余各一条线，并给出各类别的平均。" },
      scores: { title: "评分", help: "每条曲线下的面积，以及各类别的平均。" },
    },
    params: { ...judgedParamsZh },
  },
  infer: ({ predictions }, { params, report }) => {
    refuseUnjudgeable(predictions, params, report);
    return { figure: { kind: "figure", form: "roc" }, scores: { kind: "scores" } };
  },
  run: (ctx, { predictions }, params) => ({ ...roc(predictions, params, ctx) }),
  script: (params) =>
    call("roc", {
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
        "scores.values.macroAuc": { atLeast: 0.7, atMost: 1 },
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
    "Hanley & McNeil 1982, The meaning and use of the area under a ROC curve",
    "Fawcett 2006, An introduction to ROC analysis",
  ],
});
