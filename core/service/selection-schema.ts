/** Selections as schemas, for the borders of the transports. */
import { z } from "zod";
import { rowOrderSchema } from "./look-detail-schema.ts";

const key = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);
const name = z.string().max(4096);
const place = { signature: key, port: z.string().max(300) };
const round = count.min(1).max(1_000_000);
const member = count.max(1_000_000).optional();

const where = z.discriminatedUnion("by", [
  z.object({
    by: z.literal("rows"),
    ranges: z.array(z.tuple([count, count])).max(100_000),
    order: rowOrderSchema.optional(),
  }),
  z.object({
    by: z.literal("between"),
    columns: z.record(name, z.tuple([z.number(), z.number()])),
    below: z.boolean().optional(),
  }),
  z.object({ by: z.literal("level"), column: name, level: name.nullable() }),
  z.object({ by: z.literal("cell"), truth: name, predicted: name }),
  z.object({
    by: z.literal("probability"),
    of: name.optional(),
    atLeast: z.number().optional(),
    above: z.number().optional(),
    upTo: z.number().optional(),
  }),
  z.object({
    by: z.literal("margin"),
    bars: z.tuple([count, count]),
    round: round.optional(),
    table: z.object(place).optional(),
  }),
  z.object({ by: z.literal("weight"), round, top: count, table: z.object(place) }),
  z.object({ by: z.literal("node"), node: count, member, table: z.object(place) }),
]);

export const selectionContract = {
  select: {
    args: z.object({ ...place, where, onto: key.optional(), how: z.enum(["add", "toggle"]).optional() }),
    result: z.object({ selection: key, source: z.string(), count, here: count, total: count }),
  },
  marks: {
    args: z.object({
      ...place,
      selection: key,
      offset: count.optional(),
      limit: count.max(100_000).optional(),
      order: rowOrderSchema.optional(),
      member,
      bars: count.max(1_000_000).optional(),
      among: z.array(count).max(10_000).optional(),
      points: z.boolean().optional(),
      classes: z.boolean().optional(),
      margins: z.object({ round: round.optional() }).optional(),
      table: z.object(place).optional(),
    }),
    result: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("none") }),
      z.object({ kind: z.literal("rows"), count, rows: z.array(count) }),
      z.object({ kind: z.literal("points"), count, bits: z.string().max(20_000) }),
      z.object({ kind: z.literal("cells"), count, cells: z.array(z.array(count)) }),
      z.object({ kind: z.literal("bars"), count, columns: z.array(z.array(count)) }),
      z.object({ kind: z.literal("nodes"), count, nodes: z.array(count) }),
      z.object({
        kind: z.literal("classes"),
        count,
        classes: z.array(z.string()),
        selected: z.array(count),
        all: z.array(count),
        mean: z.array(z.number()).optional(),
        confidence: z.number().optional(),
        right: count.optional(),
      }),
    ]),
  },
  selectedRows: {
    args: z.object({ selection: key }),
    result: z.object({ source: z.string(), count, rows: z.string().max(200_000_000) }),
  },
} as const;
