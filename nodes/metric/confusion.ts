/** The confusion matrix: which classes are taken for which. */
import { problem } from "../../core/base/diagnostic.ts";
import { confusion } from "../../core/ml/metrics/confusion.ts";
import { defineNode } from "../../core/node/node.ts";
import { call } from "../../core/node/script-form.ts";
import { figurePort, predictionsPort } from "../ports.ts";
import { refuseLeak, scoredOn, scoredOnZh } from "../scored-on.ts";

export const metricConfusion = defineNode({
  id: "metric.confusion",
  version: 1,
  title: "Confusion",
  category: "metric",
  summary: "Counts of true class against predicted class.",
  formula: "C_jk = Σ [y_i = j] · [ŷ_i = k]",
  idBase: "matrix",
  inputs: {
    predictions: predictionsPort({ title: "Predictions", help: "Of a classifier, with the truth known." }),
  },
  params: { on: scoredOn },
  outputs: {
    figure: figurePort({ title: "Matrix", help: "Rows are true classes, columns predicted ones." }),
  },
  traits: { cost: "heavy", evaluate: { predictions: "predictions" } },
  zh: {
    title: "混淆矩阵 Confusion",
    summary: "真实类别与预测类别的计数。",
    inputs: { predictions: { title: "预测结果", help: "分类器的预测，且真实类别已知。" } },
    outputs: { figure: { title: "矩阵", help: "行为真实类别，列为预测类别。" } },
    params: { on: scoredOnZh },
  },
  infer: ({ predictions }, { params, report }) => {
    if (predictions?.kind === "predictions" && predictions.task === "regression") {
      report(problem("metric.not-classes", { target: predictions.target ?? "" }, { port: "predictions" }));
    }
    refuseLeak(predictions, params.on, report);
    return { figure: { kind: "figure", form: "confusion" } };
  },
  run: (ctx, { predictions }, params) => ({ figure: confusion(predictions, params, ctx) }),
  script: (params) =>
    call("confusion", { inputs: ["predictions"], params, defaults: { on: "unseen" }, outputs: "figure" }),
  examples: [
    {
      title: "On training rows, labelled so",
      inputs: { predictions: "evaluate.predict:predictions" },
      params: { on: "training" },
      expect: { "figure.kind": { equals: "confusion" } },
    },
  ],
  sources: ["Stehman 1997, Selecting and interpreting measures of thematic classification accuracy"],
});
