/**
 * The shapes of a document's records for zod, with unknown fields kept. Shared by everything that takes records from
 * outside: files, commands and diffs from another process.
 */
import { z } from "zod";
import { isId, isPortName } from "../base/ids.ts";
import type { Json } from "../base/json.ts";
import type {
  FrameRecord,
  GroupInput,
  GroupOutput,
  GroupRecord,
  NodeRecord,
  NoteRecord,
  PortRef,
  Position,
  Viewport,
  ViewRecord,
  WireRecord,
} from "./document.ts";

export const jsonSchema: z.ZodType<Json> = z.json();

export const idSchema = z.string().refine(isId, { message: "not an id" });

export const positionSchema: z.ZodType<Position> = z.tuple([z.number(), z.number()]);

export const portRefSchema: z.ZodType<PortRef> = z.tuple([z.string(), z.string()]);

export const nodeSchema: z.ZodType<NodeRecord> = z.looseObject({
  type: z.string(),
  version: z.int().min(0),
  params: z.record(z.string(), jsonSchema),
  title: z.string().optional(),
  note: z.string().optional(),
  state: z.enum(["muted", "bypassed"]).optional(),
});

export const wireSchema: z.ZodType<WireRecord> = z.looseObject({ from: portRefSchema, to: portRefSchema });

const localTextSchema = z.looseObject({ en: z.string(), zh: z.string().optional() });

export const noteSchema: z.ZodType<NoteRecord> = z.looseObject({
  text: localTextSchema,
  at: positionSchema,
  size: positionSchema,
  color: z.enum(["green", "yellow", "grey"]).optional(),
});

export const frameSchema: z.ZodType<FrameRecord> = z.looseObject({
  title: localTextSchema,
  at: positionSchema,
  size: positionSchema,
});

export const viewportSchema: z.ZodType<Viewport> = z.looseObject({
  x: z.number(),
  y: z.number(),
  zoom: z.number().positive(),
});

/** A wire without points is not listed. */
export const reroutesSchema = z.array(positionSchema).min(1);

export const viewSchema: z.ZodType<ViewRecord> = z.looseObject({
  positions: z.record(z.string(), positionSchema),
  frames: z.record(z.string(), frameSchema),
  notes: z.record(z.string(), noteSchema),
  reroutes: z.record(z.string(), reroutesSchema).optional(),
  viewport: viewportSchema.optional(),
});

export const portNameSchema = z.string().refine(isPortName, { message: "not a port name" });

const groupPortFields = { title: z.string().optional(), order: z.number().optional() };

export const groupInputSchema: z.ZodType<GroupInput> = z.looseObject({
  ...groupPortFields,
  to: z.array(portRefSchema),
});

export const groupOutputSchema: z.ZodType<GroupOutput> = z.looseObject({
  ...groupPortFields,
  from: portRefSchema.optional(),
});

export const groupSchema: z.ZodType<GroupRecord> = z.looseObject({
  title: z.string(),
  note: z.string().optional(),
  state: z.enum(["muted", "bypassed"]).optional(),
  inputs: z.record(portNameSchema, groupInputSchema),
  outputs: z.record(portNameSchema, groupOutputSchema),
  nodes: z.record(z.string(), nodeSchema),
  wires: z.record(z.string(), wireSchema),
  groups: z.record(
    z.string(),
    z.lazy((): z.ZodType<GroupRecord> => groupSchema),
  ),
  view: viewSchema,
});
