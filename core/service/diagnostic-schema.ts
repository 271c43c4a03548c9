/** A diagnostic as it may cross a transport. */
import { z } from "zod";

const values = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.null(), z.boolean(), z.array(z.string())]),
);
export const diagnosticSchema = z.looseObject({
  code: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  values,
  node: z.string().optional(),
  port: z.string().optional(),
  param: z.string().optional(),
  wire: z.string().optional(),
  repairs: z.array(z.object({ code: z.string(), values, commands: z.array(z.unknown()) })).optional(),
});
