/** Keeps the rows that meet a condition. */
import { diagnosticOf } from "../../core/base/diagnostic.ts";
import { readRowNumbers } from "../../core/base/row-numbers.ts";
import { checkCondition, filter } from "../../core/ml/sql/filter.ts";
import { defineNode } from "../../core/node/node.ts";
import { expression, text } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { passThrough, unknownProvenance } from "../../core/types/provenance.ts";
import type { TableType } from "../../core/types/wire-type.ts";
import { tablePort } from "../ports.ts";

/** Some 30,000 rows that lie apart; any number of them in runs. */
const longestRows = 200_000;

export const prepareFilter = defineNode({
  id: "prepare.filter",
  version: 2,
  title: "Filter",
  category: "prepare",
  summary: "Keeps the rows for which a condition is true.",
  idBase: "kept",
  inputs: { table: tablePort({ title: "Table", help: "The rows to choose from." }) },
  params: {
    where: expression({
      title: "Where",
      help: "A condition in DuckDB's SQL over the columns: x > 2 AND species = 'setosa', sex IS NOT NULL, name LIKE 'A%'. Rows where it is neither true nor false, because a cell is missing, are left out, and their number is said.",
      default: "true",
      form: "condition",
      input: "table",
      key: true,
    }),
    rows: text({
      title: "Rows",
      help: "Of these only the rows with these numbers, as the row column of the table shows them: their numbers in the source, counted from 0. Runs are written with both ends, as in 0-4, 7, 9-12. Empty: all. Make a filter node, above a selection, writes them here.",
      default: "",
      maxLength: longestRows,
      key: true,
    }),
  },
  outputs: {
    table: tablePort({ title: "Table", help: "The rows that meet the condition, in their order." }),
  },
  traits: { cost: "heavy" },
  zh: {
    title: "筛选 Filter",
    summary: "保留满足条件的行。",
    inputs: { table: { title: "表", help: "从中选择的行。" } },
    outputs: { table: { title: "表", help: "满足条件的行，顺序不变。" } },
    params: {
      where: {
        title: "条件",
        help: "关于各列的 DuckDB SQL 条件：x > 2 AND species = 'setosa'、sex IS NOT NULL、name LIKE 'A%'。因单元格缺失而既非真也非假的行会被略去，并说明其数量。",
      },
      rows: {
        title: "行号",
        help: "其中只保留这些行号的行，行号如表中“行”列所示：即在来源中的行号，从 0 开始。区间写出两端，例如 0-4, 7, 9-12。留空：全部。选择上方的“生成筛选节点”会写在这里。",
      },
    },
  },
  migrations: [{ version: 2, migrate: (node) => ({ ...node, params: { rows: "", ...node.params } }) }],
  infer: async ({ table }, { params, node, report }) => {
    const source: TableType = table?.kind === "table" ? table : { kind: "table" };
    const { rows: _, columns: known, ...rest } = source;
    const provenance = passThrough(source.provenance ?? unknownProvenance(node), node);
    try {
      readRowNumbers(params.rows);
    } catch (thrown) {
      report({ ...diagnosticOf(thrown), param: "rows" });
    }
    if (known) {
      await checkCondition(params.where, known).catch((thrown) =>
        report({ ...diagnosticOf(thrown), param: "where" }),
      );
    }
    const columns = known?.map(({ missing, ...column }) => ({
      ...column,
      ...(missing === 0 && { missing }),
    }));
    return { table: { ...rest, ...(columns && { columns }), provenance } };
  },
  run: async (ctx, { table }, params) => ({ table: await filter(table, params, ctx) }),
  script: (params) =>
    call("filter", { inputs: ["table"], params, defaults: { rows: "" }, outputs: "table", awaits: true }),
  examples: [
    {
      title: "Large flowers that are not setosa",
      inputs: { table: "data.example:table" },
      params: { where: "\"petal length\" > 5 AND species <> 'setosa'" },
      expect: { "table.rowCount": { equals: 42 } },
    },
    {
      title: "Eleven rows by their numbers, of which six are versicolor",
      inputs: { table: "data.example:table" },
      params: { where: "species = 'versicolor'", rows: "45-55" },
      expect: { "table.rowCount": { equals: 6 } },
    },
    { title: "All of them", inputs: { table: "data.example:table" } },
  ],
  sources: ["Codd 1970, A relational model of data for large shared data banks (restriction)"],
});
