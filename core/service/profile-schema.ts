/** The profile of a source as a schema: what is asked, and what comes back. */
import { z } from "zod";
import { columnKinds, tasks } from "../base/table-facts.ts";
import { givingWays, timeOrders } from "../base/table-profile.ts";
import { diagnosticSchema } from "./diagnostic-schema.ts";

const name = z.string().max(300);
const count = z.number().int().min(0);
const task = z.enum(tasks);

export const profileRequestSchema = z.object({
  type: name,
  params: z.record(z.string(), z.json()),
  place: z.string().min(1).max(4096).optional(),
  question: z.object({ target: z.string().optional(), task: task.optional() }).optional(),
});

const sign = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("empty") }),
  z.object({ kind: z.literal("constant"), value: z.string() }),
  z.object({ kind: z.literal("identifier") }),
  z.object({ kind: z.literal("text") }),
  z.object({ kind: z.literal("many-levels") }),
  z.object({ kind: z.literal("missing") }),
  z.object({ kind: z.literal("date"), orders: z.enum(timeOrders) }),
  z.object({ kind: z.literal("gives-away"), how: z.enum(givingWays), strength: z.number() }),
]);

const reason = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("chosen") }),
  z.object({ kind: z.literal("name"), word: z.string() }),
  z.object({ kind: z.literal("last") }),
  z.object({ kind: z.literal("few-levels"), levels: count }),
  z.object({ kind: z.literal("only") }),
]);

export const profileSchema = z.object({
  rows: count,
  every: z.number().int().min(1),
  columns: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(columnKinds),
      missing: count,
      distinct: count,
      examples: z.array(z.string()),
      signs: z.array(sign),
    }),
  ),
  target: z
    .object({
      column: z.string(),
      reason,
      task,
      either: z.boolean(),
      smallestClass: count.optional(),
      spread: z.number().optional(),
    })
    .optional(),
  diagnostics: z.array(diagnosticSchema),
});
