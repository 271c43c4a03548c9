/** Details of looks as schemas, for the borders of the transports. */
import { z } from "zod";

const count = z.number().int().min(0);
const numbers = z.array(z.number());
const perhaps = z.number().nullable();
export const columnKinds = z.enum(["numeric", "categorical", "boolean", "datetime", "text"]);
export const columnRoles = z.enum(["feature", "target", "weight", "group", "time", "id", "ignored"]);
const round = z.number().int().min(1).max(1_000_000);

const name = z.string().max(10_000);

export const rowOrderSchema = z.object({
  sort: z.object({ column: name, down: z.boolean().optional() }).optional(),
  where: z.string().max(20_000).optional(),
});

export const lookDetailSchema = z.discriminatedUnion("of", [
  z.object({ of: z.literal("weights"), round }),
  z.object({
    of: z.literal("surface"),
    x: name.optional(),
    y: name.optional(),
    steps: z.number().int().min(2).max(120).optional(),
    round: round.optional(),
  }),
  z.object({ of: z.literal("margins"), round: round.optional() }),
  z.object({ of: z.literal("replay"), round, part: count.max(1_000_000).optional(), x: name.optional() }),
  z.object({ of: z.literal("coefficients") }),
  z.object({ of: z.literal("profile"), from: count.optional() }),
  z.object({ of: z.literal("points"), x: name, y: name }),
  rowOrderSchema.extend({ of: z.literal("order") }),
]);

const planePoints = z.object({
  x: z.string(),
  y: z.string(),
  rows: z.array(count),
  at: z.array(count),
  xs: numbers,
  ys: numbers,
  classes: z.array(z.string()),
  groups: z.array(z.number().int().min(-1)).optional(),
  of: count,
});

/** Twice what 100,000 numbers of eight bytes take. */
const packed = z.string().max(2_200_000);

export const pointsSchema = z.object({
  x: z.string(),
  y: z.string(),
  count,
  of: count,
  xs: packed,
  ys: packed,
  ids: packed.optional(),
  at: packed.optional(),
  groups: packed.optional(),
});

export const weightsSchema = z.object({
  round: count,
  rows: count,
  effective: z.number(),
  ranks: z.array(count),
  weights: numbers,
  heaviest: z.array(
    z.object({
      row: count,
      at: count,
      weight: z.number(),
      target: z.union([z.string(), z.number(), z.null()]),
    }),
  ),
  plane: planePoints.extend({ weights: numbers }).optional(),
});

const axis = z.object({ name: z.string(), low: z.number(), high: z.number() });

export const surfaceSchema = z.object({
  x: axis,
  y: axis,
  axes: z.array(z.string()),
  steps: count,
  labels: z.array(count).optional(),
  strengths: numbers.optional(),
  values: numbers.optional(),
  held: z.array(z.object({ name: z.string(), value: z.union([z.number(), z.string(), z.null()]) })),
  heldCount: count,
  round: count.optional(),
  rounds: count.optional(),
  points: planePoints.extend({ targets: z.array(z.number().nullable()).optional() }),
});

const replayCurves = z.object({ before: numbers, tree: numbers, after: numbers });

export const replaySchema = replayCurves.extend({
  round: count,
  rounds: count,
  loss: z.string(),
  rate: z.number(),
  x: z.string(),
  axes: z.array(z.string()),
  rows: z.array(count),
  at: z.array(count),
  of: count,
  xs: numbers,
  truth: numbers,
  gradient: numbers,
  line: replayCurves.extend({ xs: numbers }).optional(),
  lossBefore: z.number().optional(),
  lossAfter: z.number().optional(),
  delta: z.number().optional(),
});

export const marginsSchema = z.object({
  rows: count,
  of: count,
  round: count.optional(),
  smallest: z.number(),
  median: z.number(),
  wrong: z.number(),
  counts: z.array(count),
  curves: z.array(z.object({ round: count.optional(), x: numbers, share: numbers })),
});

const score = z.object({
  of: z.string(),
  against: z.string().optional(),
  values: z.array(z.number().nullable()),
  deviations: z.array(z.number().nullable()).optional(),
  intercept: z.number().nullable(),
});

export const coefficientsSchema = z.object({
  form: z.enum(["coefficients", "means"]),
  features: z.array(z.string()),
  count,
  scores: z.array(score),
  scoreCount: count,
  perUnit: z.array(score).optional(),
});

export const profileSchema = z.object({
  rows: count,
  from: count,
  count,
  columns: z.array(
    z.object({
      name: z.string(),
      kind: columnKinds,
      role: columnRoles,
      missing: count,
      distinct: count,
      numbers: z
        .object({
          infinite: count,
          least: perhaps,
          lowerQuartile: perhaps,
          median: perhaps,
          upperQuartile: perhaps,
          greatest: perhaps,
          mean: perhaps,
          deviation: perhaps,
          counts: z.array(count),
        })
        .optional(),
      levels: z.array(z.object({ level: z.string(), count })).optional(),
    }),
  ),
});
