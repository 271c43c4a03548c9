/**
 * The shapes of a document's records for zod, with unknown fields kept. Shared by everything that takes records from
 * outside: files, commands and diffs from another process.
 */
import { z } from "zod";
import { isId } from "../base/ids.ts";
import type { Json } from "../base/json.ts";
import type {
  FrameRecord,
  NodeRecord,
  NoteRecord,
  PortRef,
  Position,
  Viewport,
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
