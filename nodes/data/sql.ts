/** Asks tables a question in SQL. Names and types of the answer are known before any row is read. */
import { diagnosticOf } from "../../core/base/diagnostic.ts";
import { hashJson } from "../../core/base/json.ts";
import { describeSql, sql, sqlStanding, tableNames } from "../../core/ml/sql/sql.ts";
import { defineNode } from "../../core/node/node.ts";
import { expression } from "../../core/node/params.ts";
import type { ScriptCall } from "../../core/node/script-form.ts";
import { sharedRows, take, unite, unknownProvenance } from "../../core/types/provenance.ts";
import type { TableType, WireType } from "../../core/types/wire-type.ts";
import { tablePort } from "../ports.ts";

const more = { optional: true } as const;

export const dataSql = defineNode({
  id: "data.sql",
  version: 1,
  title: "SQL",
  category: "data",
  summary: "Joins, groups and computes over up to four tables with one query.",
  idBase: "answer",
  inputs: {
    a: tablePort({ title: "a", help: "The table that the query calls a." }),
    b: { ...tablePort({ title: "b", help: "The table that the query calls b, if there is one." }), ...more },
    c: { ...tablePort({ title: "c", help: "The table that the query calls c, if there is one." }), ...more },
    d: { ...tablePort({ title: "d", help: "The table that the query calls d, if there is one." }), ...more },
  },
  params: {
    query: expression({
      title: "Query",
      help: "One SELECT in DuckDB's SQL. The tables are called a, b, c, d; texts are VARCHAR, numbers DOUBLE, moments TIMESTAMP in UTC. Without ORDER BY rows come in an order that is the same in every run, but follows no rule. Columns keep the role of the column that they are called like. Rows of the result are new ones; where a row of a table has a part in several of them (a mean over all rows beside each, a window, a table joined with itself), no split parts them and nothing is scored unlabelled. Split first, and let the training part alone be summed up: joined to the other part it only informs it.",
      default: "SELECT * FROM a",
      form: "query",
      key: true,
    }),
  },
  outputs: { table: tablePort({ title: "Table", help: "What the query gives." }) },
  traits: { cost: "heavy" },
  zh: {
    title: "SQL 查询",
    summary: "用一条查询连接、分组、计算至多四张表。",
    inputs: {
      a: { title: "表 a", help: "查询中称为 a 的表。" },
      b: { title: "表 b", help: "查询中称为 b 的表（可选）。" },
      c: { title: "表 c", help: "查询中称为 c 的表（可选）。" },
      d: { title: "表 d", help: "查询中称为 d 的表（可选）。" },
    },
    outputs: { table: { title: "表", help: "查询的结果。" } },
    params: {
      query: {
        title: "查询",
        help: "一条 DuckDB SQL 的 SELECT。表名为 a、b、c、d；文本为 VARCHAR，数值为 DOUBLE，时刻为 UTC 的 TIMESTAMP。没有 ORDER BY 时，行的顺序每次相同，但没有规律。列沿用同名列的角色。结果的行是新的行；若一行数据影响结果中的多行（每行旁的总体均值、窗口函数、表与自身连接），任何划分都无法把它们分开，也不会在未标注的情况下评分。请先划分，只对训练部分做汇总：连接到另一部分时，它只提供信息。",
      },
    },
  },
  infer: async (inputs, { params, node, report }) => {
    const given = tableNames.flatMap((name) => {
      const type: WireType | undefined = inputs[name];
      return type?.kind === "table" ? [{ name, type }] : [];
    });
    const table = await typeOf(given, params.query, node).catch((thrown) => {
      report({ ...diagnosticOf(thrown), param: "query" });
      return undefined;
    });
    return { table: table ?? { kind: "table" } };
  },
  run: async (ctx, { a, b, c, d }, { query }) => ({ table: await sql(query, a, b, c, d, ctx) }),
  script: ({ query }): ScriptCall => ({
    fn: "sql",
    args: [{ literal: query }, ...tableNames.map((input) => ({ input }))],
    options: {},
    defaults: {},
    awaits: true,
    outputs: { table: "" },
  }),
  examples: [
    {
      title: "Mean petals by species",
      inputs: { a: "data.example:table" },
      params: {
        query:
          'SELECT species, avg("petal length") AS petal, count(*) AS flowers\nFROM a GROUP BY species ORDER BY species',
      },
      expect: { "table.rowCount": { equals: 3 } },
    },
    {
      title: "A table with itself",
      inputs: { a: "data.example:table", b: "data.example:table" },
      params: {
        query:
          'SELECT a.*, m.mean AS usual FROM a JOIN (SELECT species, avg("petal length") AS mean FROM b GROUP BY species) m USING (species)',
      },
      expect: { "table.rowCount": { equals: 150 } },
    },
  ],
  sources: [
    "Chamberlin & Boyce 1974, SEQUEL: a structured English query language",
    "Raasveldt & Mühleisen 2019, DuckDB: an embeddable analytical database",
  ],
});

type Given = readonly { name: string; type: TableType }[];

async function typeOf(given: Given, query: string, node: string): Promise<TableType> {
  // A turn of its own, so that a split of the answer is not taken for a split of a table that was asked.
  const asked = hashJson({ sql: query, of: given.map(({ name, type }) => [name, type.provenance ?? null]) });
  const standing = await sqlStanding(query, sharing(given, node)).catch(() => undefined);
  const rowsOf = (of: Given) => unite(...of.map(({ type }) => type.provenance ?? unknownProvenance(node)));
  const informing = given.filter(({ name }) => standing?.informed.includes(name));
  const provenance = take(rowsOf(given.filter((one) => !informing.includes(one))), asked, "answer", node);
  const informed = unite(rowsOf(informing), ...given.map(({ type }) => type.informed ?? []));
  const heard = informed.length > 0 ? { informed } : {};
  const repeats = standing?.mixed || given.some(({ type }) => type.repeats) ? { repeats: true } : {};
  const known = given.flatMap(({ name, type }) => (type.columns ? [{ name, columns: type.columns }] : []));
  if (known.length < given.length) return { kind: "table", ...repeats, ...heard, provenance };
  const shapes = known.map(({ name, columns }) => ({
    name,
    columns: columns.map(({ name: column, kind, role }) => ({ name: column, kind, role })),
  }));
  const { columns } = await describeSql(query, shapes);
  return { kind: "table", columns, ...repeats, ...heard, provenance };
}

/** Tables that may hold the same rows, by one name: the first of them. */
function sharing(given: Given, node: string): Record<string, string> {
  const rows = given.map(({ name, type }) => ({ name, rows: type.provenance ?? unknownProvenance(node) }));
  const same: Record<string, string> = {};
  for (const [at, { name, rows: mine }] of rows.entries()) {
    const earlier = rows.slice(0, at).find((one) => sharedRows(one.rows, mine));
    same[name] = earlier ? (same[earlier.name] ?? earlier.name) : name;
  }
  return same;
}
