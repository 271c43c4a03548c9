/** Makes a table of points in the plane, for experiments whose truth is known. */

import { hashJson } from "../../core/base/json.ts";
import { moons, xor } from "../../core/ml/table/generate.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice, int, real, seed } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { tablePort } from "../ports.ts";

export const dataGenerate = defineNode({
  id: "data.generate",
  version: 1,
  title: "Generate",
  category: "data",
  summary: "Points in the plane, drawn from a shape whose truth is known.",
  idBase: "points",
  inputs: {},
  params: {
    shape: choice({
      title: "Shape",
      help: "Moons: two half circles that hold each other. XOR: four quadrants, opposite ones of one class.",
      default: "moons",
      choices: { moons: "Moons", xor: "XOR" },
      key: true,
    }),
    rows: int({
      title: "Rows",
      help: "Number of points.",
      default: 300,
      min: 2,
      max: 10_000_000,
      unit: "rows",
      key: true,
    }),
    noise: real({
      title: "Noise",
      help: "Standard deviation of the normal noise added to both coordinates.",
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
    }),
    seed: seed(),
  },
  outputs: { table: tablePort({ title: "Table", help: "Columns x, y and the target class." }) },
  traits: { seeded: true, cost: "heavy" },
  zh: {
    title: "生成数据 Generate",
    summary: "平面上的点，取自真相已知的形状。",
    outputs: { table: { title: "表", help: "列 x、y 与目标列 class。" } },
    params: {
      shape: {
        title: "形状",
        help: "双月：两个互相环抱的半圆。异或：四个象限，对角同类。",
        choices: { moons: "双月 Moons", xor: "异或 XOR" },
      },
      rows: { title: "行数", help: "点的个数。" },
      noise: { title: "噪声", help: "加在两个坐标上的正态噪声的标准差。" },
      flip: { title: "错标比例", help: "被标成错误类别的点所占比例。" },
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
  run: (_ctx, _inputs, params) => ({ table: make(params, params.rows) }),
  script: ({ shape, ...params }) =>
    call(shape, { params, defaults: { noise: 0.2, flip: 0 }, outputs: "table" }),
  examples: [{ title: "Moons", params: { rows: 100 }, expect: { "table.rowCount": { equals: 100 } } }],
  sources: ["Minsky & Papert 1969, Perceptrons (XOR)"],
});

type Made = { shape: "moons" | "xor"; rows: number; noise: number; flip: number; seed: number };

/** Two rows are enough to know the columns. */
function make({ shape, noise, flip, seed: drawn }: Made, rows = 2) {
  const options = { rows, noise, flip, seed: drawn };
  return shape === "moons" ? moons(options) : xor(options);
}
