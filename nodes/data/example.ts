/** A well-known data set that ships with Espalier, as a table with its target set. */
import { probeTable, readTable } from "../../core/ml/table/read-table.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice } from "../../core/node/params.ts";
import type { ScriptCall } from "../../core/node/script-form.ts";
import { tablePort } from "../ports.ts";
import { sourceType } from "../source-type.ts";
import { shippedPath, shippedTables } from "./shipped.ts";

export const dataExample = defineNode({
  id: "data.example",
  version: 1,
  title: "Example data",
  category: "data",
  summary: "A well-known data set, ready to use, with its target chosen.",
  idBase: "data",
  inputs: {},
  params: {
    name: choice({
      title: "Data set",
      help: "Iris: 150 flowers, 4 measures, 3 species. Breast cancer Wisconsin: 569 biopsies, 30 measures, 2 diagnoses.",
      default: "breast-cancer",
      choices: { "breast-cancer": "Breast cancer", iris: "Iris" },
      key: true,
    }),
  },
  outputs: { table: tablePort({ title: "Table", help: "All rows of the data set." }) },
  traits: { cost: "heavy" },
  zh: {
    title: "示例数据 Example data",
    summary: "一个常用数据集，目标列已选好，可直接使用。",
    outputs: { table: { title: "表", help: "数据集的所有行。" } },
    params: {
      name: {
        title: "数据集",
        help: "鸢尾花：150 朵花，4 个测量值，3 个品种。威斯康星乳腺癌：569 个活检样本，30 个测量值，2 种诊断。",
        choices: { "breast-cancer": "乳腺癌 Breast cancer", iris: "鸢尾花 Iris" },
      },
    },
  },
  probe: ({ name }) => {
    const { file, target } = shippedTables[name];
    return probeTable(shippedPath(file), { target });
  },
  infer: (_inputs, context) => ({ table: sourceType(context) }),
  run: async (_ctx, _inputs, { name }) => {
    const { file, target } = shippedTables[name];
    return { table: await readTable(shippedPath(file), { target }) };
  },
  script: ({ name }): ScriptCall => {
    const { file, target } = shippedTables[name];
    return {
      fn: "readTable",
      args: [{ literal: `data/${file}` }],
      options: { target },
      defaults: {},
      awaits: true,
      outputs: { table: "" },
      files: [{ path: `data/${file}`, from: { shipped: file } }],
    };
  },
  examples: [{ title: "Iris", params: { name: "iris" }, expect: { "table.rowCount": { equals: 150 } } }],
  sources: [
    "Fisher 1936, The use of multiple measurements in taxonomic problems",
    "Street, Wolberg & Mangasarian 1993, Nuclear feature extraction for breast tumor diagnosis",
  ],
});
