/** The half of HostService that is about open documents, as schemas: what each method takes and gives, and the events. */
import { z } from "zod";
import { diffSchema } from "../graph/diff-schema.ts";
import { jsonSchema, viewportSchema } from "../graph/record-schemas.ts";
import { diagnosticSchema } from "./diagnostic-schema.ts";
import { documentSchema } from "./document-schema.ts";

const path = z.string().min(1).max(4096);
const id = z.string().min(1).max(300);
const revision = z.int().min(0);
const seq = z.int().min(0);
const change = { seq, diff: diffSchema };

const orderedChange = z.object({ ...change, revision, page: id });
const difference = z.object({
  path: z.string(),
  mine: jsonSchema.optional(),
  theirs: jsonSchema.optional(),
});
const recovery = z.object({
  id,
  path: path.optional(),
  title: z.string(),
  at: z.number(),
  changes: z.int(),
});
const file = z.object({
  path: path.optional(),
  readOnly: z.boolean(),
  repairs: z.array(diagnosticSchema),
  disk: z.enum(["missing", "unreadable", "conflict"]).optional(),
  differences: z.array(difference).optional(),
});
const opened = z.object({
  id,
  revision,
  document: documentSchema,
  unsaved: diffSchema,
  file,
  heard: seq,
  recovery: z.array(recovery),
  journal: diagnosticSchema.optional(),
});

export const documentContract = {
  open: { args: z.object({ path }), result: opened },
  openExample: { args: z.object({ id, language: z.enum(["en", "zh"]).optional() }), result: opened },
  create: { args: z.object({ document: documentSchema }), result: opened },
  attach: { args: z.object({ id, page: id }), result: opened },
  change: {
    args: z.object({ id, page: id, base: revision, changes: z.array(z.object(change)).max(10_000) }),
    result: z.object({
      accepted: z.boolean(),
      revision,
      changes: z.array(orderedChange),
      resume: z.object({ document: documentSchema, heard: seq }).optional(),
    }),
  },
  save: {
    args: z.object({
      id,
      path: path.optional(),
      overwrite: z.boolean().optional(),
      viewport: viewportSchema.optional(),
    }),
    result: z.object({ path }),
  },
  resolve: {
    args: z.object({ id, choice: z.enum(["mine", "theirs", "copy"]) }),
    result: z.object({ path: path.optional() }),
  },
  close: {
    args: z.object({ id, discard: z.boolean() }),
    result: z.object({ closed: z.boolean() }),
  },
  recoverable: { args: z.undefined(), result: z.object({ entries: z.array(recovery) }) },
  differences: { args: z.object({ id }), result: z.object({ differences: z.array(difference) }) },
  recover: { args: z.object({ id }), result: opened },
  discard: { args: z.object({ id }), result: z.object({ discarded: z.boolean() }) },
} as const;

export const hostEventSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("changes"), id, changes: z.array(orderedChange) }),
  z.object({
    kind: z.literal("file"),
    id,
    news: z.enum(["saved", "reloaded", "merged", "missing", "unreadable", "conflict", "resolved"]),
    revision,
    unsaved: diffSchema,
    file,
  }),
  z.object({ kind: z.literal("journal"), id, problem: diagnosticSchema.optional() }),
]);
