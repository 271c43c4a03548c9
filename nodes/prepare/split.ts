/** Splits a table into a training part and a part set aside. The types on its wires remember which is which. */

import { problem } from "../../core/base/diagnostic.ts";
import { hashJson } from "../../core/base/json.ts";
import { type SplitOptions, split } from "../../core/ml/table/split.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice, real, seed } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { passThrough, take, unknownProvenance } from "../../core/types/provenance.ts";
import type { TableType } from "../../core/types/wire-type.ts";
import { tablePort } from "../ports.ts";

export const prepareSplit = defineNode({
  id: "prepare.split",
  version: 1,
  title: "Split",
  category: "prepare",
  summary: "Sets a part of the rows aside, to be looked at only when scoring.",
  formula: "n_test = ⌈test · n⌉",
  idBase: "parts",
  inputs: { table: tablePort({ title: "Table", help: "The rows to divide." }) },
  params: {
    test: real({
      title: "Test part",
      help: "Share of the rows that is set aside.",
      default: 0.3,
      min: 0,
      max: 1,
      open: true,
      key: true,
    }),
    kind: choice({
      title: "Kind",
      help: "Stratified keeps the share of every class equal in both parts; it needs a target of classes. By group: no group (column with the role group) stands in both. By time: the last rows by the column with the role time.",
      default: "stratified",
      choices: { stratified: "stratified", random: "random", group: "by group", time: "by time" },
      key: true,
    }),
    seed: seed(),
  },
  outputs: {
    train: tablePort({ title: "Training part", help: "Rows to fit on." }),
    test: tablePort({ title: "Test part", help: "Rows set aside for scoring." }),
  },
  traits: { seeded: true, cost: "heavy", split: { input: "table", train: "train", test: "test" } },
  zh: {
    title: "划分 Split",
    summary: "留出一部分行，只在评分时使用。",
    inputs: { table: { title: "表", help: "要划分的行。" } },
    outputs: {
      train: { title: "训练部分", help: "用于拟合的行。" },
      test: { title: "测试部分", help: "留出用于评分的行。" },
    },
    params: {
      test: { title: "测试部分", help: "留出的行所占比例。" },
      kind: {
        title: "方式",
        help: "分层：两部分中各类别的比例相同；需要类别型目标。按组：同一组（角色为分组的列）不会同时出现在两部分。按时间：按角色为时间的列，取最后的行。",
        choices: { stratified: "分层", random: "随机", group: "按组", time: "按时间" },
      },
    },
  },
  infer: ({ table }, { params, node, report }) => {
    const source: TableType = table?.kind === "table" ? table : { kind: "table" };
    const target = source.columns?.find((column) => column.role === "target");
    if (params.kind === "stratified" && source.columns) {
      if (!target) report(problem("split.no-target", {}, { port: "table", param: "kind" }));
      else if (target.kind === "numeric" || target.kind === "datetime") {
        const values = { column: target.name, kind: target.kind };
        report(problem("split.target-not-classes", values, { port: "table", param: "kind" }));
      }
    }
    const { kind } = params;
    const decides = kind === "stratified" ? target : source.columns?.find((column) => column.role === kind);
    if ((kind === "group" || kind === "time") && source.columns && !decides)
      report(problem("split.no-role", { role: kind }, { port: "table", param: "kind" }));
    const rows = source.provenance ?? unknownProvenance(node);
    // All that decides which row goes where: the same file read with another target is divided otherwise.
    const partition = hashJson({
      split: "prepare.split",
      params,
      rows: rows.map(({ source, turns }) => [source, turns]),
      count: source.rows,
      strata: decides,
    });
    const { rows: all, ...rest } = source;
    // How many rows whole groups have is not known before the run.
    const testRows = all === undefined || kind === "group" ? undefined : Math.ceil(params.test * all);
    const part = (name: string, count: number | undefined): TableType => ({
      ...rest,
      ...(count === undefined ? {} : { rows: count }),
      // Copies of a row may be in both parts: then nothing can be said to be unseen.
      provenance: source.repeats ? passThrough(rows, node) : take(rows, partition, name, node),
    });
    const trainRows = testRows === undefined || all === undefined ? undefined : all - testRows;
    return { train: part("train", trainRows), test: part("test", testRows) };
  },
  run: (_ctx, { table }, params) => split(table, optionsOf(params)),
  script: (params) =>
    call("split", {
      inputs: ["table"],
      params: { ...optionsOf(params) },
      defaults: { stratify: false, by: "rows" },
      outputs: { train: "train", test: "test" },
    }),
  examples: [
    {
      title: "Iris, 30 % set aside",
      inputs: { table: "data.example:table" },
      params: { test: 0.3 },
      expect: { "test.rowCount": { equals: 45 }, "train.rowCount": { equals: 105 } },
    },
  ],
  sources: [
    "Kohavi 1995, A study of cross-validation and bootstrap for accuracy estimation and model selection",
  ],
});

type SplitParams = { test: number; kind: "stratified" | "random" | "group" | "time"; seed: number };

function optionsOf({ test, kind, seed: drawn }: SplitParams): SplitOptions {
  const by = kind === "group" || kind === "time" ? kind : "rows";
  return { test, stratify: kind === "stratified", by, seed: drawn };
}
