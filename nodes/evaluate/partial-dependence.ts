/** How predictions follow one feature, on average and row by row. */
import { problem } from "../../core/base/diagnostic.ts";
import { partialDependenceNow } from "../../core/ml/inspect/partial-dependence.ts";
import { defineNode } from "../../core/node/node.ts";
import { columns, int, real, text } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { figurePort, modelPort, tablePort } from "../ports.ts";

export const evaluatePartialDependence = defineNode({
  id: "evaluate.partial-dependence",
  version: 1,
  title: "Partial dependence",
  category: "evaluate",
  summary: "Sets one feature to value after value in every row, and draws the mean prediction.",
  formula: "PD_j(v) = (1/n) Σ_i f(x_i with x_ij = v)",
  idBase: "dependence",
  inputs: {
    model: modelPort({
      title: "Model",
      help: "A trained learner: of numbers, or of classes with probabilities.",
    }),
    data: tablePort({
      title: "Rows",
      help: "The rows to average over. They are not scored: training rows will do.",
    }),
  },
  params: {
    features: columns({
      title: "Features",
      help: "Which features to vary. None: all of the model's, at most 12.",
      input: "data",
    }),
    class: text({
      title: "Class",
      help: "The class whose probability is followed. Empty: the second of two, or each of several.",
      default: "",
      maxLength: 1000,
    }),
    grid: int({ title: "Values", help: "Most values of a numeric feature.", default: 50, min: 2, max: 1000 }),
    margin: real({
      title: "Margin",
      help: "Rare values at the ends are left out: the grid reaches from this quantile to 1 minus it.",
      default: 0.05,
      min: 0,
      max: 0.49,
    }),
    ice: int({
      title: "Single rows",
      help: "Rows that are drawn by themselves (ICE), when one class or a number is followed.",
      default: 30,
      min: 0,
      max: 500,
      key: true,
    }),
  },
  outputs: {
    figure: figurePort({ title: "Dependence", help: "One curve a class, and single rows behind it." }),
  },
  traits: { cost: "heavy" },
  zh: {
    title: "部分依赖 Partial dependence",
    summary: "在每一行中把一个特征依次设为各个值，绘制平均预测。",
    inputs: {
      model: { title: "模型", help: "训练好的学习器：预测数值，或带概率的类别。" },
      data: { title: "行", help: "用于求平均的行。不评分，因此可用训练行。" },
    },
    outputs: { figure: { title: "依赖曲线", help: "每个类别一条曲线，背景为单行曲线。" } },
    params: {
      features: { title: "特征", help: "要变化的特征。不选则为模型的全部特征，最多 12 个。" },
      class: { title: "类别", help: "跟踪哪个类别的概率。留空：两类时取第二类，多类时逐类绘制。" },
      grid: { title: "取值个数", help: "数值特征最多取多少个值。" },
      margin: { title: "边缘", help: "略去两端的稀有值：网格从该分位数到 1 减该分位数。" },
      ice: { title: "单行曲线", help: "单独绘制多少行（ICE），仅在跟踪一个类别或数值时。" },
    },
  },
  infer: ({ model }, { params, report }) => {
    if (model?.kind === "model") {
      const { probabilities, target = "", features, classes } = model;
      if (probabilities === false)
        report(problem("dependence.no-probabilities", { target }, { port: "model" }));
      const unknown = features ? params.features.filter((name) => !features.includes(name)) : [];
      if (unknown.length > 0)
        report(
          problem(
            "dependence.unknown-feature",
            { columns: unknown, known: features ?? [] },
            { param: "features" },
          ),
        );
      if (params.class !== "" && classes && !classes.includes(params.class))
        report(problem("metric.unknown-class", { class: params.class, target, classes }, { param: "class" }));
    }
    return { figure: { kind: "figure", form: "partial-dependence" } };
  },
  run: (ctx, { model, data }, params) => ({ figure: partialDependenceNow(model, data, params, ctx) }),
  script: (params) =>
    call("partialDependence", {
      inputs: ["model", "data"],
      params,
      defaults: { features: [], class: "", grid: 50, margin: 0.05, ice: 30 },
      awaits: true,
      outputs: "figure",
    }),
  examples: [
    {
      title: "A stump: a step in one feature, level lines in the others",
      params: { class: "setosa", ice: 5, grid: 10 },
      inputs: { model: "evaluate.fit:model", data: "data.example:table" },
      expect: { "figure.kind": { equals: "dependence" }, "figure.rows": { equals: 150 } },
    },
    {
      title: "The mean of a numeric target follows nothing",
      inputs: { model: "evaluate.fit#2:model", data: "data.file#2:table" },
      expect: { "figure.kind": { equals: "dependence" } },
    },
  ],
  sources: [
    "Friedman 2001, Greedy function approximation: a gradient boosting machine, section 8.2",
    "Goldstein, Kapelner, Bleich & Pitkin 2015, Peeking inside the black box (ICE)",
  ],
});
