/** The score over the number of training rows: would more rows help. */
import { learningCurveNow } from "../../core/ml/evaluate/learning-curve.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice, int, real, seed } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { unknownProvenance } from "../../core/types/provenance.ts";
import type { LearnerType, TableType } from "../../core/types/wire-type.ts";
import { figurePort, learnerPort, tablePort } from "../ports.ts";
import { checkAbilities, fittingWork } from "./abilities.ts";
import { checkFolds } from "./check-folds.ts";

export const evaluateLearningCurve = defineNode({
  id: "evaluate.learning-curve",
  version: 1,
  title: "Learning curve",
  category: "evaluate",
  summary: "Fits a learner to more and more rows, and scores it on them and on rows it has not seen.",
  formula: "s̄(m) = (1/F) Σ_f s_f(m)   ·   m training rows in each of F folds",
  idBase: "curve",
  inputs: {
    learner: learnerPort({ title: "Learner", help: "What to fit, its preparing steps included." }),
    data: tablePort({
      title: "Rows",
      help: "The rows to learn from and to test on, with a target. Keep a test part out of it.",
      needs: { target: true },
    }),
  },
  params: {
    steps: int({
      title: "Sizes",
      help: "Number of training sizes.",
      default: 5,
      min: 1,
      max: 1000,
      key: true,
    }),
    smallest: real({
      title: "Smallest share",
      help: "The smallest size, as a share of the training rows of a fold.",
      default: 0.1,
      min: 0.000001,
      max: 1,
      key: true,
    }),
    folds: int({ title: "Folds", help: "Number of folds at each size.", default: 5, min: 2, max: 1000 }),
    kind: choice({
      title: "Kind",
      help: "Stratified spreads every class evenly over folds and sizes. By group: no group stands in two folds.",
      default: "stratified",
      choices: { stratified: "stratified", random: "random", group: "by group" },
    }),
    seed: seed(),
  },
  outputs: {
    figure: figurePort({ title: "Curve", help: "Training and validation scores by the number of rows." }),
    table: tablePort({ title: "Fits", help: "One row a size and fold, with its scores." }),
  },
  traits: { seeded: true, cost: "heavy", trains: { learner: "learner" } },
  zh: {
    title: "学习曲线 Learning curve",
    summary: "用越来越多的行拟合学习器，并在这些行和未见过的行上评分。",
    inputs: {
      learner: { title: "学习器", help: "要拟合的学习器，包括其预处理步骤。" },
      data: { title: "行", help: "用于学习和测试的行，须有目标列。测试部分请留在外面。" },
    },
    outputs: {
      figure: { title: "曲线", help: "训练评分与验证评分随行数的变化。" },
      table: { title: "各次拟合", help: "每个行数、每折一行，含评分。" },
    },
    params: {
      steps: { title: "行数的个数", help: "训练行数取多少个值。" },
      smallest: { title: "最小比例", help: "最小的训练行数占每折训练行的比例。" },
      folds: { title: "折数", help: "每个行数下的折数。" },
      kind: {
        title: "方式",
        help: "分层：各类别均匀分到各折与各行数。按组：同一组不会出现在两折中。",
        choices: { stratified: "分层", random: "随机", group: "按组" },
      },
    },
  },
  infer: ({ learner, data }, { params, node, report }) => {
    const table: TableType = data?.kind === "table" ? data : { kind: "table" };
    const recipe: LearnerType = learner?.kind === "learner" ? learner : { kind: "learner" };
    checkAbilities(recipe, table, report);
    checkFolds(table, params, report);
    return {
      figure: { kind: "figure", form: "learning-curve" },
      table: { kind: "table", provenance: unknownProvenance(node) },
    };
  },
  work: ({ learner, data }, { steps, folds, smallest }) => {
    const whole = fittingWork(learner, data);
    // Sizes run evenly from the smallest share to all: on average halfway between.
    return whole && (whole * steps * folds * (1 + smallest)) / 2;
  },
  run: (ctx, { learner, data }, params) => ({ ...learningCurveNow(learner, data, params, ctx) }),
  script: (params) =>
    call("learningCurve", {
      inputs: ["learner", "data"],
      params,
      defaults: { steps: 5, smallest: 0.1, folds: 5, kind: "stratified" },
      awaits: true,
      outputs: { figure: "figure", table: "table" },
    }),
  examples: [
    {
      title: "A stump on 12 to 120 flowers",
      inputs: { learner: "learner.stump:learner", data: "data.example:table" },
      expect: { "figure.kind": { equals: "learning-curve" }, "table.rowCount": { equals: 25 } },
    },
    {
      title: "The mean of a numeric target",
      params: { kind: "random", folds: 3, steps: 1 },
      inputs: { learner: "learner.constant:learner", data: "data.file#2:table" },
      expect: { "table.rowCount": { equals: 3 } },
    },
  ],
  sources: ["Cortes et al. 1994, Learning curves: asymptotic values and rate of convergence"],
});
