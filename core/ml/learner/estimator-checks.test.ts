/**
 * scikit-learn's estimator checks (`check_estimator`), in the terms of our learner contract, over every learner that
 * there is: a new algorithm that stands in the list but not here fails the first test. Exceptions stand in one table,
 * each with its reason, and an exception that is not needed fails as well.
 */
import { describe, expect, it } from "vitest";
import { type Check, cases, exceptions, learners } from "../../../test/support/checked-learners.ts";
import {
  classData,
  classRows,
  expectNear,
  labels,
  lengthOf,
  numberData,
  renamed,
  said,
  threeData,
  weighed,
  withCell,
  withHole,
} from "../../../test/support/learner-tables.ts";
import { Cancelled } from "../../base/diagnostic.ts";
import { quietContext } from "../context.ts";
import { openModel } from "../inspect/open-model.ts";
import { numberColumn } from "../table/columns.ts";
import { moons } from "../table/generate.ts";
import { tableFrom, takeRows } from "../table/table.ts";
import { algorithmNames } from "./algorithms.ts";
import { fitNow } from "./fit.ts";
import { predictNow } from "./predict.ts";

it("every algorithm is checked", () => {
  const checked = new Set(Object.values(learners).map((learner) => learner.algorithm));
  expect([...checked].sort()).toEqual([...algorithmNames()].sort());
  const names = cases.flatMap(({ name, task }) => [name, `${name}, ${task}`]);
  for (const name of Object.keys(exceptions)) expect(names).toContain(name);
});

