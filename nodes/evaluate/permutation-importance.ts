/** Which features a model leans on: the score it loses when a column is shuffled. */
import { permutationImportanceNow } from "../../core/ml/inspect/permutation-importance.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice, int, seed } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { passThrough, unknownProvenance } from "../../core/types/provenance.ts";
import { figurePort, modelPort, tablePort } from "../ports.ts";
import { refuseLeak, scoredOn, scoredOnZh } from "../scored-on.ts";

export const evaluatePermutationImportance = defineNode({
  id: "evaluate.permutation-importance",
  version: 1,
  title: "Permutation importance",
  category: "evaluate",
  summary: "Shuffles one feature at a time, and measures how much of its score the model loses.",
  formula: "I_j = s(X) − (1/R) Σ_r s(X with column j shuffled)",
  idBase: "importance",
  inputs: {
    model: modelPort({ title: "Model", help: "A trained learner." }),
    data: tablePort({
      title: "Rows",
      help: "Rows the model has not seen, with the target.",
      needs: { target: true },
    }),
  },
  params: {
    on: scoredOn,
    metric: choice({
      title: "Metric",
      help: "The score whose loss is measured; of losses and errors the rise.",
      default: "auto",
      choices: {
        auto: "accuracy, or R²",
        accuracy: "accuracy",
        balancedAccuracy: "balanced accuracy",
        macroF1: "F1 (macro)",
        mcc: "MCC",
        logLoss: "log loss",
        brier: "Brier score",
        r2: "R²",
        rmse: "RMSE",
        mae: "MAE",
      },
      key: true,
    }),
    repeats: int({
      title: "Repeats",
      help: "How often each column is shuffled.",
      default: 10,
      min: 1,
      max: 10_000,
      key: true,
    }),
    seed: seed(),
  },
  outputs: {
    figure: figurePort({
      title: "Importance",
      help: "Mean loss of score for each feature, with its spread.",
    }),
    table: tablePort({ title: "Features", help: "One row a feature, the most important first." }),
  },
  traits: { seeded: true, cost: "heavy" },
  zh: {
    title: "置换重要性 Permutation importance",
    summary: "每次打乱一个特征，测量模型因此损失多少评分。",
    inputs: {
      model: { title: "模型", help: "训练好的学习器。" },
      data: { title: "行", help: "模型未见过的行，须有目标列。" },
    },
    outputs: {
      figure: { title: "重要性", help: "每个特征的平均评分损失及其离散程度。" },
      table: { title: "特征", help: "每个特征一行，最重要的在前。" },
    },
    params: {
      on: scoredOnZh,
      metric: {
        title: "指标",
        help: "测量其损失的评分；对损失和误差则测量其上升。",
        choices: {
          auto: "准确率或 R²",
          accuracy: "准确率 accuracy",
          balancedAccuracy: "平衡准确率",
          macroF1: "宏平均 F1",
          mcc: "马修斯相关系数 MCC",
          logLoss: "对数损失",
          brier: "布赖尔分数 Brier",
          r2: "决定系数 R²",
          rmse: "均方根误差 RMSE",
          mae: "平均绝对误差 MAE",
        },
      },
      repeats: { title: "重复次数", help: "每一列打乱多少次。" },
    },
  },
  infer: ({ model, data }, { params, node, report }) => {
    const rows = data?.kind === "table" ? data.provenance : undefined;
    const seen = model?.kind === "model" ? model.seen : undefined;
    // The same question as of a metric: what is scored here are the model's predictions of these rows.
    refuseLeak(
      { kind: "predictions", ...(rows && { provenance: passThrough(rows, node) }), ...(seen && { seen }) },
      params.on,
      (found) => report({ ...found, port: "data" }),
    );
    return {
      figure: { kind: "figure", form: "importance" },
      table: { kind: "table", provenance: unknownProvenance(node) },
    };
  },
  run: (ctx, { model, data }, params) => ({ ...permutationImportanceNow(model, data, params, ctx) }),
  script: (params) =>
    call("permutationImportance", {
      inputs: ["model", "data"],
      params,
      defaults: { on: "unseen", metric: "auto", repeats: 10 },
      awaits: true,
      outputs: { figure: "figure", table: "table" },
    }),
  examples: [
    {
      title: "Of a stump, on its training rows, labelled so",
      params: { on: "training", repeats: 3 },
      inputs: { model: "evaluate.fit:model", data: "data.example:table" },
      expect: { "figure.kind": { equals: "importance" }, "figure.on": { equals: "training" } },
    },
  ],
  sources: [
    "Breiman 2001, Random forests, section 10",
    "Fisher, Rudin & Dominici 2019, All models are wrong, but many are useful",
  ],
});
