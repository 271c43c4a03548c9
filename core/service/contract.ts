/**
 * The two services as schemas: what each method takes and gives. Both halves of every transport check every message
 * against this, so a page of another version, or a stranger, is told what it said wrong instead of doing harm.
 */
import { z } from "zod";
import { diagnosticSchema } from "./diagnostic-schema.ts";
import { doctorSchema } from "./doctor-schema.ts";
import { documentContract } from "./document-contract.ts";
import { documentSchema } from "./document-schema.ts";
import { lookRequestSchema, lookSchema } from "./look-schema.ts";
import { profileRequestSchema, profileSchema } from "./profile-schema.ts";
import { selectionContract } from "./selection-schema.ts";

const text = z.string().max(200_000_000);
const path = z.string().min(1).max(4096);
const name = z.string().max(300);
// JSON has no NaN: a number that is none arrives as null and is shown as such.
const words = z.object({ en: z.string(), zh: z.string() });

const subject = {
  document: documentSchema,
  place: path.optional(),
  of: name.optional(),
  revision: z.number().int().optional(),
};
const wireType = z.looseObject({ kind: z.string() });
const signature = z.string().regex(/^[0-9a-f]{64}$/);

const nodeReport = z.object({
  freshness: z.enum(["cached", "stale", "new", "unready"]),
  signature: signature.optional(),
  lastSignature: signature.optional(),
  outputs: z.record(z.string(), wireType),
  ms: z.number().optional(),
  bytes: z.number().optional(),
  peakBytes: z.number().optional(),
  forecast: z.object({ ms: z.number(), bytes: z.number(), measured: z.boolean() }).optional(),
  pinned: z.boolean().optional(),
  mirror: z.object({ node: z.string(), path: z.string() }).optional(),
});

export const engineContract = {
  info: {
    args: z.undefined(),
    result: z.object({
      version: z.string(),
      backend: z.string(),
      threads: z.number(),
      memoryBytes: z.number(),
    }),
  },
  doctor: { args: z.object({ afresh: z.boolean().optional() }), result: doctorSchema },
  describe: {
    args: z.undefined(),
    result: z.object({
      nodes: z.array(z.looseObject({ id: z.string(), version: z.number(), title: words })),
    }),
  },
  check: {
    args: z.object(subject),
    result: z.object({
      revision: z.number(),
      nodes: z.record(z.string(), nodeReport),
      wires: z.record(z.string(), wireType),
      diagnostics: z.array(diagnosticSchema),
    }),
  },
  run: {
    args: z.object({ ...subject, targets: z.array(name).max(100_000).optional() }),
    result: z.object({ runId: z.string() }),
  },
  cancel: {
    args: z.object({ runId: name, nodes: z.array(name).min(1).max(100_000).optional() }),
    result: z.object({ cancelled: z.boolean() }),
  },
  pin: {
    args: z.object({ signature, pinned: z.boolean() }),
    result: z.object({ pinned: z.boolean() }),
  },
  look: { args: lookRequestSchema, result: lookSchema },
  ...selectionContract,
  profile: { args: profileRequestSchema, result: profileSchema },
  script: {
    args: z.object(subject),
    result: z.object({
      text,
      lines: z.record(z.string(), z.tuple([z.number(), z.number()])),
      diagnostics: z.array(diagnosticSchema),
    }),
  },
} as const;

export const hostContract = {
  info: { args: z.undefined(), result: z.object({ folder: z.string(), version: z.string() }) },
  list: {
    args: z.undefined(),
    result: z.object({
      files: z.array(
        z.object({ path, kind: z.enum(["graph", "data"]), bytes: z.number(), modified: z.number() }),
      ),
    }),
  },
  examples: {
    args: z.undefined(),
    result: z.object({
      examples: z.array(
        z.object({ id: z.string(), title: words, summary: words, topic: z.number().optional() }),
      ),
    }),
  },
  upload: {
    args: z.object({
      id: name.optional(),
      name,
      total: z.number().int().min(0),
      at: z.number().int().min(0),
      bytes: z.base64().max(16_000_000),
    }),
    result: z.object({ id: name, path: path.optional() }),
  },
  ...documentContract,
} as const;

export const contracts = { engine: engineContract, host: hostContract } as const;
export type ServiceName = keyof typeof contracts;

const runEventBase = { runId: z.string(), seq: z.number() };
export const runEventSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("started"),
    runId: z.string(),
    seq: z.number().optional(),
    of: z.string().optional(),
    revision: z.number(),
    nodes: z.array(z.string()),
  }),
  z.looseObject({
    kind: z.literal("node"),
    ...runEventBase,
    node: z.string(),
    state: z.enum(["queued", "running", "done", "cached", "failed", "blocked", "cancelled"]),
    at: z.number().optional(),
    worker: z.number().int().optional(),
    memory: z.number().optional(),
  }),
  z.looseObject({ kind: z.literal("preview"), ...runEventBase, node: z.string(), look: lookSchema }),
  z.looseObject({ kind: z.literal("diagnostic"), ...runEventBase, diagnostic: diagnosticSchema }),
  z.looseObject({
    kind: z.literal("finished"),
    ...runEventBase,
    status: z.enum(["done", "failed", "cancelled"]),
    ms: z.number(),
    scores: z.record(z.string(), z.number()),
  }),
]);
