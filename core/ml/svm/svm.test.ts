/** The support vector machine: by hand, the optimality of its dual, warnings, refusals. */
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { quietContext } from "../context.ts";
import { fitNow } from "../learner/fit.ts";
import { categoryColumn, numberColumn } from "../table/columns.ts";
import { moons } from "../table/generate.ts";
import { tableFrom } from "../table/table.ts";
import { type SvmBody, svm } from "./svm.ts";

describe("svm", () => {
  it("puts the plane in the middle of two points: f(x) = 1 − x", () => {
    const columns = [numberColumn("x", [0, 2]), categoryColumn("y", ["a", "b"], { role: "target" })];
    const data = tableFrom({ columns, source: "svm test" });
    const { pairs } = fitNow(svm({ kernel: "linear", C: 100 }), data).body as SvmBody;
    // ½‖w‖² with w = −1: α = ½ for both, and f(0) = 1.
    expect([...pairs[0].coefficients]).toEqual([0.5, -0.5]);
    expect(pairs[0].rho).toBeCloseTo(-1, 12);
  });

  it("meets Σ s·α = 0 and 0 ≤ α ≤ C", () => {
    const { pairs } = fitNow(svm({ C: 3, tolerance: 1e-8 }), moons({ rows: 90, seed: 4 })).body as SvmBody;
    const { coefficients } = pairs[0];
    expect(coefficients.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 8);
    expect(coefficients.every((value) => Math.abs(value) <= 3)).toBe(true);
  });

  it("warns when its steps run out", () => {
    const warned: Diagnostic[] = [];
    const ctx = { ...quietContext, warn: (one: Diagnostic) => void warned.push(one) };
    fitNow(svm({ maxIterations: 3 }), moons({ rows: 60 }), ctx);
    expect(warned).toMatchObject([
      { code: "svm.not-converged", values: { iterations: 3, classes: ["outer", "inner"] } },
    ]);
  });

  it("refuses options that it does not know", () => {
    expect(() => svm({ gamma: 0 })).toThrow(/learner.number.*gamma/);
    // @ts-expect-error: what a script without types could pass
    expect(() => svm({ gamma: "half" })).toThrow(/learner.option.*gamma/);
  });
});
