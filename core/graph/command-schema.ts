/**
 * Commands that come from outside: from the wire, or as the opaque commands of a diagnostic's repair. Parsed here
 * once; whether they fit a document is for `apply` to say.
 */
import { z } from "zod";
import { fail } from "../base/diagnostic.ts";
import type { Command } from "./commands.ts";
import {
  frameSchema,
  groupInputSchema,
  groupOutputSchema,
  groupSchema,
  idSchema,
  jsonSchema,
  nodeSchema,
  noteSchema,
  portNameSchema,
  portRefSchema,
  positionSchema,
  viewportSchema,
} from "./record-schemas.ts";

const sideSchema = z.enum(["inputs", "outputs"]);
const newWireSchema = z.object({ id: idSchema, from: portRefSchema, to: portRefSchema });

/** Parses unknown data into a {@link Command}. */
export const commandSchema: z.ZodType<Command> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("addNode"), id: idSchema, node: nodeSchema, at: positionSchema }),
  z.object({
    kind: z.literal("removeNodes"),
    ids: z.array(z.string()),
    rejoin: z.array(newWireSchema).optional(),
  }),
  z.object({ kind: z.literal("setParam"), node: z.string(), name: z.string().min(1), value: jsonSchema }),
  z.object({
    kind: z.literal("setNode"),
    node: z.string(),
    title: z.string().optional(),
    note: z.string().optional(),
    state: z.enum(["muted", "bypassed"]).optional(),
    fields: z.array(z.enum(["title", "note", "state"])),
  }),
  z.object({ kind: z.literal("replaceNode"), node: z.string(), record: nodeSchema }),
  newWireSchema.extend({ kind: z.literal("addWire") }),
  z.object({ kind: z.literal("removeWires"), ids: z.array(z.string()) }),
  z.object({ kind: z.literal("move"), positions: z.record(z.string(), positionSchema) }),
  z.object({ kind: z.literal("setNote"), id: idSchema, note: noteSchema }),
  z.object({ kind: z.literal("removeNote"), id: z.string() }),
  z.object({ kind: z.literal("setFrame"), id: idSchema, frame: frameSchema }),
  z.object({ kind: z.literal("removeFrame"), id: z.string() }),
  z.object({ kind: z.literal("setReroutes"), wire: z.string(), points: z.array(positionSchema) }),
  z.object({ kind: z.literal("setViewport"), viewport: viewportSchema }),
  z.object({ kind: z.literal("setDocument"), title: z.string().optional(), seed: z.int().min(0).optional() }),
  z.object({
    kind: z.literal("group"),
    id: idSchema,
    title: z.string(),
    members: z.array(z.string()),
    frames: z.array(z.string()).optional(),
    notes: z.array(z.string()).optional(),
  }),
  z.object({ kind: z.literal("ungroup"), group: z.string() }),
  z.object({ kind: z.literal("addGroup"), id: idSchema, group: groupSchema, at: positionSchema }),
  z.object({
    kind: z.literal("setGroup"),
    group: z.string(),
    title: z.string().optional(),
    note: z.string().optional(),
    state: z.enum(["muted", "bypassed"]).optional(),
    fields: z.array(z.enum(["title", "note", "state"])),
  }),
  z.object({
    kind: z.literal("setGroupInput"),
    group: z.string(),
    port: portNameSchema,
    record: groupInputSchema,
  }),
  z.object({
    kind: z.literal("setGroupOutput"),
    group: z.string(),
    port: portNameSchema,
    record: groupOutputSchema,
  }),
  z.object({
    kind: z.literal("renameGroupPort"),
    group: z.string(),
    side: sideSchema,
    port: z.string(),
    name: portNameSchema,
  }),
  z.object({ kind: z.literal("removeGroupPort"), group: z.string(), side: sideSchema, port: z.string() }),
  z.object({
    kind: z.literal("within"),
    groups: z.array(z.string()),
    command: z.lazy(() => commandSchema),
  }),
  z.object({ kind: z.literal("batch"), commands: z.lazy(() => z.array(commandSchema)) }),
]);

/** The command in `value`; throws `command.malformed` with the first thing that is wrong and where. */
export function parseCommand(value: unknown): Command {
  try {
    return commandSchema.parse(value);
  } catch (thrown) {
    // Besides what does not match, a RangeError: values nested so deep that they overflow the stack.
    const issue = thrown instanceof z.ZodError ? thrown.issues[0] : undefined;
    return fail("command.malformed", {
      where: issue?.path.join(".") ?? "",
      reason: issue?.message ?? String(thrown),
    });
  }
}
