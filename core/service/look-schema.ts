/** Looks as schemas, for the borders of the transports. */
import { z } from "zod";
import { backendNames } from "../base/backend-report.ts";
import { diagnosticSchema } from "./diagnostic-schema.ts";
import {
  coefficientsSchema,
  columnKinds,
  columnRoles,
  lookDetailSchema,
  marginsSchema,
  pointsSchema,
  profileSchema,
  replaySchema,
  surfaceSchema,
  weightsSchema,
} from "./look-detail-schema.ts";

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const series = z.record(z.string(), z.array(z.number().nullable()));
const spread = z.object({ mean: z.array(z.number().nullable()), sd: z.array(z.number().nullable()) });
const on = z.enum(["unseen", "training"]);
const task = z.enum(["classification", "regression"]);
const count = z.number().int().min(0);

export const lookRequestSchema = z.object({
  signature: z.string().regex(/^[0-9a-f]{64}$/),
  port: z.string().max(300),
  path: z.string().max(1000).optional(),
  member: count.max(1_000_000).optional(),
  offset: count.optional(),
  limit: count.max(100_000).optional(),
  detail: lookDetailSchema.optional(),
});

export const lookSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("table"),
    rowCount: count,
    columns: z.array(
      z.object({
        name: z.string(),
        kind: columnKinds,
        role: columnRoles,
        missing: count,
        levels: z.array(z.string()).optional(),
      }),
    ),
    offset: count,
    rows: z.array(z.array(cell)),
    rowIds: z.array(count),
    profile: profileSchema.optional(),
    points: pointsSchema.optional(),
    ordered: z.object({ rows: count, unknown: count }).optional(),
  }),
  z.object({
    kind: z.literal("trace"),
    index: z.string(),
    length: count,
    at: z.array(z.number()),
    series,
    weighted: count.optional(),
    weights: weightsSchema.optional(),
  }),
  z.object({
    kind: z.literal("scores"),
    on,
    rows: count,
    values: z.record(z.string(), z.number().nullable()),
    perClass: z.object({ classes: z.array(z.string()), series }).optional(),
    byStage: series.optional(),
  }),
  z.object({
    kind: z.literal("confusion"),
    on,
    classes: z.array(z.string()),
    counts: z.array(z.array(count)),
  }),
  z.object({
    kind: z.literal("curves"),
    form: z.enum(["roc", "precision-recall", "calibration"]),
    on,
    rows: count,
    classes: z.array(z.string()),
    curves: z.array(
      z.object({
        of: z.enum(["class", "micro", "macro", "confidence"]),
        name: z.string(),
        x: z.array(z.number()),
        y: z.array(z.number()),
        at: z.array(z.number().nullable()),
        bins: z.array(z.object({ low: z.number().nullable(), high: z.number().nullable() })).optional(),
        value: z.number().nullable(),
        base: z.number().nullable(),
        points: count,
      }),
    ),
  }),
  z.object({
    kind: z.literal("comparison"),
    metric: z.string(),
    lowerIsBetter: z.boolean(),
    rope: z.number(),
    fits: count,
    names: z.array(z.string()),
    means: z.array(z.number()),
    sds: z.array(z.number()),
    pairs: z.array(
      z.object({
        left: count,
        right: count,
        difference: z.number(),
        t: z.number().nullable(),
        tP: z.number(),
        tHolm: z.number(),
        rank: z.number(),
        rankP: z.number(),
        rankHolm: z.number(),
        leftBetter: z.number(),
        equivalent: z.number(),
        rightBetter: z.number(),
      }),
    ),
  }),
  z.object({
    kind: z.literal("learning-curve"),
    learner: z.string(),
    folds: count,
    sizes: z.array(z.number()),
    metrics: z.record(z.string(), z.object({ training: spread, validation: spread })),
  }),
  z.object({
    kind: z.literal("backends"),
    operation: z.literal("matmul"),
    repeats: count,
    sizes: z.array(z.number()),
    backends: z.array(
      z.object({
        name: z.enum(backendNames),
        device: z.string(),
        version: z.string(),
        ms: z.array(z.number()),
        error: z.array(z.number()),
      }),
    ),
    unusable: z.array(z.object({ name: z.enum(backendNames), reason: diagnosticSchema })),
  }),
  z.object({
    kind: z.literal("importance"),
    on,
    metric: z.string(),
    baseline: z.number(),
    rows: count,
    repeats: count,
    features: z.array(z.object({ name: z.string(), mean: z.number(), sd: z.number() })),
    count,
  }),
  z.object({
    kind: z.literal("dependence"),
    target: z.string(),
    rows: count,
    classes: z.array(z.string()),
    features: z.array(
      z.object({
        name: z.string(),
        grid: z.array(z.number()),
        levels: z.array(z.string()).optional(),
        mean: z.array(z.array(z.number())),
        rows: z.array(z.array(z.number())),
      }),
    ),
  }),
  z.object({
    kind: z.literal("model"),
    algorithm: z.string(),
    task,
    target: z.string(),
    features: z.array(z.string()),
    classes: z.array(z.string()),
    members: z
      .object({ count, says: z.array(z.number()), shown: z.number().int(), each: count.optional() })
      .optional(),
    tree: z
      .object({
        nodes: z.array(
          z.object({
            feature: z.string().optional(),
            threshold: z.number().optional(),
            missing: z.enum(["left", "right"]).optional(),
            left: count.optional(),
            right: count.optional(),
            distribution: z.array(z.number()),
            label: z.string().optional(),
            impurity: z.number().optional(),
            weight: z.number(),
            rows: count.optional(),
          }),
        ),
      })
      .optional(),
    seenRows: count,
    spans: z.boolean().optional(),
    surface: surfaceSchema.optional(),
    votes: z.boolean().optional(),
    margins: marginsSchema.optional(),
    replays: z.string().optional(),
    replay: replaySchema.optional(),
    weighs: z.enum(["coefficients", "means"]).optional(),
    coefficients: coefficientsSchema.optional(),
  }),
  z.object({
    kind: z.literal("predictions"),
    task,
    target: z.string(),
    classes: z.array(z.string()),
    rowCount: count,
    leads: z.boolean().optional(),
    margins: marginsSchema.optional(),
    offset: count,
    rows: z.array(
      z.object({
        row: count,
        predicted: z.union([z.string(), z.number()]),
        truth: z.union([z.string(), z.number(), z.null()]),
        probability: z.number().nullable(),
      }),
    ),
  }),
  z.object({
    kind: z.literal("learner"),
    algorithm: z.string(),
    params: z.record(z.string(), cell),
    parts: z.array(z.string()),
  }),
  z.object({ kind: z.literal("number"), value: z.number().nullable() }),
  z.object({ kind: z.literal("text"), value: z.string() }),
]);
