/** Applies a model to a table. Predicting on training rows is legal; scoring them is what metrics refuse. */
import { predictNow } from "../../core/ml/learner/predict.ts";
import { defineNode } from "../../core/node/node.ts";
import { call } from "../../core/node/script-form.ts";
import { passThrough, unknownProvenance } from "../../core/types/provenance.ts";
import type { ModelType, TableType } from "../../core/types/wire-type.ts";
import { modelPort, predictionsPort, tablePort } from "../ports.ts";
import { hasWeights } from "./abilities.ts";

export const evaluatePredict = defineNode({
  id: "evaluate.predict",
  version: 1,
  title: "Predict",
  category: "evaluate",
  summary: "Applies a model to the rows of a table.",
  idBase: "predicted",
  inputs: {
    model: modelPort({ title: "Model", help: "A trained learner." }),
    data: tablePort({ title: "Rows", help: "The rows to predict; the same feature columns as in training." }),
  },
  params: {},
  outputs: {
    predictions: predictionsPort({ title: "Predictions", help: "Classes with probabilities, or values." }),
  },
  traits: { cost: "heavy", predict: { model: "model", data: "data", predictions: "predictions" } },
  zh: {
    title: "预测 Predict",
    summary: "把模型应用到表中的行。",
    inputs: {
      model: { title: "模型", help: "训练好的学习器。" },
      data: { title: "行", help: "要预测的行；特征列须与训练时相同。" },
    },
    outputs: { predictions: { title: "预测结果", help: "类别及其概率，或数值。" } },
  },
  infer: ({ model, data }, { node }) => {
    const fitted: ModelType = model?.kind === "model" ? model : { kind: "model" };
    const table: TableType = data?.kind === "table" ? data : { kind: "table" };
    return {
      predictions: {
        kind: "predictions",
        ...(fitted.task === undefined ? {} : { task: fitted.task }),
        ...(fitted.target === undefined ? {} : { target: fitted.target }),
        ...(fitted.classes ? { classes: fitted.classes } : {}),
        ...(fitted.probabilities === undefined ? {} : { probabilities: fitted.probabilities }),
        ...(table.columns && fitted.task === "classification" ? { weights: hasWeights(table) } : {}),
        ...(table.rows === undefined ? {} : { rows: table.rows }),
        ...(data ? { provenance: passThrough(table.provenance ?? unknownProvenance(node), node) } : {}),
        ...(fitted.seen ? { seen: fitted.seen } : {}),
      },
    };
  },
  run: (ctx, { model, data }) => ({ predictions: predictNow(model, data, ctx) }),
  script: () => call("predict", { inputs: ["model", "data"], awaits: true, outputs: "predictions" }),
  examples: [
    {
      title: "A fitted stump on its own rows",
      inputs: { model: "evaluate.fit:model", data: "data.example:table" },
      expect: { "predictions.task": { equals: "classification" } },
    },
    {
      title: "The mean of a numeric target",
      inputs: { model: "evaluate.fit#2:model", data: "data.file#2:table" },
      expect: { "predictions.task": { equals: "regression" } },
    },
  ],
  sources: ["Hastie, Tibshirani & Friedman 2009, The Elements of Statistical Learning, section 2.4"],
});
