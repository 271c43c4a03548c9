/** Scores of a classifier on rows it has not seen. */
import { problem } from "../../core/base/diagnostic.ts";
import { classification } from "../../core/ml/metrics/classification.ts";
import { defineNode } from "../../core/node/node.ts";
import { flag } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { predictionsPort, scoresPort } from "../ports.ts";
import { refuseLeak, scoredOn, scoredOnZh } from "../scored-on.ts";

export const metricClassification = defineNode({
  id: "metric.classification",
  version: 1,
  title: "Classification",
  category: "metric",
  summary: "Accuracy, balanced accuracy, precision, recall, F1, MCC, Cohen's κ, log loss and Brier score.",
  formula: "accuracy = (1/n) Σ [ŷ_i = y_i]   ·   F1 = 2PR / (P + R)",
  idBase: "scores",
  inputs: {
    predictions: predictionsPort({ title: "Predictions", help: "Of a classifier, with the truth known." }),
  },
  params: {
    on: scoredOn,
    byStage: flag({
      title: "By stage",
      help: "Also the accuracy after each round of a boosted model.",
      default: true,
    }),
  },
  outputs: {
    scores: scoresPort({ title: "Scores", help: "One number a metric, and each class by itself." }),
  },
  traits: { cost: "heavy", evaluate: { predictions: "predictions" } },
  zh: {
    title: "分类指标 Classification",
    summary: "准确率、平衡准确率、精确率、召回率、F1、MCC、Cohen κ、对数损失与 Brier 分数。",
    inputs: { predictions: { title: "预测结果", help: "分类器的预测，且真实类别已知。" } },
    outputs: { scores: { title: "评分", help: "每个指标一个数，并给出每个类别的结果。" } },
    params: {
      on: scoredOnZh,
      byStage: { title: "逐轮", help: "同时给出提升模型每一轮之后的准确率。" },
    },
  },
  infer: ({ predictions }, { params, report }) => {
    if (predictions?.kind === "predictions" && predictions.task === "regression") {
      report(problem("metric.not-classes", { target: predictions.target ?? "" }, { port: "predictions" }));
    }
    refuseLeak(predictions, params.on, report);
    return { scores: { kind: "scores" } };
  },
  run: (ctx, { predictions }, params) => ({ scores: classification(predictions, params, ctx) }),
  script: (params) =>
    call("classification", {
      inputs: ["predictions"],
      params,
      defaults: { on: "unseen", byStage: false },
      outputs: "scores",
    }),
  examples: [
    {
      title: "A training score, labelled so",
      inputs: { predictions: "evaluate.predict:predictions" },
      params: { on: "training" },
      expect: { "scores.on": { equals: "training" }, "scores.values.accuracy": { atLeast: 0.5, atMost: 1 } },
    },
  ],
  sources: [
    "Sokolova & Lapalme 2009, A systematic analysis of performance measures for classification tasks",
    "Matthews 1975 (MCC); Cohen 1960 (κ); Brier 1950",
  ],
});
