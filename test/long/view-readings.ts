import { expect } from "vitest";
import { figureReadings } from "./view-figures.ts";
import { facts, gridOf, shows } from "./view-reading.ts";
import { column, type Reading, want } from "./view-wanted.ts";

const { bayes, boost, line, tree } = want;

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
    node: "fitGradients",
    port: "model",
    kind: "model",
    view: "replay",
    read: ([table = []]) => {
      for (const [row, numbers] of want.replay.entries())
        shows(table.find(([at]) => at === String(row))?.slice(1) ?? [], numbers);
    },
  },
  ...figureReadings,
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
