/** Chooses columns of a table, renames them and gives them other roles. */
import { problem } from "../../core/base/diagnostic.ts";
import type { ColumnRole } from "../../core/base/table-facts.ts";
import { type SelectOptions, select, selected } from "../../core/ml/table/select.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice, columns, renames, roles } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { passThrough, unknownProvenance } from "../../core/types/provenance.ts";
import type { TableType } from "../../core/types/wire-type.ts";
import { tablePort } from "../ports.ts";

type SelectParams = {
  keep: "all" | "these" | "others";
  columns: readonly string[];
  rename: Readonly<Record<string, string>>;
  roles: Readonly<Record<string, ColumnRole>>;
};

export const prepareSelect = defineNode({
  id: "prepare.select",
  version: 1,
  title: "Select",
  category: "prepare",
  summary: "Keeps, renames and re-purposes columns.",
  idBase: "chosen",
  inputs: { table: tablePort({ title: "Table", help: "The table whose columns are chosen." }) },
  params: {
    keep: choice({
      title: "Keep",
      help: "All columns, the chosen ones only, or all but those.",
      default: "all",
      choices: { all: "all", these: "the chosen", others: "all others" },
      key: true,
    }),
    columns: columns({
      title: "Columns",
      help: "The chosen columns.",
      input: "table",
      key: true,
      when: { param: "keep", in: ["these", "others"] },
    }),
    rename: renames({ title: "New names", help: "What columns are called from here on.", input: "table" }),
    roles: roles({
      title: "Roles",
      help: "What each column is for from here on: feature, target, weight, group, time, id, or ignored.",
      input: "table",
    }),
  },
  outputs: { table: tablePort({ title: "Table", help: "The same rows with the chosen columns." }) },
  traits: { cost: "light" },
  zh: {
    title: "选列 Select",
    summary: "保留、重命名列，或改变列的用途。",
    inputs: { table: { title: "表", help: "要选择列的表。" } },
    outputs: { table: { title: "表", help: "行不变，只含所选的列。" } },
    params: {
      keep: {
        title: "保留",
        help: "所有列、只保留所选列，或除所选列之外的列。",
        choices: { all: "全部", these: "所选列", others: "其余列" },
      },
      columns: { title: "列", help: "所选的列。" },
      rename: { title: "新名称", help: "此后各列的名称。" },
      roles: { title: "角色", help: "此后每一列的用途：特征、目标、权重、分组、时间、标识或忽略。" },
    },
  },
  infer: ({ table }, { params, node, report }) => {
    const source: TableType = table?.kind === "table" ? table : { kind: "table" };
    const provenance = passThrough(source.provenance ?? unknownProvenance(node), node);
    const { columns: known, ...rest } = source;
    if (!known) return { table: { ...rest, provenance } };
    const names = known.map((column) => column.name);
    const before = new Set(names);
    for (const [param, named] of Object.entries(namedBy(params))) {
      const strange = named.find((name) => !before.has(name));
      if (strange !== undefined)
        report(
          problem("table.unknown-column", { column: strange, columns: names }, { port: "table", param }),
        );
    }
    const kept = selected(known, optionsOf(params));
    const last = new Map(kept.map(({ name }, at) => [name, at]));
    const twice = kept.find(({ name }, at) => last.get(name) !== at);
    if (twice)
      report(problem("table.duplicate-column", { column: twice.name }, { port: "table", param: "rename" }));
    if (kept.length === 0) report(problem("table.no-columns", {}, { port: "table", param: "columns" }));
    return { table: { ...rest, columns: kept, provenance } };
  },
  run: (_ctx, { table }, params) => ({ table: select(table, optionsOf(params)) }),
  script: (params) =>
    call("select", { inputs: ["table"], params: { ...optionsOf(params) }, outputs: "table" }),
  examples: [
    {
      title: "Two measures of iris, one of them renamed",
      inputs: { table: "data.example:table" },
      params: {
        keep: "these",
        columns: ["petal length", "petal width", "species"],
        rename: { "petal width": "width" },
      },
      expect: { "table.rowCount": { equals: 150 } },
    },
  ],
  sources: ["Codd 1970, A relational model of data for large shared data banks (projection)"],
});

/** The names that each parameter speaks of. */
function namedBy({ keep, columns: chosen, rename, roles: given }: SelectParams) {
  return {
    columns: keep === "all" ? [] : chosen,
    rename: Object.keys(rename),
    roles: Object.keys(given),
  };
}

function optionsOf({ keep, columns: chosen, rename, roles: given }: SelectParams): SelectOptions {
  return {
    ...(keep === "these" ? { columns: chosen } : {}),
    ...(keep === "others" ? { without: chosen } : {}),
    ...(Object.keys(rename).length > 0 ? { rename } : {}),
    ...(Object.keys(given).length > 0 ? { roles: given } : {}),
  };
}
