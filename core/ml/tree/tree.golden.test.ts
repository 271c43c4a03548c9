/**
 * Trees against scikit-learn, node by node (test/golden/tree.py). Where several splits are equally good the tree may
 * take another one than scikit-learn drew, and below that node nothing is compared.
 */
import { describe, expect, it } from "vitest";
import { golden } from "../../../test/golden/golden.ts";
import { type goldenData, readGolden, weighted } from "../../../test/golden/plain-csv.ts";
import { adaBoost } from "../boost/adaboost.ts";
import { fitNow } from "../learner/fit.ts";
import { predictNow } from "../learner/predict.ts";
import { accuracy } from "../metrics/classification.ts";
import { numberColumn } from "../table/columns.ts";
import type { Table } from "../values.ts";
import { type TreeOptions, tree } from "./tree.ts";
import type { TreeBody } from "./tree-body.ts";

type Case = {
  data: keyof typeof goldenData;
  note: string;
  options: TreeOptions;
  weights?: number[];
  holes: number[];
  says: number[][];
  ties: Record<string, [feature: number, threshold: number][]>;
} & Record<"feature" | "threshold" | "left" | "right" | "missingLeft" | "impurity" | "rows", number[]>;

type Boosted = Record<"alpha" | "error", number[]> &
  Record<"rounds" | "exact" | "accuracy", number> & { data: keyof typeof goldenData };

const { cases, boosted } = golden<{ cases: Case[]; boosted: Boosted[] }>("tree.json");

let compared = 0;
let expected = 0;

describe.each(cases)("$data, $note, $options", (want) => {
  const table = withHoles(readGolden(want.data), want.holes);
  const model = fitNow(tree(want.options), want.weights ? weighted(table, want.weights) : table);
  const got = model.body as TreeBody;

  it("has the same nodes as far as no tie parts them", () => {
    expected += want.feature.length;
    compare(0, 0);
  });

  function compare(here: number, there: number): void {
    compared++;
    expect(got.rows[here]).toBe(want.rows[there]);
    expect(close(got.impurity[here], want.impurity[there]), `impurity of ${there}`).toBe(true);
    const says = got.says.subarray(here * got.width, (here + 1) * got.width);
    says.forEach((value, k) => {
      expect(close(value, want.says[there][k]), `what ${there} says`).toBe(true);
    });
    const question = [got.feature[here], Math.min(got.threshold[here], 1e300)];
    const tied = want.ties[there] ?? [];
    if (tied.length === 0) expect(got.feature[here], `feature of ${there}`).toBe(want.feature[there]);
    if (want.feature[there] < 0) return;
    if (tied.length > 0) {
      expect(tied).toContainEqual(question);
      return;
    }
    expect(question[1], `threshold of ${there}`).toBe(want.threshold[there]);
    expect(got.missingLeft[here]).toBe(want.missingLeft[there]);
    compare(got.left[here], want.left[there]);
    compare(got.right[here], want.right[there]);
  }
});

it("compared most nodes", () => {
  expect(compared / expected).toBeGreaterThan(0.5);
});

describe.each(boosted)("AdaBoost of depth 3 on $data", (want) => {
  const data = readGolden(want.data);
  const model = fitNow(adaBoost(tree({ maxDepth: 3 }), { rounds: want.rounds }), data);

  it(`has the same numbers in its first ${want.exact} rounds, and is as accurate`, () => {
    for (let m = 0; m < want.exact; m++) {
      expect(model.trace?.series.error[m]).toBeCloseTo(want.error[m], 10);
      expect(model.trace?.series.alpha[m]).toBeCloseTo(want.alpha[m], 10);
    }
    const got = accuracy(predictNow(model, data), { on: "training" });
    expect(Math.abs(got - want.accuracy)).toBeLessThan(0.02);
  });
});

function close(got: number, want: number): boolean {
  return Math.abs(got - want) <= 1e-9 * Math.max(1, Math.abs(want));
}

/** The same table with these cells missing, counted row by row over the features. */
function withHoles(table: Table, holes: readonly number[]): Table {
  if (holes.length === 0) return table;
  const features = table.columns.filter((column) => column.role === "feature");
  const cut = new Set(holes);
  return {
    ...table,
    columns: table.columns.map((column) => {
      const at = features.indexOf(column);
      if (at < 0 || !("values" in column)) return column;
      const cells = Array.from(column.values, (value, row) =>
        cut.has(row * features.length + at) ? null : value,
      );
      return numberColumn(column.name, cells);
    }),
  };
}
