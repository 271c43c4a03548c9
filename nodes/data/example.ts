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
      help: "Breast cancer Wisconsin: 569 biopsies, 30 measures, 2 diagnoses. Iris: 150 flowers, 4 measures, 3 species. Wine: 178 wines, 13 measures, 3 cultivars. Digits: 1,797 pictures of 8 × 8 pixels, 10 digits. Diabetes: 442 patients, 10 measures, a number. Penguins: 344 birds, numbers and categories, some cells missing, 3 species.",
      default: "breast-cancer",
      choices: {
        "breast-cancer": "Breast cancer",
        iris: "Iris",
        wine: "Wine",
        digits: "Digits",
        diabetes: "Diabetes",
        penguins: "Penguins",
      },
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
        help: "威斯康星乳腺癌：569 个活检样本，30 个测量值，2 种诊断。鸢尾花：150 朵花，4 个测量值，3 个品种。葡萄酒：178 种酒，13 个测量值，3 个品种。手写数字：1797 张 8 × 8 像素的图，10 个数字。糖尿病：442 名患者，10 个测量值，目标为数值。企鹅：344 只，含数值与类别，有缺失，3 个物种。",
        choices: {
          "breast-cancer": "乳腺癌 Breast cancer",
          iris: "鸢尾花 Iris",
          wine: "葡萄酒 Wine",
          digits: "手写数字 Digits",
          diabetes: "糖尿病 Diabetes",
          penguins: "企鹅 Penguins",
        },
      },
    },
  },
  probe: ({ name }) => {
    const { file, options } = shippedTables[name];
    return probeTable(shippedPath(file), options);
  },
  infer: (_inputs, context) => ({ table: sourceType(context) }),
  run: async (ctx, _inputs, { name }) => {
    const { file, options } = shippedTables[name];
    return { table: await readTable(shippedPath(file), options, ctx) };
  },
  script: ({ name }): ScriptCall => {
    const { file, options } = shippedTables[name];
    return {
      fn: "readTable",
      args: [{ literal: `data/${file}` }],
      options: { ...options },
      defaults: {},
      awaits: true,
      outputs: { table: "" },
      files: [{ path: `data/${file}`, from: { shipped: file } }],
    };
  },
  examples: [
    { title: "Iris", params: { name: "iris" }, expect: { "table.rowCount": { equals: 150 } } },
    { title: "Diabetes", params: { name: "diabetes" }, expect: { "table.rowCount": { equals: 442 } } },
    { title: "Penguins", params: { name: "penguins" }, expect: { "table.rowCount": { equals: 344 } } },
    { title: "Digits", params: { name: "digits" }, expect: { "table.rowCount": { equals: 1797 } } },
    { title: "Wine", params: { name: "wine" }, expect: { "table.rowCount": { equals: 178 } } },
  ],
  sources: [
    "Fisher 1936, The use of multiple measurements in taxonomic problems",
    "Street, Wolberg & Mangasarian 1993, Nuclear feature extraction for breast tumor diagnosis",
    "Aeberhard, Coomans & de Vel 1994, Comparative analysis of statistical pattern recognition methods (wine)",
    "Alpaydin & Kaynak 1998, Cascading classifiers (optical digits)",
    "Efron, Hastie, Johnstone & Tibshirani 2004, Least angle regression (diabetes)",
    "Gorman, Williams & Fraser 2014, Ecological sexual dimorphism within a community of Antarctic penguins; Horst, Hill & Gorman 2020, palmerpenguins",
  ],
});
