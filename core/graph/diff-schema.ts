/**
 * Diffs that come from outside: from a page, or from a journal. Each entry must be what its path says; whether the
 * diff fits a document is for whoever applies it.
 */
import { z } from "zod";
import { isId } from "../base/ids.ts";
import type { Diff } from "./diff.ts";
import { namesOf } from "./entries.ts";
import {
  frameSchema,
  groupInputSchema,
  groupOutputSchema,
  jsonSchema,
  nodeSchema,
  noteSchema,
  portNameSchema,
  positionSchema,
  reroutesSchema,
  viewportSchema,
  wireSchema,
} from "./record-schemas.ts";

const sections: Readonly<Record<string, z.ZodType>> = {
  nodes: nodeSchema,
  wires: wireSchema,
  "view/positions": positionSchema,
  "view/frames": frameSchema,
  "view/notes": noteSchema,
  "view/reroutes": reroutesSchema,
};

const single: Readonly<Record<string, z.ZodType>> = {
  format: z.literal("espalier/graph"),
  formatVersion: z.int().min(1),
  title: z.string(),
  seed: z.int().min(0),
  "view/viewport": viewportSchema,
};

/** What only a group has, or has otherwise than the document. */
const groupPorts: Readonly<Record<string, z.ZodType>> = {
  inputs: groupInputSchema,
  outputs: groupOutputSchema,
};
const groupSingle: Readonly<Record<string, z.ZodType>> = {
  title: z.string(),
  note: z.string(),
  state: z.enum(["muted", "bypassed"]),
  "view/viewport": viewportSchema,
};

const part = z.record(z.string().max(4096), jsonSchema);

/** Parses unknown data into a {@link Diff}. */
export const diffSchema: z.ZodType<Diff> = z
  .object({
    added: part,
    removed: part,
    changed: z.record(z.string().max(4096), z.tuple([jsonSchema, jsonSchema])),
  })
  .superRefine((diff, context) => {
    const complain = (path: string, message: string | undefined) => {
      if (message !== undefined) context.addIssue({ code: "custom", path: [path], message });
    };
    for (const [path, value] of Object.entries(diff.added)) complain(path, wrongIn(path, value));
    for (const [path, [, value]] of Object.entries(diff.changed)) complain(path, wrongIn(path, value));
    for (const path of Object.keys(diff.removed)) {
      const schema = schemaAt(path);
      const needed = Object.hasOwn(single, path) && path !== "view/viewport";
      if (schema === "none" || needed) complain(path, "cannot be removed");
    }
  });

function wrongIn(path: string, value: unknown): string | undefined {
  const schema = schemaAt(path);
  if (schema === "none") return "no entry";
  if (schema === "any") return undefined;
  const parsed = schema.safeParse(value);
  return parsed.success ? undefined : z.prettifyError(parsed.error).slice(0, 200);
}

/** What stands at a path: `"none"` where no entry can be, `"any"` for a field that this version does not know. */
function schemaAt(path: string): z.ZodType | "none" | "any" {
  let names = namesOf(path);
  const nested = names[0] === "groups";
  while (names[0] === "groups" && isId(names[1] ?? "") && names.length > 2) names = names.slice(2);
  const name = names.at(-1) ?? "";
  const here = names.join("/");
  const section = names.slice(0, -1).join("/");
  if (names.includes("__proto__") || name === "") return "none";
  if (Object.hasOwn(sections, section)) return isId(name) ? sections[section] : "none";
  if (nested && Object.hasOwn(groupPorts, section))
    return portNameSchema.safeParse(name).success ? groupPorts[section] : "none";
  const known = nested ? groupSingle : single;
  if (Object.hasOwn(known, here)) return known[here];
  const isSection = here === "view" || here === "groups" || Object.hasOwn(sections, here);
  const isField = names.length === 1 || (names.length === 2 && names[0] === "view");
  return isSection || !isField || (nested && Object.hasOwn(groupPorts, here)) ? "none" : "any";
}
