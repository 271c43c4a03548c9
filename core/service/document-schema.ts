/** The document as it may cross a transport: whole and well-formed. Reading damaged files is `core/graph/parse.ts`. */
import { z } from "zod";
import type { GraphDocument } from "../graph/document.ts";
import { groupSchema, nodeSchema, viewSchema, wireSchema } from "../graph/record-schemas.ts";

export const documentSchema: z.ZodType<GraphDocument> = z.looseObject({
  format: z.literal("espalier/graph"),
  formatVersion: z.number(),
  title: z.string(),
  seed: z.number(),
  nodes: z.record(z.string(), once(nodeSchema)),
  wires: once(z.record(z.string(), wireSchema)),
  groups: once(z.record(z.string(), groupSchema)),
  view: once(viewSchema),
});

/**
 * Looks at each object once. A document is sent after every change of it and shares with the one before all that did not
 * change; of a thousand nodes one is new. Documents are never written into, so what was well-formed still is.
 */
function once<T>(schema: z.ZodType<T>): z.ZodType<T> {
  const known = new WeakMap<object, T>();
  return z.unknown().transform((value, context): T => {
    const object = typeof value === "object" && value !== null ? value : undefined;
    const before = object && known.get(object);
    if (before !== undefined) return before;
    const { success, data, error } = schema.safeParse(value);
    if (success) {
      if (object) known.set(object, data);
      return data;
    }
    for (const { path, message } of error.issues)
      context.issues.push({ code: "custom", input: value, path, message });
    return z.NEVER;
  });
}
