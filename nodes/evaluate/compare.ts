/** Compares cross-validated learners pair by pair: is the difference more than the luck of the folds. */
import { compare } from "../../core/ml/evaluate/compare.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice, real } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { unknownProvenance } from "../../core/types/provenance.ts";
import { figurePort, scoresPort, tablePort } from "../ports.ts";

const slot = (letter: string, optional = false) =>
  scoresPort({
    title: letter,
    help: "Scores of a cross-validation, on the same rows in the same folds as the others.",
    ...(optional && { optional }),
  });
const slotZh = (letter: string) => ({
  title: `${letter} 结果`,
  help: "交叉验证的评分；各结果须用相同的行与相同的折。",
});

const metrics = {
  auto: "accuracy, or RMSE",
  accuracy: "accuracy",
  balancedAccuracy: "balanced accuracy",
  macroF1: "F1 (macro)",
  mcc: "MCC",
  cohenKappa: "Cohen's κ",
  logLoss: "log loss",
  brier: "Brier score",
  rmse: "RMSE",
  mae: "MAE",
  medianAbsoluteError: "median absolute error",
  r2: "R²",
  explainedVariance: "explained variance",
} as const;

export const evaluateCompare = defineNode({
  id: "evaluate.compare",
  version: 1,
  title: "Compare",
  category: "evaluate",
  summary:
    "Tests whether cross-validated learners differ, and how probably one is better by more than a trifle.",
  formula:
    "t = d̄ / √((1/F + m/n) s²)   ·   m test rows, n training rows, F fits   ·   P(|μ| ≤ rope), μ ~ t of F − 1 around d̄",
  idBase: "compared",
  inputs: {
    a: slot("A"),
    b: slot("B"),
    c: slot("C", true),
    d: slot("D", true),
    e: slot("E", true),
    f: slot("F", true),
  },
  params: {
    metric: choice({
      title: "Metric",
      help: "What is compared, fold by fold.",
      default: "auto",
      choices: metrics,
      key: true,
    }),
    rope: real({
      title: "Practical equivalence",
      help: "Differences of the metric up to this count as none: the region of practical equivalence (ROPE).",
      default: 0.01,
      min: 0,
      max: 1e9,
      key: true,
    }),
  },
  outputs: {
    figure: figurePort({
      title: "Comparison",
      help: "Every pair: difference, p, and who is probably better.",
    }),
    table: tablePort({ title: "Pairs", help: "One row a pair, with all tests." }),
  },
  traits: { cost: "heavy" },
  zh: {
    title: "比较 Compare",
    summary: "检验交叉验证的学习器是否有差异，以及某一个实际更好的概率。",
    inputs: {
      a: slotZh("A"),
      b: slotZh("B"),
      c: slotZh("C"),
      d: slotZh("D"),
      e: slotZh("E"),
      f: slotZh("F"),
    },
    outputs: {
      figure: { title: "比较", help: "每一对：差异、p 值，以及谁更可能更好。" },
      table: { title: "成对结果", help: "每对一行，含全部检验。" },
    },
    params: {
      metric: {
        title: "指标",
        help: "逐折比较的指标。",
        choices: {
          auto: "准确率或均方根误差",
          accuracy: "准确率 accuracy",
          balancedAccuracy: "平衡准确率",
          macroF1: "宏平均 F1",
          mcc: "马修斯相关系数 MCC",
          cohenKappa: "科恩系数 Cohen κ",
          logLoss: "对数损失",
          brier: "布赖尔分数 Brier",
          rmse: "均方根误差 RMSE",
          mae: "平均绝对误差 MAE",
          medianAbsoluteError: "绝对误差中位数",
          r2: "决定系数 R²",
          explainedVariance: "可解释方差",
        },
      },
      rope: { title: "实际等价范围", help: "指标之差不超过此值即视为没有差异（ROPE）。" },
    },
  },
  infer: (_inputs, { node }) => ({
    figure: { kind: "figure", form: "comparison" },
    table: { kind: "table", provenance: unknownProvenance(node) },
  }),
  run: (ctx, { a, b, c, d, e, f }, params) => ({ ...compare(a, b, c, d, e, f, params, ctx) }),
  script: (params) =>
    call("compare", {
      inputs: ["a", "b", "c", "d", "e", "f"],
      params,
      defaults: { metric: "auto", rope: 0.01 },
      outputs: { figure: "figure", table: "table" },
    }),
  examples: [
    {
      title: "The same result twice: nothing to tell apart",
      inputs: { a: "evaluate.cross-validate:scores", b: "evaluate.cross-validate:scores" },
      expect: { "figure.kind": { equals: "comparison" }, "table.rowCount": { equals: 1 } },
    },
  ],
  sources: [
    "Nadeau & Bengio 2003, Inference for the generalization error",
    "Wilcoxon 1945, Individual comparisons by ranking methods",
    "Holm 1979, A simple sequentially rejective multiple test procedure",
    "Corani & Benavoli 2015, A Bayesian approach for comparing cross-validated algorithms on multiple data sets",
    "Benavoli, Corani, Demšar & Zaffalon 2017, Time for a change: a tutorial for comparing multiple classifiers through Bayesian analysis",
  ],
});
