/** Draws rows of a table, with or without replacement. */
import { problem } from "../../core/base/diagnostic.ts";
import { hashJson } from "../../core/base/json.ts";
import { type SampleOptions, sample, sampleSize } from "../../core/ml/table/sample.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice, flag, int, real, seed } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { take, unknownProvenance } from "../../core/types/provenance.ts";
import type { TableType } from "../../core/types/wire-type.ts";
import { tablePort } from "../ports.ts";

type SampleParams = {
  by: "share" | "rows";
  share: number;
  rows: number;
  replace: boolean;
  seed: number;
};

export const prepareSample = defineNode({
  id: "prepare.sample",
  version: 1,
  title: "Sample",
  category: "prepare",
  summary: "Draws some of the rows, for a quick look or a bootstrap.",
  idBase: "sampled",
  inputs: { table: tablePort({ title: "Table", help: "The rows to draw from." }) },
  params: {
    by: choice({
      title: "How many",
      help: "A share of the rows, or a number.",
      default: "share",
      choices: { share: "a share", rows: "a number" },
      key: true,
    }),
    share: real({
      title: "Share",
      help: "The share of the rows that is drawn.",
      default: 0.5,
      min: 1e-9,
      max: 1,
      key: true,
      when: { param: "by", in: ["share"] },
    }),
    rows: int({
      title: "Rows",
      help: "The number of rows that is drawn.",
      default: 100,
      min: 1,
      max: 10_000_000,
      unit: "rows",
      key: true,
      when: { param: "by", in: ["rows"] },
    }),
    replace: flag({
      title: "With replacement",
      help: "Whether a row may be drawn again. Such a table cannot be split honestly: copies of a row may land in both parts.",
      default: false,
    }),
    seed: seed(),
  },
  outputs: { table: tablePort({ title: "Table", help: "The rows drawn, in their order." }) },
  traits: { seeded: true, cost: "heavy" },
  zh: {
    title: "抽样 Sample",
    summary: "抽取一部分行，用于快速查看或自助法。",
    inputs: { table: { title: "表", help: "从中抽取的行。" } },
    outputs: { table: { title: "表", help: "抽到的行，保持原来的顺序。" } },
    params: {
      by: { title: "数量", help: "按比例，或按行数。", choices: { share: "比例", rows: "行数" } },
      share: { title: "比例", help: "抽取的行所占比例。" },
      rows: { title: "行数", help: "抽取的行数。" },
      replace: {
        title: "有放回",
        help: "同一行可否重复抽取。这样的表无法诚实地划分：同一行的副本可能落入两部分。",
      },
    },
  },
  infer: ({ table }, { params, node, report }) => {
    const source: TableType = table?.kind === "table" ? table : { kind: "table" };
    const rows = source.provenance ?? unknownProvenance(node);
    const known = source.rows;
    if (known === 0) report(problem("sample.no-rows", {}, { port: "table" }));
    else if (known !== undefined && params.by === "rows" && !params.replace && params.rows > known) {
      const values = { rows: params.rows, of: known };
      report(problem("sample.too-many-rows", values, { port: "table", param: "rows" }));
    }
    // A turn of its own, so that a split of one sample is not taken for a split of another.
    const drawn = hashJson({
      sample: "prepare.sample",
      params,
      rows: rows.map(({ source: from, turns }) => [from, turns]),
      count: known,
    });
    const { rows: _, ...rest } = source;
    const count =
      params.by === "rows" ? params.rows : known === undefined ? undefined : sampleSize(known, params.share);
    return {
      table: {
        ...rest,
        ...(count === undefined ? {} : { rows: count }),
        ...(rest.columns
          ? { columns: rest.columns.map((column) => ({ ...column, ...unsure(column.missing) })) }
          : {}),
        ...(params.replace ? { repeats: true } : {}),
        provenance: take(rows, drawn, "sample", node),
      },
    };
  },
  run: (_ctx, { table }, params) => ({ table: sample(table, optionsOf(params)) }),
  script: (params) =>
    call("sample", {
      inputs: ["table"],
      params: { ...optionsOf(params) },
      defaults: { share: 0.5, replace: false },
      outputs: "table",
    }),
  examples: [
    {
      title: "A third of iris",
      inputs: { table: "data.example:table" },
      params: { share: 0.3333 },
      expect: { "table.rowCount": { equals: 50 } },
    },
    {
      title: "A bootstrap of sixty",
      inputs: { table: "data.example:table" },
      params: { by: "rows", rows: 60, replace: true },
      expect: { "table.rowCount": { equals: 60 } },
    },
  ],
  sources: ["Efron 1979, Bootstrap methods: another look at the jackknife"],
});

/** The rows drawn may have fewer missing cells; a column without any stays so. */
function unsure(missing: number | undefined): { missing?: number } {
  return { missing: missing === 0 ? 0 : undefined };
}

function optionsOf({ by, share, rows, replace, seed: drawn }: SampleParams): SampleOptions {
  return { ...(by === "rows" ? { rows } : { share }), replace, seed: drawn };
}
