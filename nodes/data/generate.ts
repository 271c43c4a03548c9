/** Makes a table of points in the plane, or of numbers after a formula, for experiments whose truth is known. */
import { hashJson } from "../../core/base/json.ts";
import type { WorkContext } from "../../core/ml/context.ts";
import { blobs, circles, moons, spirals, xor } from "../../core/ml/table/generate.ts";
import { friedman1, friedman2, friedman3, linearData, sine } from "../../core/ml/table/generate-values.ts";
import type { Table } from "../../core/ml/values.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice, int, real, seed } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { tablePort } from "../ports.ts";

export const dataGenerate = defineNode({
  id: "data.generate",
  version: 2,
  migrations: [{ version: 2, migrate: (node) => ({ ...node, params: { idle: 0, ...node.params } }) }],
  title: "Generate",
  category: "data",
  summary: "Points in the plane, or numbers after a formula: data whose truth is known.",
  formula:
    "Friedman 1: y = 10 sin(π x₁ x₂) + 20 (x₃ − ½)² + 10 x₄ + 5 x₅   ·   2: y = √(x₁² + (x₂ x₃ − 1/(x₂ x₄))²)   ·   3: y = arctan((x₂ x₃ − 1/(x₂ x₄)) / x₁)   ·   sine: y = sin(2π x₁)",
  idBase: "points",
  inputs: {},
  params: {
    shape: choice({
      title: "Shape",
      help: "Classes: moons, circles and spirals hold each other; blobs are three clouds; of XOR's four quadrants opposite ones are of one class. Numbers: Friedman's three formulas, the first with five features that say nothing, a linear one in which five of ten say nothing, and a sine of one feature.",
      default: "moons",
      choices: {
        moons: "Moons",
        xor: "XOR",
        circles: "Circles",
        spirals: "Spirals",
        blobs: "Blobs",
        friedman1: "Friedman 1",
        friedman2: "Friedman 2",
        friedman3: "Friedman 3",
        linear: "Linear",
        sine: "Sine",
      },
      key: true,
    }),
    rows: int({
      title: "Rows",
      help: "Number of rows.",
      default: 300,
      min: 2,
      max: 10_000_000,
      unit: "rows",
      key: true,
    }),
    noise: real({
      title: "Noise",
      help: "Standard deviation of the normal noise added to both coordinates, or to the target of a formula.",
      default: 0.2,
      min: 0,
      max: 10,
      key: true,
    }),
    flip: real({
      title: "Flipped labels",
      help: "Share of points that get the wrong class.",
      default: 0,
      min: 0,
      max: 1,
      when: { param: "shape", in: ["moons", "xor", "circles", "spirals", "blobs"] },
    }),
    idle: int({
      title: "Idle features",
      help: "Columns u1, u2, … beside XOR's two, uniform in [−1, 1), that say nothing: XOR with noise, where a learner that asks one feature at a time finds no beginning.",
      default: 0,
      min: 0,
      max: 1000,
      when: { param: "shape", in: ["xor"] },
    }),
    seed: seed(),
  },
  outputs: {
    table: tablePort({
      title: "Table",
      help: "Points: columns x, y and the target class. Formulas: x1, x2, … and the target y.",
    }),
  },
  traits: { seeded: true, cost: "heavy" },
  zh: {
    title: "生成数据 Generate",
    summary: "平面上的点，或由公式得出的数值：真相已知的数据。",
    outputs: { table: { title: "表", help: "点：列 x、y 与目标列 class。公式：列 x1、x2……与目标列 y。" } },
    params: {
      shape: {
        title: "形状",
        help: "类别：双月、同心圆、螺旋互相环抱；团块是三个点云；异或的四个象限对角同类。数值：Friedman 的三个公式（第一个有五个无用特征），线性公式（十个特征中五个无用），以及单个特征的正弦。",
        choices: {
          moons: "双月 Moons",
          xor: "异或 XOR",
          circles: "同心圆 Circles",
          spirals: "螺旋 Spirals",
          blobs: "团块 Blobs",
          friedman1: "弗里德曼 Friedman 1",
          friedman2: "弗里德曼 Friedman 2",
          friedman3: "弗里德曼 Friedman 3",
          linear: "线性 Linear",
          sine: "正弦 Sine",
        },
      },
      rows: { title: "行数", help: "行的个数。" },
      noise: { title: "噪声", help: "加在两个坐标上、或加在公式目标上的正态噪声的标准差。" },
      flip: { title: "错标比例", help: "被标成错误类别的点所占比例。" },
      idle: {
        title: "无用特征",
        help: "在异或的两列之外再加上在 [−1, 1) 上均匀、不含信息的列 u1、u2……：带噪声的异或，逐个考察特征的学习器无从下手。",
      },
    },
  },
  probe: async (params) => {
    const table = make(params);
    return {
      columns: table.columns.map(({ name, kind, role, ...rest }) => ({
        name,
        kind,
        role,
        missing: 0,
        ...("levels" in rest ? { levels: rest.levels } : {}),
      })),
      rows: params.rows,
      hash: hashJson(params),
    };
  },
  infer: (_inputs, { params, facts, node }) => ({
    table: {
      kind: "table",
      rows: params.rows,
      ...(facts ? { columns: facts.columns } : {}),
      provenance: [{ source: facts?.hash ?? "?", turns: [], via: node }],
    },
  }),
  run: (ctx, _inputs, params) => ({ table: make(params, params.rows, ctx) }),
  script: ({ shape, flip, idle, ...params }) => {
    if (isFormula(shape))
      return call(shape === "linear" ? "linearData" : shape, {
        params,
        defaults: { noise: 0 },
        outputs: "table",
      });
    const points = { ...params, flip, ...(shape === "xor" ? { idle } : {}) };
    return call(shape, { params: points, defaults: { noise: 0.2, flip: 0, idle: 0 }, outputs: "table" });
  },
  examples: [
    { title: "Moons", params: { rows: 100 }, expect: { "table.rowCount": { equals: 100 } } },
    {
      title: "Friedman 1",
      params: { shape: "friedman1", rows: 80 },
      expect: { "table.rowCount": { equals: 80 } },
    },
    { title: "Blobs", params: { shape: "blobs", rows: 60, noise: 1, flip: 0.1 } },
    { title: "XOR with noise", params: { shape: "xor", rows: 60, noise: 0, idle: 3 } },
    { title: "A noisy sine", params: { shape: "sine", rows: 60, noise: 0.3 } },
    { title: "A linear truth", params: { shape: "linear", rows: 60, noise: 0 } },
  ],
  sources: [
    "Minsky & Papert 1969, Perceptrons (XOR)",
    "Lang & Witbrock 1988, Learning to tell two spirals apart",
    "Friedman 1991, Multivariate adaptive regression splines",
    "Breiman 1996, Bagging predictors (Friedman 1–3)",
  ],
});

const shapes = { moons, xor, circles, spirals, blobs };
const formulas = { friedman1, friedman2, friedman3, linear: linearData, sine };
type Shape = keyof typeof shapes;
type Formula = keyof typeof formulas;

type Made = { shape: Shape | Formula; rows: number; noise: number; flip: number; idle: number; seed: number };

function isFormula(shape: Shape | Formula): shape is Formula {
  return Object.hasOwn(formulas, shape);
}

/** Two rows are enough to know the columns. */
function make({ shape, flip, noise, idle, seed: drawn }: Made, rows = 2, ctx?: WorkContext): Table {
  const options = { rows, noise, seed: drawn };
  if (isFormula(shape)) return formulas[shape](options, ctx);
  return shapes[shape]({ ...options, flip, ...(shape === "xor" ? { idle } : {}) }, ctx);
}
