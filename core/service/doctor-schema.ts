/** The doctor's report as a schema. */
import { z } from "zod";
import { backendNames } from "../base/backend-report.ts";
import { diagnosticSchema } from "./diagnostic-schema.ts";

const name = z.enum(backendNames);

export const doctorSchema = z.object({
  backends: z.array(
    z.object({
      name,
      found: z.boolean(),
      usable: z.boolean(),
      reason: diagnosticSchema.nullable(),
      version: z.string().optional(),
      device: z.string().optional(),
      timings: z.record(z.string(), z.number()).optional(),
    }),
  ),
  chosen: name,
  asked: z.enum([...backendNames, "auto"]),
  build: z.string(),
  machine: z.object({
    espalier: z.string(),
    node: z.string(),
    platform: z.string(),
    processor: z.string(),
    cores: z.number(),
    memoryBytes: z.number(),
    freeBytes: z.number(),
    duckdb: z.string().nullable(),
  }),
});
