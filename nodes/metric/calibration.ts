/** Calibration: whether what is said to be 80 % likely happens in 80 of 100 cases. */
import { calibration } from "../../core/ml/metrics/calibration.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice, int } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { figurePort, predictionsPort, scoresPort } from "../ports.ts";
import { judgedDefaults, judgedParams, judgedParamsZh, refuseUnjudgeable } from "./judged.ts";

export const metricCalibration = defineNode({
  id: "metric.calibration",
  version: 1,
  title: "Calibration",
  category: "metric",
  summary:
    "Whether predicted probabilities come true: reliability by bin, calibration errors and Brier scores.",
  formula: "ECE = Σ_b (n_b / n) |share_b − p̄_b|   ·   Brier = (1/n) Σ_i Σ_k (p_ik − [y_i = k])²",
  idBase: "calibrated",
  inputs: {
    predictions: predictionsPort({
      title: "Predictions",
      help: "Of a classifier with probabilities, with the truth known.",
    }),
  },
  params: {
    ...judgedParams,
    bins: int({
      title: "Bins",
      help: "Number of bins that the probabilities are divided into.",
      default: 10,
      min: 1,
      max: 1000,
      key: true,
    }),
    strategy: choice({
      title: "Bins are",
      help: "Equally wide, or with equally many rows in each.",
      default: "uniform",
      choices: { uniform: "equally wide", quantile: "equally full" },
      key: true,
    }),
  },
  outputs: {
    figure: figurePort({
      title: "Reliability",
      help: "One line a class, and one for the confidence in the predicted class.",
    }),
    scores: scoresPort({ title: "Scores", help: "Expected and largest calibration error, and Brier score." }),
  },
  traits: { cost: "heavy", evaluate: { predictions: "predictions" } },
  zh: {
    title: "校准 Calibration",
    summary: "预测的概率是否兑现：分箱可靠度、校准误差与 Brier 分数。",
    inputs: { predictions: { title: "预测结果", help: "带概率的分类预测，且真实类别已知。" } },
    outputs: {
      figure: { title: "可靠度", help: "每个类别一条线，另有一条表示对所预测类别的置信度。" },
      scores: { title: "评分", help: "期望校准误差、最大校准误差与 Brier 分数。" },
    },
    params: {
      ...judgedParamsZh,
      bins: { title: "分箱数", help: "把概率分成多少个箱。" },
      strategy: {
        title: "分箱方式",
        help: "等宽，或每箱行数相等。",
        choices: { uniform: "等宽", quantile: "等量" },
      },
    },
  },
  infer: ({ predictions }, { params, report }) => {
    refuseUnjudgeable(predictions, params, report);
    return { figure: { kind: "figure", form: "calibration" }, scores: { kind: "scores" } };
  },
  run: (ctx, { predictions }, params) => ({ ...calibration(predictions, params, ctx) }),
  script: (params) =>
    call("calibration", {
      inputs: ["predictions"],
      params,
      defaults: { ...judgedDefaults, bins: 10, strategy: "uniform" },
      outputs: { figure: "figure", scores: "scores" },
    }),
  examples: [
    {
      title: "Out-of-fold predictions of three classes",
      inputs: { predictions: "evaluate.cross-validate:predictions" },
      expect: {
        "figure.kind": { equals: "curves" },
        "scores.on": { equals: "unseen" },
        "scores.values.ece": { atLeast: 0, atMost: 0.2 },
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
    "Brier 1950, Verification of forecasts expressed in terms of probability",
    "DeGroot & Fienberg 1983, The comparison and evaluation of forecasters",
    "Guo, Pleiss, Sun & Weinberger 2017, On calibration of modern neural networks",
    "Kull et al. 2019, Beyond temperature scaling (classwise ECE)",
  ],
});
