import { expect } from "vitest";
import { facts, gridOf, shows } from "./view-reading.ts";
import { column, points, type Reading, want } from "./view-wanted.ts";

const { bayes, boost, line, tree } = want;

export const figureReadings: readonly Reading[] = [
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
  {
    node: "probe",
    port: "figure",
    kind: "backends",
    view: "backends",
    // Times are nobody else's to know: the node's table has them by another way. What is known is how far float32 may be off.
    read: async ([table = []], panel) => {
      const beside = panel.page().getByTestId("result-probe-table");
      // A table stands as the one before it was looked at.
      await beside.getByTestId("view-table").click();
      const times = await gridOf(beside);
      expect(times.map(([, backend]) => backend)).toEqual(["cpu", "cpu"]);
      const [name = "", ...cells] = table[0] ?? [];
      expect(name.startsWith("cpu")).toBe(true);
      const shown = cells.map((cell) => /^(\S+) ms\s*error (\S+)$/.exec(cell)?.slice(1) ?? []);
      // Both are rounded, the table to the digits of its column: the one with fewer stands for the other.
      const digits = (text: string) => text.split(".")[1]?.length ?? 0;
      for (const [at, [ms = ""] = []] of shown.entries()) {
        const other = times[at]?.[3] ?? "";
        const [text, number] = digits(ms) <= digits(other) ? [ms, other] : [other, ms];
        shows([text], [Number(number)]);
      }
      for (const [at, size] of [32, 64].entries()) {
        expect(Number(times[at]?.[2])).toBe(size);
        const error = Number(shown[at]?.[1]);
        expect(error > 0 && error < size * 2 ** -24, `error ${error}`).toBe(true);
      }
    },
  },
];
