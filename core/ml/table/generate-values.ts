/**
 * Synthetic regression problems whose truth is a formula: Friedman's three, a linear one and a sine, with scikit-learn's constants. The
 * features are drawn from one stream and the noise from another, so that more noise does not move the rows.
 */
import { hashJson } from "../../base/json.ts";
import { type Random, randomStream } from "../../base/random.ts";
import { quietContext, type WorkContext } from "../context.ts";
import { wholeIn } from "../learner/options.ts";
import type { Table } from "../values.ts";
import { sharedFloat64 } from "./columns.ts";
import { checked, type GenerateOptions, stride } from "./generate-points.ts";
import { tableFrom } from "./table.ts";

/** `noise` is the standard deviation of the normal noise added to y. Default 0. */
export type ValueOptions = Omit<GenerateOptions, "flip">;

/**
 * y = 10·sin(π·x₁·x₂) + 20·(x₃ − ½)² + 10·x₄ + 5·x₅ + noise, features uniform in [0, 1); those behind the fifth say nothing
 * (Friedman 1991, "Multivariate adaptive regression splines", equation 61). Columns `x1`, `x2`, … and the target `y`.
 * Throws `generate.rows`, `generate.noise`, `learner.number`.
 *
 * ```ts
 * import { friedman1 } from "espalier";
 * friedman1({ rows: 50 }).columns.length; // 11
 * ```
 */
export function friedman1(
  options: ValueOptions & {
    /** Number of features, 5 … 1000. Default 10. */
    features?: number;
  } = {},
  ctx: WorkContext = quietContext,
): Table {
  const features = wholeIn("features", options.features ?? 10, 5, 1000);
  const recipe = {
    draw: (_j: number, random: Random) => random.uniform(),
    truth: ([a, b, c, d, e]: Float64Array) =>
      10 * Math.sin(Math.PI * a * b) + 20 * (c - 0.5) ** 2 + 10 * d + 5 * e,
  };
  return valuesOf("friedman1", features, options, recipe, ctx);
}

/**
 * y = √(x₁² + (x₂·x₃ − 1/(x₂·x₄))²) + noise, the impedance of an alternating-current circuit: x₁ uniform in [0, 100),
 * x₂ in [40π, 560π), x₃ in [0, 1), x₄ in [1, 11) (Friedman 1991, equation 63). Throws as {@link friedman1}.
 *
 * ```ts
 * import { friedman2 } from "espalier";
 * friedman2({ rows: 50 }).columns.length; // 5
 * ```
 */
export function friedman2(options: ValueOptions = {}, ctx: WorkContext = quietContext): Table {
  const truth = ([a, b, c, d]: Float64Array) => Math.sqrt(a ** 2 + (b * c - 1 / (b * d)) ** 2);
  return valuesOf("friedman2", 4, options, { draw: circuit, truth }, ctx);
}

/**
 * y = arctan((x₂·x₃ − 1/(x₂·x₄)) / x₁) + noise, the phase angle of the same circuit (Friedman 1991, equation 64), features as
 * in {@link friedman2}. Throws as {@link friedman1}.
 *
 * ```ts
 * import { friedman3 } from "espalier";
 * friedman3({ rows: 50, noise: 0.1 }).rowCount; // 50
 * ```
 */
export function friedman3(options: ValueOptions = {}, ctx: WorkContext = quietContext): Table {
  const truth = ([a, b, c, d]: Float64Array) => Math.atan((b * c - 1 / (b * d)) / a);
  return valuesOf("friedman3", 4, options, { draw: circuit, truth }, ctx);
}

/**
 * y = sin(2π·x₁) + noise, x₁ uniform in [0, 1): one feature, so that a model is a curve that can be drawn. Throws as
 * {@link friedman1}.
 *
 * ```ts
 * import { sine } from "espalier";
 * sine({ rows: 50, noise: 0.2 }).columns.length; // 2
 * ```
 */
export function sine(options: ValueOptions = {}, ctx: WorkContext = quietContext): Table {
  const recipe = {
    draw: (_j: number, random: Random) => random.uniform(),
    truth: ([x]: Float64Array) => Math.sin(2 * Math.PI * x),
  };
  return valuesOf("sine", 1, options, recipe, ctx);
}

const circuitLow = [0, 40 * Math.PI, 0, 1];
const circuitWidth = [100, 520 * Math.PI, 1, 10];

function circuit(j: number, random: Random): number {
  return circuitLow[j] + circuitWidth[j] * random.uniform();
}

/**
 * y = Σ w_j·x_j + noise, features standard normal; the first `informative` weights are uniform in [0, 100), the others 0
 * (scikit-learn's `make_regression`, without the shuffle). Throws as {@link friedman1}.
 *
 * ```ts
 * import { linearData } from "espalier";
 * linearData({ rows: 50, features: 3, informative: 2 }).columns.length; // 4
 * ```
 */
export function linearData(
  options: ValueOptions & {
    /** Number of features, 1 … 1000. Default 10. */
    features?: number;
    /** How many of them matter. Default 5, or all if they are fewer. */
    informative?: number;
  } = {},
  ctx: WorkContext = quietContext,
): Table {
  const features = wholeIn("features", options.features ?? 10, 1, 1000);
  const informative = wholeIn("informative", options.informative ?? Math.min(5, features), 0, features);
  const weights = linearWeights(features, informative, options.seed ?? 0);
  const recipe = {
    draw: (_j: number, random: Random) => random.normal(),
    truth: (x: Float64Array) => x.reduce((sum, value, j) => sum + weights[j] * value, 0),
  };
  return valuesOf("linear", features, options, recipe, ctx, { informative });
}

/** The weights behind {@link linearData} of that seed. `[features]` */
export function linearWeights(features: number, informative: number, seed: number): Float64Array {
  const random = randomStream(seed, "generate/linear/weights");
  return Float64Array.from({ length: features }, (_, j) => (j < informative ? 100 * random.uniform() : 0));
}

type Recipe = { draw(j: number, random: Random): number; truth(x: Float64Array): number };

function valuesOf(
  shape: string,
  features: number,
  options: ValueOptions,
  { draw, truth }: Recipe,
  ctx: WorkContext,
  more: Readonly<Record<string, number>> = {},
): Table {
  const { rows, noise, seed } = checked(options, 0);
  const random = randomStream(seed, `generate/${shape}`);
  const shake = randomStream(seed, `generate/${shape}/noise`);
  const columns = Array.from({ length: features }, () => sharedFloat64(rows));
  const y = sharedFloat64(rows);
  const x = new Float64Array(features);
  const often = Math.ceil(stride / features);
  for (let row = 0; row < rows; row++) {
    if (row % often === 0) ctx.progress(row, rows);
    for (let j = 0; j < features; j++) {
      x[j] = draw(j, random);
      columns[j][row] = x[j];
    }
    y[row] = truth(x) + noise * shake.normal();
  }
  return tableFrom({
    columns: [
      ...columns.map(
        (values, j) => ({ name: `x${j + 1}`, role: "feature", kind: "numeric", values }) as const,
      ),
      { name: "y", role: "target", kind: "numeric", values: y },
    ],
    source: hashJson({ generate: shape, version: 1, rows, noise, seed, features, ...more }),
  });
}
