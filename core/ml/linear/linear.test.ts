/** Linear and logistic regression by themselves: closed forms, the rank, the solvers, warnings, refusals. */
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { quietContext } from "../context.ts";
import { fitNow } from "../learner/fit.ts";
import { predictNow } from "../learner/predict.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { moons } from "../table/generate.ts";
import { tableFrom } from "../table/table.ts";
import type { Column, Table } from "../values.ts";
import { minimize, pointAt } from "./lbfgs.ts";
import { type LinearBody, linear } from "./linear.ts";
import { type LogisticBody, logistic } from "./logistic.ts";

describe("linear", () => {
  const x = numberColumn("x", [1, 2, 3, 4]);
  const y = numberColumn("y", [3, 5, 7, 9], { role: "target" });

  it("finds a line, and keeps its digits far from 0", () => {
    expect(bodyOf(table(x, y)).weights[0]).toBeCloseTo(2, 12);
    const far = numberColumn("x", [1e8 + 1, 1e8 + 2, 1e8 + 3, 1e8 + 4]);
    expect(bodyOf(table(far, y)).weights[0]).toBeCloseTo(2, 7);
  });

  it("shares a coefficient between twins, and says that the rank is short", () => {
    const { ctx, warned } = listening();
    const body = fitNow(linear(), table(x, { ...x, name: "twin" }, y), ctx).body as LinearBody;
    expect([...body.weights].map((weight) => Math.round(weight * 1e9) / 1e9)).toEqual([1, 1]);
    expect(warned).toMatchObject([{ code: "linear.rank-deficient", values: { rank: 1, features: 2 } }]);
  });

  it("takes more features than rows", () => {
    const few = table(
      x,
      numberColumn("z", [1, 0, 0, 1]),
      numberColumn("u", [5, 1, 2, 2]),
      numberColumn("v", [0, 3, 1, 1]),
      y,
    );
    const got = predictNow(fitNow(linear(), few), few);
    [3, 5, 7, 9].forEach((value, row) => {
      expect(got.task === "regression" && got.values[row]).toBeCloseTo(value, 10);
    });
  });

  it("drops what the lasso's α is larger than", () => {
    // The largest α at which a coefficient is left is |Σ (x−x̄)(y−ȳ)|/n = 10/4.
    expect(bodyOf(table(x, y), { penalty: "lasso", alpha: 2.51 }).weights[0]).toBe(0);
    expect(bodyOf(table(x, y), { penalty: "lasso", alpha: 2.49 }).weights[0]).toBeGreaterThan(0);
  });

  it("shrinks by ridge as the closed form says", () => {
    // Σ(x−x̄)(y−ȳ) / (Σ(x−x̄)² + α) = 10 / (5 + 5)
    expect(bodyOf(table(x, y), { penalty: "ridge", alpha: 5 }).weights[0]).toBeCloseTo(1, 12);
  });

  it("warns when sweeps run out, and refuses what it cannot hold", () => {
    const { ctx, warned } = listening();
    const near = numberColumn("near", [1, 2, 3, 4.001]);
    fitNow(linear({ penalty: "lasso", alpha: 1e-6, maxIterations: 1 }), table(x, near, y), ctx);
    expect(warned.map((one) => one.code)).toEqual(["linear.not-converged"]);
    const wide = Array.from({ length: 4001 }, (_, j) => numberColumn(`x${j}`, [1, 2]));
    const target = numberColumn("y", [1, 2], { role: "target" });
    expect(() => fitNow(linear(), table(...wide, target))).toThrow(/linear.too-many-features/);
    expect(() => linear({ alpha: -1 })).toThrow(/learner.number.*alpha/);
  });
});

describe("logistic", () => {
  it("predicts the share of a class where features say nothing", () => {
    const data = table(
      numberColumn("x", [1, 1, 1, 1]),
      categoryColumn("y", ["a", "b", "b", "b"], { role: "target" }),
    );
    for (const penalty of ["none", "l2", "l1", "elastic-net"] as const) {
      const got = predictNow(fitNow(logistic({ penalty, tolerance: 1e-10 }), data), data);
      expect(got.task === "classification" && got.probabilities?.[1]).toBeCloseTo(0.75, 6);
    }
  });

  it("has the same optimum by both solvers where there is next to no l1 part", () => {
    const data = moons({ rows: 60, seed: 2 });
    const body = (l1Ratio: number): LogisticBody =>
      fitNow(logistic({ penalty: "elastic-net", l1Ratio, tolerance: 1e-10 }), data).body as LogisticBody;
    const [smooth, almost] = [body(0), body(1e-12)];
    smooth.weights.forEach((weight, j) => {
      expect(almost.weights[j]).toBeCloseTo(weight, 7);
    });
  });

  it("leaves the falling objective in its trace, and warns when iterations run out", () => {
    const { ctx, warned } = listening();
    const model = fitNow(logistic({ maxIterations: 2, tolerance: 1e-12 }), moons({ rows: 60 }), ctx);
    const { objective } = model.trace?.series ?? {};
    expect(objective[0]).toBeCloseTo(Math.log(2), 12);
    expect([...objective].every((value, i) => i === 0 || value <= objective[i - 1])).toBe(true);
    expect(warned.map((one) => one.code)).toEqual(["logistic.not-converged"]);
  });

  it("refuses options that it does not know", () => {
    expect(() => logistic({ C: 0 })).toThrow(/learner.number.*"C"/);
    // @ts-expect-error: what a script without types could pass
    expect(() => logistic({ penalty: "l3" })).toThrow(/learner.option.*penalty/);
  });
});

it("L-BFGS finds the minimum of Rosenbrock's valley", () => {
  const valley = (x: Float64Array, gradient: Float64Array): number => {
    const [a, b] = [1 - x[0], x[1] - x[0] * x[0]];
    gradient[0] = -2 * a - 400 * x[0] * b;
    gradient[1] = 200 * b;
    return a * a + 100 * b * b;
  };
  const { x, converged } = minimize(valley, pointAt(valley, Float64Array.of(-1.2, 1)), {
    tolerance: 1e-10,
    maxIterations: 200,
  });
  expect(converged).toBe(true);
  expect(x[0]).toBeCloseTo(1, 9);
  expect(x[1]).toBeCloseTo(1, 9);
});

function bodyOf(data: Table, options: Parameters<typeof linear>[0] = {}): LinearBody {
  return fitNow(linear(options), data).body as LinearBody;
}

function listening() {
  const warned: Diagnostic[] = [];
  return { warned, ctx: { ...quietContext, warn: (one: Diagnostic) => void warned.push(one) } };
}

function table(...columns: Column[]): Table {
  return tableFrom({ columns, source: "linear test" });
}
