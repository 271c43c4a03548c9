/** What each view must say of `view-graph.ts`: by scikit-learn, numpy and pandas, or by a formula. */
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { golden } from "../golden/golden.ts";
import { facts, gridOf, shows, type Table } from "./view-reading.ts";

type Pairs = [number, number][];
const want = golden<{
  rows: [number, number, string][];
  majority: number;
  profile: Record<string, number[]>;
  bayes: {
    theta: Pairs;
    sd: Pairs;
    prior: [number, number];
    first: number[];
    confusion: Pairs;
    accuracy: number;
    mcc: number;
    auc: number;
    ap: number;
    margins: number[];
    roc: Pairs;
    pr: Pairs;
    calibration: Pairs;
  };
  boost: Record<"error" | "alpha" | "training" | "bound" | "stage" | "margins", number[]> & {
    heaviest: Pairs;
    effective: number;
  };
  tree: [string, number, number, number][];
  line: {
    coefficients: number[];
    intercept: number;
    means: number[];
    predicted: number[];
    residuals: number[];
    correlation: number;
  };
  perceptron: number[];
}>("view-values.json");

/** `read` is given the panel, with the tables behind its pictures. */
export type Reading = {
  node: string;
  port: string;
  kind: string;
  view: string;
  read: (tables: readonly Table[], panel: Locator) => unknown;
};

const { bayes, boost, line, tree } = want;

/** A column of a table, by position, as many rows as there are numbers. */
function column(table: Table | undefined, at: number, numbers: readonly number[]): void {
  shows(
    (table ?? []).slice(0, numbers.length).map((row) => row[at] ?? ""),
    numbers,
  );
}

/** The points of the lines whose name begins so. */
function points(table: Table | undefined, name: string, pairs: Pairs): void {
  const rows = (table ?? []).filter(([first = ""]) => first.startsWith(name));
  shows(
    rows.flatMap((row) => row.slice(1)),
    pairs.flat(),
  );
}