describe.each(cases)("$name, $task", ({ name, learner, task }) => {
  const { abilities } = learner;
  const data = task === "regression" ? numberData : abilities.multiclass ? threeData : classData;
  const model = fitNow(learner, data);

  it("is a recipe of plain data", () => {
    expect(structuredClone(learner)).toEqual(learner);
    expect(JSON.parse(JSON.stringify(learner))).toEqual(learner);
    expect(algorithmNames()).toContain(learner.algorithm);
  });

  it("fits the same from the same, and changes nothing that it is given", () => {
    const frozen = structuredClone(data);
    const recipe = structuredClone(learner);
    const again = fitNow(learner, data);
    expect(again).toEqual(model);
    predictNow(again, data);
    expect(again).toEqual(model);
    expect(structuredClone(data)).toEqual(frozen);
    expect(learner).toEqual(recipe);
  });

  it("leaves a model that survives being posted or stored, with the same predictions", () => {
    const clone = structuredClone(model);
    expect(clone).toEqual(model);
    expect(predictNow(clone, data)).toEqual(predictNow(model, data));
    openModel(clone);
  });

  it("predicts a row for a row, whichever rows stand beside it", () => {
    const all = predictNow(model, data);
    const some = [7, 3, 3, 0];
    const few = predictNow(model, takeRows(data, some));
    expect(lengthOf(few)).toBe(4);
    some.forEach((row, i) => {
      expect(said(few, i)).toEqual(said(all, row));
    });
    for (let row = 0; row < data.rowCount; row++) expect(said(all, row).every(Number.isFinite)).toBe(true);
  });

  it("finds columns by name, in any order", () => {
    const turned = { ...data, columns: [...data.columns].reverse() };
    expect(said(predictNow(model, turned), 5)).toEqual(said(predictNow(model, data), 5));
  });

  check("column order", "learns the same from columns in another order", () => {
    const turned = { ...data, columns: [...data.columns].reverse() };
    expectNear(predictNow(fitNow(learner, turned), data), predictNow(model, data));
  });

  check("row order", "learns the same from rows in another order", () => {
    const turned = takeRows(
      data,
      Array.from({ length: data.rowCount }, (_, row) => (row * 7) % data.rowCount),
    );
    expectNear(predictNow(fitNow(learner, turned), data), predictNow(model, data));
  });

  if (abilities.weights) {
    check("weights repeat", "counts a row of weight 3 as three rows", () => {
      const times = Array.from({ length: data.rowCount }, (_, row) => 1 + (row % 3));
      const repeated = takeRows(
        data,
        times.flatMap((count, row) => Array<number>(count).fill(row)),
      );
      const heavy = fitNow(learner, weighed(data, times));
      expectNear(predictNow(heavy, data), predictNow(fitNow(learner, repeated), data));
    });

    check("no weight, no row", "does not see a row of weight 0", () => {
      const weights = Array.from({ length: data.rowCount }, (_, row) => (row % 4 === 1 ? 0 : 1));
      const without = takeRows(
        data,
        weights.flatMap((weight, row) => (weight === 0 ? [] : [row])),
      );
      const light = fitNow(learner, weighed(data, weights));
      expectNear(predictNow(light, data), predictNow(fitNow(learner, without), data));
    });

    it("takes equal weights for none", () => {
      const even = fitNow(learner, weighed(data, Array<number>(data.rowCount).fill(1)));
      expectNear(predictNow(even, data), predictNow(model, data));
    });
  } else {
    it("refuses weights", () => {
      const heavy = weighed(data, Array<number>(data.rowCount).fill(1));
      expect(() => fitNow(learner, heavy)).toThrow(/fit.weights-unsupported/);
    });
  }

  it("fits one feature, a constant one, and more features than rows", () => {
    const [first] = data.columns;
    const [target] = data.columns.filter((column) => column.role === "target");
    const flat = numberColumn("flat", Array<number>(data.rowCount).fill(7));
    const wide = Array.from({ length: 12 }, (_, j) => ({ ...first, name: `x${j}` }));
    for (const columns of [[first], [flat, first], [...wide]]) {
      const table = tableFrom({ columns: [...columns, target], source: "narrow" });
      const few = takeRows(table, [0, 1, 2, 3, 4, 5, 6, 7]);
      const got = predictNow(fitNow(learner, few), few);
      for (let row = 0; row < 8; row++) expect(said(got, row).every(Number.isFinite)).toBe(true);
    }
  });

  it(abilities.missing ? "takes missing values" : "refuses missing values, in training and later", () => {
    const holed = withHole(data);
    if (abilities.missing) expect(lengthOf(predictNow(fitNow(learner, holed), holed))).toBe(data.rowCount);
    else {
      expect(() => fitNow(learner, holed)).toThrow(/features.missing/);
      expect(() => predictNow(model, holed)).toThrow(/features.missing/);
    }
  });

  it("refuses infinite values and the wrong number of features", () => {
    const [first, ...rest] = data.columns;
    const endless = { ...data, columns: [withCell(first, Number.POSITIVE_INFINITY), ...rest] };
    expect(() => fitNow(learner, endless)).toThrow(/features.infinite/);
    expect(() => predictNow(model, { ...data, columns: rest })).toThrow(/predict.missing-features/);
  });

  it("remembers its columns, its task and its rows", () => {
    expect(model).toMatchObject({ algorithm: learner.algorithm, task, target: "y" });
    expect(model.features).toEqual(["u", "v", "w"]);
    expect([...model.seen[0].ids]).toEqual([...Array(data.rowCount).keys()]);
  });

  it("can be cancelled while it trains, if it has anything to do", () => {
    const ctx = {
      ...quietContext,
      progress: () => {
        throw new Cancelled();
      },
    };
    expect(() => fitNow(learner, data, ctx)).toThrow(Cancelled);
    expect(() => predictNow(model, data, ctx)).toThrow(Cancelled);
  });

  if (task === "regression") {
    it("refuses classes unless it learns them too", () => {
      if (!abilities.tasks.includes("classification"))
        expect(() => fitNow(learner, classData)).toThrow(/fit.task/);
    });
    return;
  }

  it("refuses numbers unless it learns them too", () => {
    if (!abilities.tasks.includes("regression"))
      expect(() => fitNow(learner, numberData)).toThrow(/fit.task/);
  });

  it("keeps the classes, in the order of their levels, whatever they are called", () => {
    expect(model.classes).toEqual(abilities.multiclass ? ["a", "b", "c"] : ["a", "b"]);
    const named = renamed(data, (level) => `类 ${level}`);
    expect(labels(predictNow(fitNow(learner, named), named))).toEqual(labels(predictNow(model, data)));
  });

  it(abilities.multiclass ? "takes three classes" : "refuses three classes", () => {
    if (abilities.multiclass) expect(fitNow(learner, threeData).classes).toHaveLength(3);
    else expect(() => fitNow(learner, threeData)).toThrow(/fit.two-classes-only/);
  });

  it("refuses a single class", () => {
    expect(() => fitNow(learner, takeRows(data, classRows(data)))).toThrow(/fit.one-class/);
  });

  it(abilities.probabilities ? "has probabilities that add up to 1" : "has no probabilities", () => {
    const got = predictNow(model, data);
    if (got.task !== "classification") throw new Error("no classes");
    expect(got.probabilities !== undefined).toBe(abilities.probabilities);
    if (!got.probabilities) return;
    const width = got.classes.length;
    for (let row = 0; row < data.rowCount; row++) {
      const shares = got.probabilities.subarray(row * width, (row + 1) * width);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
      expect(shares[got.labels[row]]).toBeCloseTo(Math.max(...shares), 10);
    }
  });

  it("learns what is easy", () => {
    if (learner.algorithm === "constant") return;
    const easy = moons({ rows: 120, noise: 0.05, seed: 2 });
    const got = predictNow(fitNow(learner, easy), easy);
    if (got.task !== "classification") throw new Error("no classes");
    const right = got.labels.filter((label, row) => label === got.truth?.[row]).length;
    expect(right / 120).toBeGreaterThan(0.75);
  });

  function check(kind: Check, title: string, body: () => void): void {
    const reason = (exceptions[`${name}, ${task}`] ?? exceptions[name])?.[kind];
    if (reason === undefined) it(title, body);
    else it.fails(`does not: ${title} (${reason})`, body);
  }
});
