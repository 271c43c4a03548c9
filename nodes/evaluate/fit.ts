/** Trains a learner on a table. All training happens here; learner cards mirror it. */
import { fitNow } from "../../core/ml/learner/fit.ts";
import type { Trace } from "../../core/ml/values.ts";
import { defineNode } from "../../core/node/node.ts";
import { call } from "../../core/node/script-form.ts";
import { unite, unknownProvenance } from "../../core/types/provenance.ts";
import type { LearnerType, TableType, WireType } from "../../core/types/wire-type.ts";
import { learnerPort, modelPort, tablePort, tracePort } from "../ports.ts";
import { checkAbilities, fittingWork, isNumber } from "./abilities.ts";

const emptyTrace: Trace = { kind: "trace", index: "round", length: 0, series: {} };

export const evaluateFit = defineNode({
  id: "evaluate.fit",
  version: 1,
  title: "Fit",
  category: "evaluate",
  summary: "Trains a learner on the rows of a table.",
  idBase: "fitted",
  inputs: {
    learner: learnerPort({ title: "Learner", help: "What to train." }),
    data: tablePort({ title: "Training rows", help: "The rows to train on.", needs: { target: true } }),
  },
  params: {},
  outputs: {
    model: modelPort({ title: "Model", help: "The trained learner." }),
    trace: tracePort({ title: "Trace", help: "Curves by round or epoch." }),
  },
  traits: { cost: "heavy", fit: { learner: "learner", data: "data", model: "model", trace: "trace" } },
  zh: {
    title: "拟合 Fit",
    summary: "用表中的行训练学习器。",
    inputs: {
      learner: { title: "学习器", help: "要训练的学习器。" },
      data: { title: "训练行", help: "用于训练的行。" },
    },
    outputs: {
      model: { title: "模型", help: "训练好的学习器。" },
      trace: { title: "轨迹", help: "按轮或按期的曲线。" },
    },
  },
  infer: ({ learner, data }, { node, report }) => {
    const table: TableType = data?.kind === "table" ? data : { kind: "table" };
    const recipe: LearnerType = learner?.kind === "learner" ? learner : { kind: "learner" };
    checkAbilities(recipe, table, report);
    const target = table.columns?.find((column) => column.role === "target");
    const model: WireType = {
      kind: "model",
      ...(recipe.algorithm === undefined ? {} : { algorithm: recipe.algorithm }),
      ...(target
        ? { target: target.name, task: isNumber(target.kind) ? "regression" : "classification" }
        : {}),
      ...(target?.levels ? { classes: target.levels } : {}),
      ...(recipe.abilities && target && !isNumber(target.kind)
        ? { probabilities: recipe.abilities.probabilities }
        : {}),
      ...(table.columns
        ? {
            features: table.columns
              .filter((column) => column.role === "feature")
              .map((column) => column.name),
          }
        : {}),
      // Without a table nothing is claimed: the missing input is the problem, not a leak.
      ...(data ? { seen: unite(table.provenance ?? unknownProvenance(node), table.informed ?? []) } : {}),
    };
    return { model, trace: { kind: "trace" } };
  },
  work: ({ learner, data }) => fittingWork(learner, data),
  run: (ctx, { learner, data }) => {
    const model = fitNow(learner, data, ctx);
    return { model, trace: model.trace ?? emptyTrace };
  },
  script: () =>
    call("fit", { inputs: ["learner", "data"], awaits: true, outputs: { model: "", trace: "trace" } }),
  examples: [
    {
      title: "A stump on example data",
      inputs: { learner: "learner.stump:learner", data: "data.example:table" },
      expect: { "model.algorithm": { equals: "stump" } },
    },
    {
      title: "The mean of a numeric target",
      inputs: { learner: "learner.constant:learner", data: "data.file#2:table" },
      expect: { "model.task": { equals: "regression" } },
    },
  ],
  sources: ["Vapnik 1991, Principles of risk minimization for learning theory"],
});
