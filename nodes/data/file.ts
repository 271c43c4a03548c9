/** Reads a CSV file as a table. What it can say of the columns before a run comes from a look at the file. */
import type { ColumnRole } from "../../core/base/table-facts.ts";
import { type ReadOptions, readTable } from "../../core/ml/table/read-table.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice, column, path, roles } from "../../core/node/params.ts";
import type { ScriptCall } from "../../core/node/script-form.ts";
import { tablePort } from "../ports.ts";
import { probeFile, sourceType } from "../source-type.ts";

type FileParams = {
  path: string;
  target: string;
  targetAs: "auto" | "classes" | "numbers";
  roles: Readonly<Record<string, ColumnRole>>;
  header: "auto" | "yes" | "no";
  delimiter: "auto" | "," | ";" | "\t" | "|";
  decimal: "auto" | "." | ",";
};

export const dataFile = defineNode({
  id: "data.file",
  version: 1,
  title: "File",
  category: "data",
  summary: "Reads a CSV file: types, missing values and bad rows are found and shown.",
  idBase: "table",
  inputs: {},
  params: {
    path: path({
      title: "File",
      help: "A CSV file of your folder.",
      default: "",
      extensions: [".csv", ".tsv", ".txt"],
      key: true,
    }),
    target: column({ title: "Target", help: "The column to predict.", default: "", key: true }),
    targetAs: choice({
      title: "Target as",
      help: "Whether the target names classes or is a number. By default numbers are numbers and text is classes.",
      default: "auto",
      choices: { auto: "as read", classes: "classes", numbers: "numbers" },
    }),
    roles: roles({
      title: "Roles",
      help: "What each column is for: feature, weight, group, time, id, or ignored.",
    }),
    header: choice({
      title: "Header line",
      help: "Whether the first line names the columns.",
      default: "auto",
      choices: { auto: "detect", yes: "yes", no: "no" },
    }),
    delimiter: choice({
      title: "Delimiter",
      help: "The character between cells.",
      default: "auto",
      choices: { auto: "detect", ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" },
    }),
    decimal: choice({
      title: "Decimal sign",
      help: "The sign before the fraction of a number.",
      default: "auto",
      choices: { auto: "detect", ".": "point", ",": "comma" },
    }),
  },
  outputs: { table: tablePort({ title: "Table", help: "All rows that could be read." }) },
  traits: { cost: "heavy" },
  zh: {
    title: "文件 File",
    summary: "读取 CSV 文件：自动判断类型，找出缺失值与坏行。",
    outputs: { table: { title: "表", help: "所有能读取的行。" } },
    params: {
      path: { title: "文件", help: "您的文件夹中的一个 CSV 文件。" },
      target: { title: "目标列", help: "要预测的列。" },
      targetAs: {
        title: "目标类型",
        help: "目标是类别还是数值。默认：数字为数值，文本为类别。",
        choices: { auto: "按读取结果", classes: "类别", numbers: "数值" },
      },
      roles: { title: "角色", help: "每一列的用途：特征、权重、分组、时间、标识或忽略。" },
      header: { title: "表头行", help: "第一行是否为列名。", choices: { auto: "自动", yes: "是", no: "否" } },
      delimiter: {
        title: "分隔符",
        help: "单元格之间的字符。",
        choices: { auto: "自动", ",": "逗号", ";": "分号", "\t": "制表符", "|": "竖线" },
      },
      decimal: {
        title: "小数点",
        help: "小数部分之前的符号。",
        choices: { auto: "自动", ".": "点", ",": "逗号" },
      },
    },
  },
  probe: (params, files) => probeFile(params.path, files, readOptions(params)),
  infer: (_inputs, context) => ({ table: sourceType(context) }),
  run: async (ctx, _inputs, params) => {
    return { table: await readTable(await ctx.files.resolve(params.path), readOptions(params), ctx) };
  },
  script: (params): ScriptCall => ({
    fn: "readTable",
    args: [{ literal: scriptPath(params.path) }],
    options: { ...readOptions(params) },
    defaults: {},
    awaits: true,
    outputs: { table: "" },
    files: [{ path: scriptPath(params.path), from: { param: "path" } }],
  }),
  examples: [
    { title: "A file of three rows", params: {} },
    { title: "A target of numbers", params: { target: "x", targetAs: "numbers" } },
  ],
  sources: ["RFC 4180, Common Format for CSV Files (2005)"],
});

function readOptions({
  target,
  targetAs,
  roles: given,
  header,
  delimiter,
  decimal,
}: FileParams): ReadOptions {
  return {
    ...(target === "" ? {} : { target }),
    ...(Object.keys(given).length === 0 ? {} : { roles: given }),
    ...(target === "" || targetAs === "auto"
      ? {}
      : { kinds: { [target]: targetAs === "classes" ? "categorical" : "numeric" } }),
    ...(header === "auto" ? {} : { header: header === "yes" }),
    ...(delimiter === "auto" ? {} : { delimiter }),
    ...(decimal === "auto" ? {} : { decimal }),
  };
}

/** In a script the file lies in `data/` under its own name. */
function scriptPath(from: string): string {
  return `data/${from.split(/[\\/]/).pop() || "table.csv"}`;
}
