/** Scores of predicted numbers on rows that the model has not seen. */
import { problem } from "../../core/base/diagnostic.ts";
import { regression } from "../../core/ml/metrics/regression.ts";
import { defineNode } from "../../core/node/node.ts";
import { flag, real } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { predictionsPort, scoresPort } from "../ports.ts";
import { refuseLeak, scoredOn, scoredOnZh } from "../scored-on.ts";

export const metricRegression = defineNode({
  id: "metric.regression",
  version: 2,
  migrations: [{ version: 2, migrate: (node) => ({ ...node, params: { byStage: true, ...node.params } }) }],
  title: "Regression",
  category: "metric",
  summary: "RMSE, MAE, median and maximal error, R², explained variance, MAPE and pinball loss.",
  formula: "RMSE = √(Σ e² / n)   ·   R² = 1 − Σ e² / Σ (y − ȳ)²   ·   pinball = Σ max(τe, (τ − 1)e) / n",
  idBase: "scores",
  inputs: {
    predictions: predictionsPort({ title: "Predictions", help: "Of numbers, with the truth known." }),
  },
  params: {
    on: scoredOn,
    tau: real({
      title: "Quantile τ",
      help: "Which quantile the pinball loss judges; 0.5 is the median.",
      default: 0.5,
      min: 0,
      max: 1,
      open: true,
    }),
    byStage: flag({
      title: "By stage",
      help: "Also RMSE and MAE after each round of a boosted model.",
      default: true,
    }),
  },
  outputs: { scores: scoresPort({ title: "Scores", help: "One number a metric." }) },
  traits: { cost: "heavy", evaluate: { predictions: "predictions" } },
  zh: {
    title: "回归指标 Regression",
    summary: "均方根误差、平均绝对误差、误差的中位数与最大值、R²、可解释方差、MAPE 与分位数损失。",
    inputs: { predictions: { title: "预测结果", help: "数值预测，且真实值已知。" } },
    outputs: { scores: { title: "评分", help: "每个指标一个数。" } },
    params: {
      on: scoredOnZh,
      tau: { title: "分位数 τ", help: "分位数损失所评价的分位数；0.5 即中位数。" },
      byStage: { title: "逐轮", help: "同时给出提升模型每一轮之后的 RMSE 与 MAE。" },
    },
  },
  infer: ({ predictions }, { params, report }) => {
    if (predictions?.kind === "predictions" && predictions.task === "classification") {
      report(problem("metric.not-numbers", { target: predictions.target ?? "" }, { port: "predictions" }));
    }
    refuseLeak(predictions, params.on, report);
    return { scores: { kind: "scores" } };
  },
  run: (ctx, { predictions }, params) => ({ scores: regression(predictions, params, ctx) }),
  script: (params) =>
    call("regression", {
      inputs: ["predictions"],
      params,
      defaults: { on: "unseen", tau: 0.5, byStage: false },
      outputs: "scores",
    }),
  examples: [
    {
      title: "The mean as a prediction, on training rows",
      inputs: { predictions: "evaluate.predict#2:predictions" },
      params: { on: "training" },
      expect: { "scores.values.r2": { atLeast: 0, atMost: 0 }, "scores.values.maxError": { atLeast: 0 } },
    },
  ],
  sources: [
    "Koenker & Bassett 1978, Regression quantiles",
    "Hyndman & Koehler 2006, Another look at measures of forecast accuracy",
  ],
});
