/** The steps against scikit-learn (test/golden/prepare.py): what is learned, what comes out, and whole pipelines. */
import { describe, expect, it } from "vitest";
import { golden } from "../../../test/golden/golden.ts";
import { type goldenData, readGolden, standardized } from "../../../test/golden/plain-csv.ts";
import { constant } from "../constant/constant.ts";
import type { Scales } from "../learner/algorithm.ts";
import { fitNow } from "../learner/fit.ts";
import { predictNow } from "../learner/predict.ts";
import { linear } from "../linear/linear.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { tableFrom, takeRows } from "../table/table.ts";
import type { Column, Learner, Model, NumberColumn, Table } from "../values.ts";
import { type Fills, type ImputeOptions, impute } from "./impute.ts";
import { type OneHotOptions, type OneHotStatistics, oneHot } from "./one-hot.ts";
import { type OrdinalStatistics, ordinal } from "./ordinal.ts";
import { type PcaOptions, type PcaStatistics, pca } from "./pca.ts";
import { preparedTable } from "./prepared-table.ts";
import { type StandardizeOptions, standardize } from "./standardize.ts";
import type { StepBody } from "./step.ts";

type Data = keyof typeof goldenData;
type Matrix = { rows: number[]; cells: (number | null)[][] };
type Golden = {
  impute: (Matrix & { data: Data; options: ImputeOptions; fills: number[] })[];
  standardize: (Matrix & {
    data: Data;
    options: StandardizeOptions;
    weights?: number[];
    offset: number[];
    scale: number[];
  })[];
  oneHot: (Matrix & Mixed & { options: OneHotOptions })[];
  ordinal: (Matrix & Mixed)[];
  pca: (Matrix & {
    data: Data;
    options: PcaOptions;
    raw: boolean;
    mean: number[];
    axes: number[][];
    explained: number[];
    share: number[];
  })[];
  pipelines: { data: Data; chain: string; predictions: number[] }[];
};
type Mixed = {
  data: string;
  columns: [(string | null)[], (string | null)[], number[]];
  categories: string[][];
};

const want = golden<Golden>("prepare.json");

describe.each(want.impute)("impute $data $options", ({ data, options, fills, ...matrix }) => {
  const table = withTarget(gapped(data));
  const model = fitted(impute(constant(), options), table);
  it("learns the same", () => close(statistics<Fills>(model).fills as number[], fills));
  it("gives the same", () => sameMatrix(model, table, matrix));
});

describe.each(want.standardize)("standardize $data $options", ({ data, options, weights, ...rest }) => {
  const columns = gapped(data);
  columns[0] = numberColumn(
    "x0",
    columns[0].values.map(() => 3),
  );
  columns[1] = numberColumn(
    "x1",
    columns[1].values.map((_, row) => 1e6 + (row % 2 === 0 ? 0 : 1e-10)),
  );
  const weight = weights ? [numberColumn("weight", weights, { role: "weight" })] : [];
  const table = withTarget([...columns, ...weight]);
  const model = fitted(standardize(constant(), options), table);
  it("learns the same", () => {
    close(statistics<Scales>(model).offset, rest.offset);
    close(statistics<Scales>(model).scale, rest.scale);
  });
  it("gives the same", () => sameMatrix(model, table, rest));
});

describe.each(want.oneHot)("one-hot $data $options", ({ columns, categories, options, ...matrix }) => {
  const table = mixed(columns);
  const model = fitted(oneHot(constant(), options), table);
  it("learns the same", () => {
    expect(names(statistics<OneHotStatistics>(model))).toEqual([...categories, undefined]);
  });
  it("gives the same", () => sameMatrix(model, table, matrix));
});

describe.each(want.ordinal)("ordinal $data", ({ columns, categories, ...matrix }) => {
  const table = mixed(columns);
  const model = fitted(ordinal(constant()), table);
  it("learns the same", () => {
    expect(names(statistics<OrdinalStatistics>(model))).toEqual([...categories, undefined]);
  });
  it("gives the same", () => sameMatrix(model, table, matrix));
});

