/** Reads a file as a table. What it can say of the columns before a run comes from a look at the file. */
import type { Condition } from "../../core/base/condition.ts";
import type { ColumnKind, ColumnRole } from "../../core/base/table-facts.ts";
import { profileFile } from "../../core/ml/profile/profile.ts";
import { type ReadOptions, readTable } from "../../core/ml/table/read-table.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice, column, columns, int, path, roles, text } from "../../core/node/params.ts";
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
  format: "auto" | "csv" | "json" | "parquet" | "arrow";
  quote: "double" | "single" | "none";
  missing: string;
  asText: readonly string[];
  every: number;
  limit: number;
};

/** Shown where the file is text with delimiters, by what is said of it or by its name. */
const ofText: Condition = {
  any: [
    { param: "format", in: ["csv"] },
    {
      all: [
        { param: "format", in: ["auto"] },
        { param: "path", endings: [".csv", ".tsv", ".txt", ""] },
      ],
    },
  ],
};

const added = { format: "auto", quote: "double", missing: "", asText: [], every: 1, limit: 0 };

export const dataFile = defineNode({
  id: "data.file",
  version: 2,
  migrations: [{ version: 2, migrate: (node) => ({ ...node, params: { ...added, ...node.params } }) }],
  title: "File",
  category: "data",
  summary:
    "Reads a CSV, JSON, Parquet or Arrow file: types, missing values and bad rows are found and shown.",
  idBase: "table",
  inputs: {},
  params: {
    path: path({
      title: "File",
      help: "A file of your folder: CSV and its relatives, JSON (an array of objects, or one a line), Parquet, Arrow or Feather.",
      default: "",
      extensions: [
        ".csv",
        ".tsv",
        ".txt",
        ".json",
        ".ndjson",
        ".jsonl",
        ".parquet",
        ".arrow",
        ".arrows",
        ".feather",
        ".ipc",
      ],
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
      when: ofText,
      title: "Header line",
      help: "Whether the first line names the columns.",
      default: "auto",
      choices: { auto: "detect", yes: "yes", no: "no" },
    }),
    delimiter: choice({
      when: ofText,
      title: "Delimiter",
      help: "The character between cells.",
      default: "auto",
      choices: { auto: "detect", ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" },
    }),
    decimal: choice({
      when: ofText,
      title: "Decimal sign",
      help: "The sign before the fraction of a number.",
      default: "auto",
      choices: { auto: "detect", ".": "point", ",": "comma" },
    }),
    quote: choice({
      when: ofText,
      title: "Quote",
      help: "The character around cells that hold a delimiter or a line end.",
      default: "double",
      choices: { double: "double", single: "single", none: "none" },
    }),
    missing: text({
      when: ofText,
      title: "Missing",
      help: "Texts that mean a missing cell, with commas between them; an empty cell always does. Left empty: NA, N/A, NaN, null, ?",
      default: "",
      maxLength: 1000,
    }),
    asText: columns({
      title: "As text",
      help: "Columns whose cells are names rather than quantities: numbers of 16 digits and more are kept whole.",
    }),
    format: choice({
      title: "Format",
      help: "What the file is. It is found out from its first bytes.",
      default: "auto",
      choices: { auto: "detect", csv: "CSV", json: "JSON", parquet: "Parquet", arrow: "Arrow" },
    }),
    every: int({
      title: "Every",
      help: "Takes only every so-many-th row, beginning with the first: a thinned table of a file that is too large.",
      default: 1,
      min: 1,
      max: 1_000_000_000,
    }),
    limit: int({
      title: "At most",
      help: "The most rows to take; 0 is all of them.",
      default: 0,
      min: 0,
      max: 4_000_000_000,
    }),
  },
  outputs: { table: tablePort({ title: "Table", help: "All rows that could be read." }) },
  traits: { cost: "heavy" },
  zh: {
    title: "文件 File",
    summary: "读取 CSV、JSON、Parquet 或 Arrow 文件：自动判断类型，找出缺失值与坏行。",
    outputs: { table: { title: "表", help: "所有能读取的行。" } },
    params: {
      path: {
        title: "文件",
        help: "您的文件夹中的文件：CSV 及类似格式、JSON（对象的数组，或每行一个）、Parquet、Arrow 或 Feather。",
      },
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
      quote: {
        title: "引号",
        help: "括住含有分隔符或换行的单元格的字符。",
        choices: { double: "双引号", single: "单引号", none: "无" },
      },
      missing: {
        title: "缺失值",
        help: "表示缺失的文本，用逗号分开；空单元格总是缺失。留空即：NA、N/A、NaN、null、?",
      },
      asText: { title: "作为文本", help: "内容是标识而不是数量的列：16 位以上的数字会完整保留。" },
      format: {
        title: "格式",
        help: "文件的格式，由其开头的字节判断。",
        choices: {
          auto: "自动判断",
          csv: "CSV 文本",
          json: "JSON 文件",
          parquet: "Parquet 文件",
          arrow: "Arrow 文件",
        },
      },
      every: { title: "每隔", help: "每若干行只取一行，从第一行开始：用于过大的文件。" },
      limit: { title: "至多", help: "最多读取的行数；0 表示全部。" },
    },
  },
  probe: (params, files) => probeFile(params.path, files, readOptions(params)),
  profile: async (ctx, params, question) =>
    profileFile(await ctx.files.resolve(params.path), readOptions(params), question, ctx),
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
    {
      title: "Two of its rows, one column as text",
      params: { limit: 2, asText: ["x"] },
      expect: { "table.rowCount": { equals: 2 } },
    },
  ],
  sources: ["RFC 4180, Common Format for CSV Files (2005)"],
});

function readOptions(params: FileParams): ReadOptions {
  const { target, targetAs, roles: given, header, delimiter, decimal, format, missing, asText } = params;
  const kinds: Record<string, ColumnKind> = Object.fromEntries(asText.map((name) => [name, "text"]));
  if (target !== "" && targetAs !== "auto")
    kinds[target] = targetAs === "classes" ? "categorical" : "numeric";
  const quote = { double: undefined, single: "'", none: "" }[params.quote];
  return {
    ...(target === "" ? {} : { target }),
    ...(Object.keys(given).length === 0 ? {} : { roles: given }),
    ...(Object.keys(kinds).length === 0 ? {} : { kinds }),
    ...(format === "auto" ? {} : { format }),
    ...(header === "auto" ? {} : { header: header === "yes" }),
    ...(delimiter === "auto" ? {} : { delimiter }),
    ...(decimal === "auto" ? {} : { decimal }),
    ...(quote === undefined ? {} : { quote }),
    ...(missing.trim() === "" ? {} : { missing: ["", ...missing.split(",").map((word) => word.trim())] }),
    ...(params.every === 1 ? {} : { every: params.every }),
    ...(params.limit === 0 ? {} : { limit: params.limit }),
  };
}

/** In a script the file lies in `data/` under its own name. */
function scriptPath(from: string): string {
  return `data/${from.split(/[\\/]/).pop() || "table.csv"}`;
}
