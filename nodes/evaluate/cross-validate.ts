/** Scores a learner on rows it has not seen, every row once, by fitting it once a fold. */
import { crossValidateNow } from "../../core/ml/evaluate/cross-validate.ts";
import type { FoldKind } from "../../core/ml/evaluate/folds.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice, int, seed } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { passThrough, unknownProvenance } from "../../core/types/provenance.ts";
import type { LearnerType, PredictionsType, TableType } from "../../core/types/wire-type.ts";
import { learnerPort, predictionsPort, scoresPort, tablePort } from "../ports.ts";
import { checkAbilities, fittingWork, hasWeights, isNumber } from "./abilities.ts";
import { checkFolds } from "./check-folds.ts";

export const evaluateCrossValidate = defineNode({
  id: "evaluate.cross-validate",
  version: 1,
  title: "Cross-validate",
  category: "evaluate",
  summary: "Fits a learner once a fold on the other folds, and scores it on the fold it has not seen.",
  formula: "s̄ = (1/F) Σ s_f   ·   sd = √( Σ (s_f − s̄)² / (F − 1) )   ·   F = folds · repeats",
  idBase: "validated",
  inputs: {
    learner: learnerPort({
      title: "Learner",
      help: "What to fit in each fold, its preparing steps included.",
    }),
    data: tablePort({
      title: "Rows",
      help: "The rows to divide into folds, with a target. Keep a test part out of it.",
      needs: { target: true },
    }),
  },
  params: {
    folds: int({
      title: "Folds",
      help: "Number of folds K: each is the test part once.",
      default: 5,
      min: 2,
      max: 1000,
      key: true,
    }),
    kind: choice({
      title: "Kind",
      help: "Stratified spreads every class evenly; it needs a target of classes. By group: no group (column with the role group) stands in two folds. By time: each fold is tested on what was learned from all before it, by the column with the role time or the order of the rows.",
      default: "stratified",
      choices: { stratified: "stratified", random: "random", group: "by group", time: "by time" },
      key: true,
    }),
    repeats: int({
      title: "Repeats",
      help: "How often everything is repeated with folds drawn anew.",
      default: 1,
      min: 1,
      max: 1000,
      when: { param: "kind", in: ["stratified", "random", "group"] },
    }),
    seed: seed(),
  },
  outputs: {
    scores: scoresPort({
      title: "Scores",
      help: "Mean and standard deviation (Sd) of every metric over the folds.",
    }),
    folds: tablePort({ title: "Folds", help: "One row a fold and repeat: its rows and its scores." }),
    predictions: predictionsPort({
      title: "Predictions",
      help: "Each row predicted by the model that has not seen it, in the first repeat.",
    }),
  },
  traits: { seeded: true, cost: "heavy", trains: { learner: "learner" } },
  zh: {
    title: "交叉验证 Cross-validate",
    summary: "每一折都用其余各折拟合学习器，再在它未见过的这一折上评分。",
    inputs: {
      learner: { title: "学习器", help: "在每一折中拟合的学习器，包括其预处理步骤。" },
      data: { title: "行", help: "要分成若干折的行，须有目标列。测试部分请留在外面。" },
    },
    outputs: {
      scores: { title: "评分", help: "每个指标在各折上的均值与标准差（Sd）。" },
      folds: { title: "各折", help: "每折每次重复一行：行数与评分。" },
      predictions: { title: "预测结果", help: "第一次重复中，每一行由未见过它的模型预测。" },
    },
    params: {
      folds: { title: "折数", help: "折数 K：每一折各作一次测试部分。" },
      kind: {
        title: "方式",
        help: "分层：各类别均匀分到每一折；需要类别型目标。按组：同一组（角色为分组的列）不会出现在两折中。按时间：每一折都用它之前的所有行来拟合，按角色为时间的列，没有则按行的顺序。",
        choices: { stratified: "分层", random: "随机", group: "按组", time: "按时间" },
      },
      repeats: { title: "重复次数", help: "重新抽取折并全部重复的次数。" },
    },
  },
  infer: ({ learner, data }, { params, node, report }) => {
    const table: TableType = data?.kind === "table" ? data : { kind: "table" };
    const recipe: LearnerType = learner?.kind === "learner" ? learner : { kind: "learner" };
    checkAbilities(recipe, table, report);
    checkFolds(table, params, report);
    const { folds, repeats } = optionsOf(params);
    const target = table.columns?.find((column) => column.role === "target");
    const predictions: PredictionsType = {
      kind: "predictions",
      ...(target
        ? { target: target.name, task: isNumber(target.kind) ? "regression" : "classification" }
        : {}),
      ...(target?.levels ? { classes: target.levels } : {}),
      ...(recipe.abilities && target && !isNumber(target.kind)
        ? { probabilities: recipe.abilities.probabilities, weights: hasWeights(table) }
        : {}),
      ...(table.rows === undefined || params.kind === "time" ? {} : { rows: table.rows }),
      provenance: passThrough(table.provenance ?? unknownProvenance(node), node),
      // No row was seen by the model that predicted it, so there are no rows that must not be scored.
      seen: [],
    };
    return {
      scores: { kind: "scores" },
      folds: { kind: "table", rows: folds * repeats, provenance: unknownProvenance(node) },
      predictions,
    };
  },
  work: ({ learner, data }, params) => {
    const { folds, repeats } = optionsOf(params);
    const once = fittingWork(learner, data);
    return once && once * folds * repeats;
  },
  run: (ctx, { learner, data }, params) => ({ ...crossValidateNow(learner, data, optionsOf(params), ctx) }),
  script: (params) =>
    call("crossValidate", {
      inputs: ["learner", "data"],
      params: optionsOf(params),
      defaults: { folds: 5, kind: "stratified", repeats: 1 },
      awaits: true,
      outputs: { scores: "scores", folds: "folds", predictions: "predictions" },
    }),
  examples: [
    {
      title: "A stump in five folds",
      inputs: { learner: "learner.stump:learner", data: "data.example:table" },
      expect: {
        "scores.on": { equals: "unseen" },
        "scores.rows": { equals: 150 },
        "scores.values.accuracy": { atLeast: 0.6, atMost: 0.75 },
        "folds.rowCount": { equals: 5 },
        "predictions.rowCount": { equals: 150 },
      },
    },
    {
      title: "The mean of a numeric target, each row by the two others",
      params: { folds: 3, kind: "random" },
      inputs: { learner: "learner.constant:learner", data: "data.file#2:table" },
      expect: { "predictions.task": { equals: "regression" }, "folds.rowCount": { equals: 3 } },
    },
  ],
  sources: [
    "Stone 1974, Cross-validatory choice and assessment of statistical predictions",
    "Kohavi 1995, A study of cross-validation and bootstrap for accuracy estimation and model selection",
    "Bengio & Grandvalet 2004, No unbiased estimator of the variance of K-fold cross-validation",
  ],
});

type FoldParams = { folds: number; kind: FoldKind; repeats: number; seed: number };

/** By time there is nothing to draw: the parameter is hidden then, and what it held before does not count. */
function optionsOf({ folds, kind, repeats, seed: drawn }: FoldParams) {
  return { folds, kind, repeats: kind === "time" ? 1 : repeats, seed: drawn };
}