describe.each(want.pca)("pca $data $options raw $raw", ({ data, options, raw, ...rest }) => {
  const table = raw ? readGolden(data) : standardized(readGolden(data));
  const model = fitted(pca(constant(), options), table);
  it("learns the same", () => {
    const { mean, components, variance, share } = statistics<PcaStatistics>(model);
    close(mean, rest.mean);
    close(components, rest.axes.flat());
    close(variance, rest.explained);
    close(share, rest.share);
  });
  it("gives the same", () => sameMatrix(model, table, rest));
});

describe.each(want.pipelines)("$chain on $data", ({ data, chain, predictions }) => {
  const columns = gapped(data);
  const [first, second] = ["abcd", "pqr"];
  const categories = [
    categoryColumn(
      "c1",
      Array.from(columns[0].values, (_, i) => first[((i * i) % 7) % 4]),
    ),
    categoryColumn(
      "c2",
      Array.from(columns[0].values, (_, i) => second[i % 3]),
    ),
  ];
  const y = Array.from(columns[2].values, (value, i) => (i % 7) + (Number.isNaN(value) ? 0 : value));
  const target = numberColumn("y", y, { role: "target" });
  const table = tableFrom({ columns: [...categories, ...columns, target], source: "pipeline" });
  const end =
    chain === "impute, one-hot, standardize, ridge"
      ? linear({ penalty: "ridge", alpha: 2 })
      : pca(linear(), { components: 4 });
  const filling = { strategy: "median", indicator: true } as const;
  it.each([
    ["impute first", impute(oneHot(standardize(end)), filling)],
    ["one-hot first", oneHot(impute(standardize(end), filling))],
  ])("predicts the same, %s", (_name, learner) => {
    const got = predictNow(fitted(learner, table), table);
    if (got.task !== "regression") throw new Error("no numbers");
    close(got.values.subarray(0, predictions.length), predictions);
  });
});

/** Up to eight features and a column of five different numbers, an eleventh of the cells knocked out. */
function gapped(data: Data): NumberColumn[] {
  const features = readGolden(data)
    .columns.filter((column): column is NumberColumn => column.role === "feature" && "values" in column)
    .slice(0, 8)
    .map((column) => column.values);
  const rows = features[0].length;
  const all = [...features, Float64Array.from({ length: rows }, (_, row) => (row * row) % 5)];
  return all.map((values, j) =>
    numberColumn(
      `x${j}`,
      Array.from(values, (value, row) => ((row * 31 + j * 17) % 11 === 0 ? null : value)),
    ),
  );
}

function mixed([first, second, numbers]: Mixed["columns"]): Table {
  return withTarget([categoryColumn("a", first), categoryColumn("b", second), numberColumn("n", numbers)]);
}

function withTarget(columns: readonly Column[]): Table {
  const rows = "values" in columns[0] ? columns[0].values.length : columns[0].codes.length;
  const y = numberColumn("y", new Float64Array(rows), { role: "target" });
  return tableFrom({ columns: [...columns, y], source: "golden" });
}

/** On the rows whose number is no multiple of 3, as the script does. */
function fitted(learner: Learner, table: Table): Model {
  const rows = Array.from({ length: table.rowCount }, (_, row) => row).filter((row) => row % 3 !== 0);
  return fitNow(learner, takeRows(table, rows));
}

function statistics<S>(model: Model): S {
  return (model.body as StepBody<S>).statistics;
}

function names({ features }: { features: OrdinalStatistics["features"] }) {
  return features.map((known) => known?.names);
}

function sameMatrix(model: Model, table: Table, { rows, cells }: Matrix): void {
  const features = preparedTable(model, table).columns.filter((column) => column.role === "feature");
  const got = rows.map((row) =>
    features.map((column) => ("values" in column ? column.values[row] : Number.NaN)),
  );
  close(
    got.flat(),
    cells.flat().map((cell) => cell ?? Number.NaN),
  );
}

/** To 1e-9 of the larger of 1 and the number itself; the brief asks for 1e-6. */
function close(got: ArrayLike<number>, wanted: readonly number[]): void {
  expect(got.length).toBe(wanted.length);
  const far = wanted.filter((value, i) => {
    const error = Math.abs(got[i] - value) / Math.max(1, Math.abs(value));
    return Number.isNaN(value) ? !Number.isNaN(got[i]) : !(error < 1e-9);
  });
  expect(far).toEqual([]);
}
