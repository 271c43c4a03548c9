/** Support vector classification, linear or by kernels. */
import { svm } from "../../core/ml/svm/svm.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice, int, real } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { learnerPort } from "../ports.ts";

export const learnerSvm = defineNode({
  id: "learner.svm",
  version: 1,
  title: "Support vector machine",
  category: "learner",
  summary:
    "The widest street between two classes, straight or bent by a kernel; standardize the features before it.",
  formula: "min ½‖w‖² + C·Σ max(0, 1 − y_i·(w·φ(x_i) − ρ))   ·   rbf: K(x, z) = exp(−γ‖x − z‖²)",
  idBase: "svm",
  inputs: {},
  params: {
    kernel: choice({
      title: "Kernel",
      help: "What counts as alike: rbf bends the border, linear keeps it straight.",
      default: "rbf",
      choices: { rbf: "rbf", linear: "linear", poly: "polynomial" },
      key: true,
    }),
    C: real({
      title: "C",
      help: "Price of a row on the wrong side: a larger C bends the border more.",
      default: 1,
      min: 1e-12,
      max: 1e12,
      logarithmic: true,
      key: true,
    }),
    gammaRule: choice({
      title: "γ by",
      help: "Scale: 1/(d·variance); auto: 1/d; or a value of your own.",
      default: "scale",
      choices: { scale: "scale", auto: "auto", value: "value" },
      when: { param: "kernel", in: ["rbf", "poly"] },
    }),
    gamma: real({
      title: "γ",
      help: "How fast likeness falls with distance.",
      default: 1,
      min: 1e-12,
      max: 1e12,
      logarithmic: true,
      when: { param: "gammaRule", in: ["value"] },
    }),
    degree: int({
      title: "Degree",
      help: "Of the polynomial kernel.",
      default: 3,
      min: 1,
      max: 100,
      when: { param: "kernel", in: ["poly"] },
    }),
    coef0: real({
      title: "Constant c",
      help: "Added before the power of the polynomial kernel.",
      default: 0,
      min: -1e12,
      max: 1e12,
      when: { param: "kernel", in: ["poly"] },
    }),
    tolerance: real({
      title: "Tolerance",
      help: "Training ends when no pair of rows violates the optimum by more.",
      default: 1e-3,
      min: 1e-15,
      max: 1,
      logarithmic: true,
    }),
    maxIterations: int({
      title: "Steps",
      help: "Steps for each pair of classes, at most; a warning says when they did not suffice.",
      default: 10_000_000,
      min: 1,
      max: 1_000_000_000,
    }),
    classWeights: choice({
      title: "Class weights",
      help: "Balanced makes every class weigh the same, however rare it is.",
      default: "none",
      choices: { none: "none", balanced: "balanced" },
    }),
  },
  outputs: { learner: learnerPort({ title: "Learner", help: "The recipe; Fit trains it." }) },
  traits: { cost: "light" },
  zh: {
    title: "支持向量机 Support vector machine",
    summary: "两类之间最宽的街道，可以是直的，也可由核函数弯曲；请先标准化特征。",
    outputs: { learner: { title: "学习器", help: "配方；由“拟合”来训练。" } },
    params: {
      kernel: {
        title: "核函数",
        help: "何为相似：rbf 使边界弯曲，线性保持平直。",
        choices: { rbf: "径向基 rbf", linear: "线性", poly: "多项式" },
      },
      C: { title: "C（错误的代价）", help: "位于错误一侧的行的代价：C 越大，边界越弯曲。" },
      gammaRule: {
        title: "γ 的取法",
        help: "scale：1/(d·方差)；auto：1/d；或自定的值。",
        choices: { scale: "按方差 scale", auto: "按特征数 auto", value: "自定值" },
      },
      gamma: { title: "γ 的值", help: "相似度随距离下降的快慢。" },
      degree: { title: "次数", help: "多项式核的次数。" },
      coef0: { title: "常数 c", help: "多项式核乘方之前所加的常数。" },
      tolerance: { title: "容差", help: "当没有任何一对行偏离最优条件超过此值时，训练结束。" },
      maxIterations: { title: "步数", help: "每对类别最多这么多步；不够时会给出警告。" },
      classWeights: {
        title: "类别权重",
        help: "“平衡”使每个类别的总权重相同，无论其多么稀少。",
        choices: { none: "无", balanced: "平衡" },
      },
    },
  },
  infer: (_inputs, { params }) => ({
    learner: { kind: "learner", algorithm: "svm", abilities: svm(optionsOf(params)).abilities, passes: 200 },
  }),
  run: (_ctx, _inputs, params) => ({ learner: svm(optionsOf(params)) }),
  script: (params) =>
    call("svm", {
      params: optionsOf(params),
      defaults: {
        kernel: "rbf",
        C: 1,
        gamma: "scale",
        degree: 3,
        coef0: 0,
        tolerance: 1e-3,
        maxIterations: 10_000_000,
        classWeights: "none",
      },
      outputs: "learner",
    }),
  examples: [{ title: "With an rbf kernel", expect: { "learner.algorithm": { equals: "svm" } } }],
  sources: [
    "Cortes & Vapnik 1995, Support-vector networks",
    "Fan, Chen & Lin 2005, Working set selection using second order information for training SVM",
    "Chang & Lin 2011, LIBSVM",
  ],
});

/** On the canvas the rule and the value of γ are two parameters; in a script they are one option. */
function optionsOf<R extends "scale" | "auto" | "value", Rest>({
  gammaRule,
  gamma,
  ...rest
}: { gammaRule: R; gamma: number } & Rest) {
  return { ...rest, gamma: gammaRule === "value" ? gamma : (gammaRule as "scale" | "auto") };
}
