/**
 * Small synthetic tables with a story: two features, one class. Their source hash is that of the recipe, because
 * the recipe is their whole content.
 */
import { fail } from "../../base/diagnostic.ts";
import { hashJson } from "../../base/json.ts";
import { type Random, randomStream } from "../../base/random.ts";
import type { Table } from "../values.ts";
import { codeColumn, numberColumn } from "./columns.ts";
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

/**
 * Two interleaving half circles of radius 1 (scikit-learn's `make_moons`, without the shuffle): row i lies on the
 * outer moon (cos t, sin t) for even i, on the inner (1 − cos t, ½ − sin t) for odd i, with t evenly in [0, π].
 * Columns `x`, `y`, and the target `class`. Throws `generate.rows`, `generate.noise`, `generate.flip`.
 *
 * ```ts
 * import { moons } from "espalier";
 * moons({ rows: 100, noise: 0.3, seed: 4 }).columns.map((column) => column.name); // ["x", "y", "class"]
 * ```
 */
export function moons(options: GenerateOptions = {}): Table {
  return generate("moons", ["outer", "inner"], options, (row, rows) => {
    const half = row % 2 === 0 ? Math.ceil(rows / 2) : Math.floor(rows / 2);
    const angle = (Math.PI * (row >> 1)) / Math.max(1, half - 1);
    const outer = row % 2 === 0;
    return outer
      ? { x: Math.cos(angle), y: Math.sin(angle), code: 0 }
      : { x: 1 - Math.cos(angle), y: 0.5 - Math.sin(angle), code: 1 };
  });
}

/**
 * Exclusive or: x and y uniform in [−1, 1), the class says whether their signs differ; noise is added after that.
 * No single threshold separates it, so one stump is about as good as chance. Throws as {@link moons}.
 *
 * ```ts
 * import { xor } from "espalier";
 * xor({ rows: 400, noise: 0 }).rowCount; // 400
 * ```
 */
export function xor(options: GenerateOptions = {}): Table {
  return generate("xor", ["same", "different"], options, (_row, _rows, random) => {
    const x = 2 * random.uniform() - 1;
    const y = 2 * random.uniform() - 1;
    return { x, y, code: x < 0 === y < 0 ? 0 : 1 };
  });
}

type Point = { x: number; y: number; code: number };

function generate(
  shape: string,
  levels: readonly [string, string],
  options: GenerateOptions,
  place: (row: number, rows: number, random: Random) => Point,
): Table {
  const { rows = 200, noise = 0.2, flip = 0, seed = 0 } = options;
  if (!Number.isInteger(rows) || rows < 2 || rows > 10_000_000) fail("generate.rows", { rows });
  if (!(noise >= 0 && Number.isFinite(noise))) fail("generate.noise", { noise });
  if (!(flip >= 0 && flip <= 1)) fail("generate.flip", { flip });

  // Streams of their own for noise and flips: more noise must not move the points, nor flips the noise.
  const random = randomStream(seed, `generate/${shape}`);
  const shake = randomStream(seed, `generate/${shape}/noise`);
  const swap = randomStream(seed, `generate/${shape}/flip`);
  const x = new Float64Array(rows);
  const y = new Float64Array(rows);
  const codes = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const point = place(row, rows, random);
    x[row] = point.x + noise * shake.normal();
    y[row] = point.y + noise * shake.normal();
    codes[row] = swap.uniform() < flip ? 1 - point.code : point.code;
  }
  return tableFrom({
    columns: [
      numberColumn("x", x),
      numberColumn("y", y),
      codeColumn("class", codes, levels, { role: "target" }),
    ],
    source: hashJson({ generate: shape, version: 1, rows, noise, flip, seed }),
  });
}