/** One for every view that a node of today can feed. */
export const readings: readonly Reading[] = [
  {
    node: "train",
    port: "table",
    kind: "table",
    view: "table",
    read: async (_, panel) => {
      const [first, second, third] = await gridOf(panel);
      for (const [at, row] of [first, second, third].entries()) {
        const [radius = 0, texture = 0, diagnosis] = want.rows[at] ?? [];
        shows(row?.slice(0, 3) ?? [], [at, radius, texture]);
        expect(row?.[3]).toBe(diagnosis);
      }
    },
  },
  {
    node: "train",
    port: "table",
    kind: "table",
    view: "scatter",
    read: ([table]) => {
      column(
        table,
        1,
        want.rows.map(([radius]) => radius),
      );
      column(
        table,
        2,
        want.rows.map(([, texture]) => texture),
      );
      expect(table).toHaveLength(200);
    },
  },
  {
    node: "train",
    port: "table",
    kind: "table",
    view: "profile",
    read: ([table = []]) => {
      for (const [name, [least = 0, median = 0, most = 0, mean = 0, sd = 0, distinct = 0]] of Object.entries(
        want.profile,
      )) {
        const said = table.find(([first]) => first === name)?.at(-1) ?? "";
        const names = ["min", "median", "max", "mean", "sd", "missing", "distinct"];
        shows(facts(said, names), [least, median, most, mean, sd, 0, distinct]);
      }
    },
  },
  {
    node: "known",
    port: "table",
    kind: "table",
    view: "matrix",
    read: ([table = []]) => {
      const pair = table.find(([name]) => name === "bmi × blood pressure");
      shows(pair?.slice(1) ?? [], [line.correlation, 300]);
    },
  },
  {
    node: "fitBoost",
    port: "trace",
    kind: "trace",
    view: "error",
    read: ([table]) => {
      column(table, 1, boost.training);
      column(table, 2, boost.error);
      column(table, 3, boost.bound);
    },
  },
  {
    node: "fitBoost",
    port: "trace",
    kind: "trace",
    view: "alpha",
    read: ([table]) => column(table, 1, boost.alpha),
  },
  {
    node: "fitBoost",
    port: "trace",
    kind: "trace",
    view: "weights",
    read: async ([table], panel) => {
      column(
        table,
        0,
        boost.heaviest.map(([row]) => row),
      );
      column(
        table,
        4,
        boost.heaviest.map(([, weight]) => weight),
      );
      const [, effective = ""] = /effective sample size ([\d.]+)/.exec(await panel.innerText()) ?? [];
      shows([effective], [boost.effective]);
    },
  },
  {
    node: "fitBoost",
    port: "trace",
    kind: "trace",
    view: "numbers",
    read: async (_, panel) => {
      const rows = await gridOf(panel);
      shows(
        rows.slice(0, 3).map((row) => row[1] ?? ""),
        boost.alpha.slice(0, 3),
      );
      shows(
        rows.slice(0, 3).map((row) => row[3] ?? ""),
        boost.error.slice(0, 3),
      );
    },
  },
  {
    node: "fitNeuron",
    port: "trace",
    kind: "trace",
    view: "curves",
    read: ([table]) => column(table, 1, want.perceptron),
  },
  {
    node: "fitBoost",
    port: "model",
    kind: "model",
    view: "says",
    read: ([table]) => column(table, 1, boost.alpha),
  },
  {
    node: "fitBoost",
    port: "model",
    kind: "model",
    view: "margins",
    read: async ([table = []], panel) => {
      const said = await panel.locator(".detail-row").innerText();
      shows(facts(said, ["margin ≤ 0", "smallest", "median"]), boost.margins);
      // The curve begins at −1 with no rows; the first step is at the smallest margin.
      shows(table[1]?.slice(1) ?? [], [boost.margins[1] ?? 0, 1 / 400]);
    },
  },
  {
    node: "fitTree",
    port: "model",
    kind: "model",
    view: "tree",
    read: ([table = []]) => {
      expect(table).toHaveLength(tree.length);
      for (const [at, [feature, threshold, share, benign]] of tree.entries()) {
        const [, question = "", , , , weight = "", first = ""] = table[at] ?? [];
        shows([weight, first], [share, benign]);
        if (feature === "") expect(question).toBe("–");
        else {
          expect(question.startsWith(`${feature} ≤ `)).toBe(true);
          shows([question.split(" ≤ ")[1] ?? ""], [threshold]);
        }
      }
    },
  },
  {
    node: "fitTree",
    port: "model",
    kind: "model",
    view: "facts",
    read: ([table]) => {
      expect(table).toContainEqual(["Rows seen", "400"]);
      expect(table).toContainEqual(["Classes", "benign, malignant"]);
      expect(table).toContainEqual(["Features", "mean radius, mean texture"]);
    },
  },
  {
    node: "fitBayes",
    port: "model",
    kind: "model",
    view: "means",
    read: ([table = []]) => {
      for (const feature of [0, 1])
        for (const label of [0, 1])
          shows((table[feature]?.[label + 1] ?? "").split(" ± "), [
            bayes.theta[label]?.[feature] ?? 0,
            bayes.sd[label]?.[feature] ?? 0,
          ]);
    },
  },
  {
    node: "fitBayes",
    port: "model",
    kind: "model",
    view: "surface",
    read: ([table = []]) => {
      expect(table.length).toBeGreaterThan(100);
      for (const [place = "", label, share = ""] of table) {
        const at = [...place.matchAll(/mean \w+ ([\d.]+)/g)].map(([, number]) => Number(number));
        const malignant = malignantAt(at);
        const sure = Math.max(malignant, 1 - malignant);
        // On the line that parts the classes the rounded place may lie on the other side.
        if (Math.abs(malignant - 0.5) > 0.01) expect(label).toBe(malignant > 0.5 ? "malignant" : "benign");
        expect(Math.abs(Number(share.replace("%", "")) / 100 - sure), place).toBeLessThan(0.008);
      }
    },
  },
  {
    node: "fitLine",
    port: "model",
    kind: "model",
    view: "coefficients",
    read: async ([table], panel) => {
      column(table, 1, line.coefficients);
      const [, intercept = ""] = /intercept\s+(\S+)/.exec(await panel.innerText()) ?? [];
      shows([intercept], [line.intercept]);
    },
  },
  {
    node: "judged",
    port: "predictions",
    kind: "predictions",
    view: "predictions",
    read: async (_, panel) =>
      shows(
        (await gridOf(panel)).slice(0, 3).map((row) => row.at(-1) ?? ""),
        bayes.first,
      ),
  },
  {
    node: "judged",
    port: "predictions",
    kind: "predictions",
    view: "margins",
    read: async (_, panel) => {
      const said = await panel.locator(".detail-row").innerText();
      shows(facts(said, ["margin ≤ 0", "smallest", "median"]), bayes.margins);
    },
  },
  {
    node: "lined",
    port: "predictions",
    kind: "predictions",
    view: "residuals",
    read: ([table]) => {
      column(table, 1, line.predicted);
      column(table, 2, line.residuals);
    },
  },
  {
    node: "matrix",
    port: "figure",
    kind: "confusion",
    view: "confusion",
    read: ([table = []]) =>
      shows(
        table.flatMap((row) => row.slice(1).map((cell) => cell.split(",")[0] ?? "")),
        bayes.confusion.flat(),
      ),
  },
  {
    node: "scores",
    port: "scores",
    kind: "scores",
    view: "scores",
    read: ([table = []]) => {
      const value = (name: string) => table.find(([first]) => first === name)?.[1] ?? "";
      shows([value("accuracy"), value("MCC")], [bayes.accuracy, bayes.mcc]);
    },
  },
  {
    node: "stages",
    port: "scores",
    kind: "scores",
    view: "stage",
    read: ([table]) => column(table, 1, boost.stage),
  },
  {
    node: "roc",
    port: "figure",
    kind: "curves",
    view: "roc",
    read: ([table]) => {
      shows([table?.[0]?.[0]?.split(" ").at(-1) ?? ""], [bayes.auc]);
      points(table, "malignant", bayes.roc);
    },
  },
  {
    node: "pr",
    port: "figure",
    kind: "curves",
    view: "precision-recall",
    read: ([table]) => {
      shows([table?.[0]?.[0]?.split(" ").at(-1) ?? ""], [bayes.ap]);
      // Points that find no row more are left out: each that is shown is one of scikit-learn's, and each recall is there.
      const shown = (table ?? []).map((row) => row.slice(1).map(Number));
      for (const [recall = 0, precision = 0] of shown) {
        const same = ([x, y]: [number, number]) => Math.hypot(x - recall, y - precision) < 1e-4;
        expect(bayes.pr.some(same), `${recall}, ${precision}`).toBe(true);
      }
      expect(new Set(shown.map(([recall]) => recall)).size).toBe(new Set(bayes.pr.map(([x]) => x)).size);
    },
  },
  {
    node: "calibrated",
    port: "figure",
    kind: "curves",
    view: "calibration",
    read: ([table]) => points(table, "malignant", bayes.calibration),
  },
  {
    node: "compared",
    port: "figure",
    kind: "comparison",
    view: "comparison",
    read: ([table = []]) => {
      // The constant is right on each of the folds as often as the larger class is there.
      const [ahead, behind] = [1, 0].map((at) => Number(table[at]?.[1]));
      expect(ahead).toBe(-(behind ?? 0));
      expect(ahead).toBeGreaterThan(1 - want.majority - 0.2);
      for (const [, , , , ...chances] of table)
        expect(chances.reduce((sum, one) => sum + Number(one), 0)).toBeCloseTo(1, 3);
    },
  },
  {
    node: "learned",
    port: "figure",
    kind: "learning-curve",
    view: "learning-curve",
    read: ([table = []]) => {
      const unseen = table.filter(([name]) => name === "on unseen rows");
      expect(unseen.map(([, rows]) => Number(rows))).toEqual([160, 240, 320]);
      shows(
        unseen.map(([, , score]) => score ?? ""),
        unseen.map(() => want.majority),
      );
    },
  },
  {
    node: "shuffled",
    port: "figure",
    kind: "importance",
    view: "importance",
    read: ([table = []]) => {
      // The stump asks for one feature: shuffling the other one changes nothing.
      expect(table[0]?.[0]).toBe(tree[0]?.[0]);
      expect(Number(table[0]?.[1])).toBeGreaterThan(0.1);
      expect(table[1]?.slice(1)).toEqual(["0.0000", "0.0000"]);
    },
  },
  {
    node: "followed",
    port: "figure",
    kind: "dependence",
    view: "dependence",
    read: ([table = []]) => {
      const [slope = 0, ...others] = line.coefficients;
      const level = others.reduce((sum, one, at) => sum + one * (line.means[at + 1] ?? 0), line.intercept);
      expect(table.length).toBeGreaterThan(20);
      for (const [, bmi = "", shown = ""] of table)
        expect(Math.abs(Number(shown) - (level + slope * Number(bmi)))).toBeLessThan(0.001);
    },
  },
];

/** Probability by the naive Bayes formula, from scikit-learn's means and deviations. */
function malignantAt(at: readonly number[]): number {
  const [benign = 0, malignant = 0] = [0, 1].map((label) =>
    at.reduce((product, value, feature) => {
      const sd = bayes.sd[label]?.[feature] ?? 1;
      const off = (value - (bayes.theta[label]?.[feature] ?? 0)) / sd;
      return (product * Math.exp(-0.5 * off * off)) / sd;
    }, bayes.prior[label] ?? 0),
  );
  return malignant / (benign + malignant);
}
