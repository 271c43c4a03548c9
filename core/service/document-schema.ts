/** The document as it may cross a transport: whole and well-formed. Reading damaged files is `core/graph/parse.ts`. */
import { z } from "zod";
import type { GraphDocument } from "../graph/document.ts";
import { groupSchema, nodeSchema, viewSchema, wireSchema } from "../graph/record-schemas.ts";

export const documentSchema: z.ZodType<GraphDocument> = z.looseObject({
  format: z.literal("espalier/graph"),
  formatVersion: z.number(),
  title: z.string(),
  seed: z.number(),
  nodes: z.record(z.string(), nodeSchema),
  wires: z.record(z.string(), wireSchema),
  groups: z.record(z.string(), groupSchema),
  view: viewSchema,
});
