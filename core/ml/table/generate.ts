/**
 * Small synthetic tables with a story: two features, one class. Regression problems are in `generate-values.ts`.
 */
import { randomStream } from "../../base/random.ts";
import { quietContext, type WorkContext } from "../context.ts";
import { numberIn, wholeIn } from "../learner/options.ts";
import type { Table } from "../values.ts";
import { type GenerateOptions, pointsOf } from "./generate-points.ts";

export type { GenerateOptions } from "./generate-points.ts";

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
export function moons(options: GenerateOptions = {}, ctx: WorkContext = quietContext): Table {
  return pointsOf("moons", ["outer", "inner"], options, moon, ctx);
}

function moon(row: number, rows: number) {
  const { part, at, of } = half(row, rows);
  const angle = (Math.PI * at) / Math.max(1, of - 1);
  return part === 0
    ? { x: Math.cos(angle), y: Math.sin(angle), code: 0 }
    : { x: 1 - Math.cos(angle), y: 0.5 - Math.sin(angle), code: 1 };
}

/** Rows belong to two parts by turns: which, the number in it, and how many it has. */
function half(row: number, rows: number): { part: 0 | 1; at: number; of: number } {
  const even = row % 2 === 0;
  return { part: even ? 0 : 1, at: row >> 1, of: even ? Math.ceil(rows / 2) : Math.floor(rows / 2) };
}

/**
 * Exclusive or: x and y uniform in [−1, 1), the class says whether their signs differ; noise is added after that.
 * No single threshold separates it, so one stump is about as good as chance. Throws as {@link moons}, and `learner.number`.
 *
 * ```ts
 * import { xor } from "espalier";
 * xor({ rows: 400, noise: 0 }).rowCount; // 400
 * ```
 */
export function xor(
  options: GenerateOptions & {
    /** Columns `u1`, `u2`, … that say nothing, 0 … 1000: "XOR with noise", which defeats learners that ask one feature at a time. Default 0. */
    idle?: number;
  } = {},
  ctx: WorkContext = quietContext,
): Table {
  const idle = wholeIn("idle", options.idle ?? 0, 0, 1000);
  const quadrant = (_row: number, _rows: number, random: { uniform(): number }) => {
    const x = 2 * random.uniform() - 1;
    const y = 2 * random.uniform() - 1;
    return { x, y, code: x < 0 === y < 0 ? 0 : 1 };
  };
  return pointsOf("xor", ["same", "different"], options, quadrant, ctx, idle === 0 ? {} : { idle }, idle);
}

/**
 * Two circles around the origin, of radius 1 and `factor` (scikit-learn's `make_circles`, without the shuffle): the angles of
 * the m rows of a circle are 2π·i/m; even rows are on the outer one. Throws as {@link moons}, and `learner.number`.
 *
 * ```ts
 * import { circles } from "espalier";
 * circles({ rows: 4, noise: 0 }).rowCount; // 4
 * ```
 */
export function circles(
  options: GenerateOptions & {
    /** Radius of the inner circle, 0 … 1. Default 0.5. */
    factor?: number;
  } = {},
  ctx: WorkContext = quietContext,
): Table {
  const factor = numberIn("factor", options.factor ?? 0.5, 0, 1);
  const place = (row: number, rows: number) => {
    const { part, at, of } = half(row, rows);
    const angle = (2 * Math.PI * at) / of;
    const radius = part === 0 ? 1 : factor;
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle), code: part };
  };
  return pointsOf("circles", ["outer", "inner"], options, place, ctx, { factor });
}

/**
 * Two spirals in each other (after Lang & Witbrock 1988, "Learning to tell two spirals apart"): of the m rows of an arm the i-th
 * has s = (i + 1)/m and lies at radius 3s under the angle 2π·turns·s, the other arm half a turn on. With 1.5 turns the arms
 * are 1 apart. Throws as {@link moons}, and `learner.number`.
 *
 * ```ts
 * import { spirals } from "espalier";
 * spirals({ rows: 400, noise: 0.1 }).rowCount; // 400
 * ```
 */
export function spirals(
  options: GenerateOptions & {
    /** Turns of each arm, above 0. Default 1.5. */
    turns?: number;
  } = {},
  ctx: WorkContext = quietContext,
): Table {
  const turns = numberIn("turns", options.turns ?? 1.5, 1e-6, 1000);
  const place = (row: number, rows: number) => {
    const { part, at, of } = half(row, rows);
    const s = (at + 1) / of;
    const angle = 2 * Math.PI * turns * s + part * Math.PI;
    return { x: 3 * s * Math.cos(angle), y: 3 * s * Math.sin(angle), code: part };
  };
  return pointsOf("spirals", ["one arm", "other arm"], options, place, ctx, { turns });
}

/**
 * Normal clouds (scikit-learn's `make_blobs`, without the shuffle): the centres are uniform in [−10, 10]², row i belongs to
 * centre i mod `centers`, and `noise` is the standard deviation around it. The classes are `blob 1`, `blob 2`, … Throws as
 * {@link moons}, and `learner.number`.
 *
 * ```ts
 * import { blobs } from "espalier";
 * blobs({ rows: 90, noise: 1, centers: 4 }).rowCount; // 90
 * ```
 */
export function blobs(
  options: GenerateOptions & {
    /** Number of clouds, 2 … 100. Default 3. */
    centers?: number;
  } = {},
  ctx: WorkContext = quietContext,
): Table {
  const centers = wholeIn("centers", options.centers ?? 3, 2, 100);
  const random = randomStream(options.seed ?? 0, "generate/blobs/centres");
  const places = Array.from({ length: centers }, (_, code) => {
    return { x: 20 * random.uniform() - 10, y: 20 * random.uniform() - 10, code };
  });
  const levels = places.map(({ code }) => `blob ${code + 1}`);
  return pointsOf("blobs", levels, options, (row) => places[row % centers], ctx, { centers });
}
