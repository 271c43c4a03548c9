/** Adds columns that are computed from the others. */
import { diagnosticOf } from "../../core/base/diagnostic.ts";
import { derive, derivedColumns } from "../../core/ml/sql/derive.ts";
import { defineNode } from "../../core/node/node.ts";
import { expression } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { passThrough, unknownProvenance } from "../../core/types/provenance.ts";
import type { TableType } from "../../core/types/wire-type.ts";
import { tablePort } from "../ports.ts";

export const prepareDerive = defineNode({
  id: "prepare.derive",
  version: 1,
  title: "Derive",
  category: "prepare",
  summary: "Adds columns computed from the others, row by row.",
  idBase: "more",
  inputs: { table: tablePort({ title: "Table", help: "The table whose columns are computed with." }) },
  params: {
    columns: expression({
      title: "Columns",
      help: "Expressions in DuckDB's SQL with the names of their columns, and commas between them: width * height AS area, ln(price) AS log_price. A name that is there already is replaced. Only the row itself can be asked, so nothing leaks from one row to another.",
      default: "",
      form: "columns",
      input: "table",
      key: true,
    }),
  },
  outputs: { table: tablePort({ title: "Table", help: "The same rows with the new columns." }) },
  traits: { cost: "heavy" },
  zh: {
    title: "派生列 Derive",
    summary: "逐行由其他列计算出新列。",
    inputs: { table: { title: "表", help: "用其各列进行计算的表。" } },
    outputs: { table: { title: "表", help: "行不变，含有新列。" } },
    params: {
      columns: {
        title: "列",
        help: "DuckDB SQL 表达式及其列名，用逗号分开：width * height AS area, ln(price) AS log_price。已有的同名列会被替换。只能使用本行的值，因此行与行之间不会泄漏。",
      },
    },
  },
  infer: async ({ table }, { params, node, report }) => {
    const source: TableType = table?.kind === "table" ? table : { kind: "table" };
    const { columns: known, ...rest } = source;
    const provenance = passThrough(source.provenance ?? unknownProvenance(node), node);
    const columns =
      known &&
      (await derivedColumns(params.columns, known).catch((thrown) => {
        report({ ...diagnosticOf(thrown), param: "columns" });
        return undefined;
      }));
    return { table: { ...rest, ...(columns && { columns }), provenance } };
  },
  run: async (ctx, { table }, params) => ({ table: await derive(table, params, ctx) }),
  script: (params) => call("derive", { inputs: ["table"], params, outputs: "table", awaits: true }),
  examples: [
    {
      title: "The area of a petal, and whether it is large",
      inputs: { table: "data.example:table" },
      params: { columns: '"petal length" * "petal width" AS area,\n"petal length" > 5 AS large' },
      expect: { "table.rowCount": { equals: 150 } },
    },
    { title: "Nothing yet", inputs: { table: "data.example:table" } },
  ],
  sources: ["Codd 1972, Relational completeness of data base sublanguages (extension)"],
});
