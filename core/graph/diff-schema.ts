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
  jsonSchema,
  nodeSchema,
  noteSchema,
  positionSchema,
  viewportSchema,
  wireSchema,
} from "./record-schemas.ts";

const sections: Readonly<Record<string, z.ZodType>> = {
  nodes: nodeSchema,
  wires: wireSchema,
  groups: jsonSchema,
  "view/positions": positionSchema,
  "view/frames": frameSchema,
  "view/notes": noteSchema,
};

const single: Readonly<Record<string, z.ZodType>> = {
  format: z.literal("espalier/graph"),
  formatVersion: z.int().min(1),
  title: z.string(),
  seed: z.int().min(0),
  "view/viewport": viewportSchema,
};

/** Paths that name a whole section: a diff addresses entries, never those. */
const never = new Set(["", "view", ...Object.keys(sections)]);

const part = z.record(z.string().max(400), jsonSchema);

/** Parses unknown data into a {@link Diff}. */
export const diffSchema: z.ZodType<Diff> = z
  .object({
    added: part,
    removed: part,
    changed: z.record(z.string().max(400), z.tuple([jsonSchema, jsonSchema])),
  })
  .superRefine((diff, context) => {
    const values = [
      ...Object.entries(diff.added),
      ...Object.entries(diff.changed).map(([path, [, after]]) => [path, after] as const),
    ];
    for (const [path, value] of values) {
      const wrong = wrongIn(path, value);
      if (wrong !== undefined) context.addIssue({ code: "custom", path: [path], message: wrong });
    }
    for (const path of Object.keys(diff.removed)) {
      if (never.has(path) || (Object.hasOwn(single, path) && path !== "view/viewport")) {
        context.addIssue({ code: "custom", path: [path], message: "cannot be removed" });
      }
    }
  });

function wrongIn(path: string, value: unknown): string | undefined {
  if (never.has(path)) return "no entry";
  const names = namesOf(path);
  if (names.includes("__proto__")) return "no entry";
  const section = names.slice(0, -1).join("/");
  if (Object.hasOwn(sections, section)) {
    if (!isId(names.at(-1) ?? "")) return "not an id";
    const parsed = sections[section].safeParse(value);
    return parsed.success ? undefined : z.prettifyError(parsed.error).slice(0, 200);
  }
  if (names.length > 2 || (names.length === 2 && names[0] !== "view")) return "no entry";
  if (!Object.hasOwn(single, path)) return undefined;
  const parsed = single[path].safeParse(value);
  return parsed.success ? undefined : z.prettifyError(parsed.error).slice(0, 200);
}
