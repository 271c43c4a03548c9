/**
 * What generators of points in the plane share: rows, noise, mislabelled rows, and the hash of the recipe, which is the
 * whole content of such a table and so its source.
 */
import { fail } from "../../base/diagnostic.ts";
import { hashJson } from "../../base/json.ts";
import { type Random, randomStream } from "../../base/random.ts";
import type { WorkContext } from "../context.ts";
import type { Table } from "../values.ts";
import { sharedFloat64, sharedInt32 } from "./columns.ts";
import { tableFrom } from "./table.ts";

export type GenerateOptions = {
  /** Number of rows, at least 2. Default 200. */
  rows?: number;
  /** Standard deviation of the normal noise on x and y. Default 0.2. */
  noise?: number;
  /** Share of rows whose class is swapped afterwards: mislabelled data on purpose. Default 0. */
  flip?: number;
  /** Default 0. */
  seed?: number;
};

export type Point = { x: number; y: number; code: number };

/** Rows between two looks at the cancel flag. */
export const stride = 65_536;

/**
 * A table of columns `x`, `y` and the target `class`. `place` says where a row lies before the noise. `more` are options of the
 * shape itself, `idle` columns `u1`, `u2`, … are uniform in [−1, 1) and say nothing. Throws `generate.rows`, `generate.noise`, `generate.flip`.
 */
export function pointsOf(
  shape: string,
  levels: readonly string[],
  options: GenerateOptions,
  place: (row: number, rows: number, random: Random) => Point,
  ctx: WorkContext,
  more: Readonly<Record<string, number>> = {},
  idle = 0,
): Table {
  const { flip = 0 } = options;
  const { rows, noise, seed } = checked(options, 0.2);
  if (!(flip >= 0 && flip <= 1)) fail("generate.flip", { flip });

  // Streams of their own for noise and flips: more noise must not move the points, nor flips the noise.
  const random = randomStream(seed, `generate/${shape}`);
  const shake = randomStream(seed, `generate/${shape}/noise`);
  const swap = randomStream(seed, `generate/${shape}/flip`);
  const rest = randomStream(seed, `generate/${shape}/idle`);
  // Straight into shared memory: ten million rows are not copied, and a cancel is noticed everywhere.
  const x = sharedFloat64(rows);
  const y = sharedFloat64(rows);
  const nothing = Array.from({ length: idle }, () => sharedFloat64(rows));
  const codes = sharedInt32(rows);
  const often = Math.ceil(stride / (1 + idle));
  for (let row = 0; row < rows; row++) {
    if (row % often === 0) ctx.progress(row, rows);
    const point = place(row, rows, random);
    x[row] = point.x + noise * shake.normal();
    y[row] = point.y + noise * shake.normal();
    codes[row] = swap.uniform() < flip ? another(point.code, levels.length, swap) : point.code;
    for (const values of nothing) values[row] = 2 * rest.uniform() - 1;
  }
  const features = [
    ["x", x],
    ["y", y],
    ...nothing.map((values, j) => [`u${j + 1}`, values] as const),
  ] as const;
  return tableFrom({
    columns: [
      ...features.map(([name, values]) => ({ name, role: "feature", kind: "numeric", values }) as const),
      { name: "class", role: "target", kind: "categorical", codes, levels },
    ],
    source: hashJson({ generate: shape, version: 1, rows, noise, flip, seed, ...more }),
  });
}

function another(code: number, classes: number, random: Random): number {
  return classes === 2 ? 1 - code : (code + 1 + random.below(classes - 1)) % classes;
}

/** Rows, noise and seed of any generator, with their defaults. Throws `generate.rows`, `generate.noise`. */
export function checked({ rows = 200, noise, seed = 0 }: GenerateOptions, usualNoise: number) {
  const spread = noise ?? usualNoise;
  if (!Number.isInteger(rows) || rows < 2 || rows > 10_000_000) fail("generate.rows", { rows });
  if (!(spread >= 0 && Number.isFinite(spread))) fail("generate.noise", { noise: spread });
  return { rows, noise: spread, seed };
}
