/** A group as a whole: put in from a paste, named, muted. */

import { fail } from "../base/diagnostic.ts";
import type { Json } from "../base/json.ts";
import { checkNewNode, checkPosition, groupAt } from "./checks.ts";
import type { Command } from "./commands.ts";
import type { EntryPath } from "./diff.ts";
import type { Graph } from "./document.ts";
import { type EntryWrites, entriesOfGroup, entryPath } from "./entries.ts";
import { repairGroup } from "./repair-graph.ts";

type Of<Kind extends Command["kind"]> = Extract<Command, { kind: Kind }>;

/** The group must be whole: whoever pastes one repairs it first (`repairGroup`). */
export function addGroup(graph: Graph, { id, group, at }: Of<"addGroup">): EntryWrites {
  checkNewNode(graph, id, "group");
  checkPosition(id, at);
  const damage = repairGroup(group as never).diagnostics[0];
  if (damage) fail("command.damaged-group", { id, reason: damage.code });
  const writes = new Map<EntryPath, Json>(entriesOfGroup(group, ["groups", id]));
  return writes.set(entryPath("view", "positions", id), at);
}

/** Title, note and state of a group; the title cannot be taken away. */
export function setGroup(graph: Graph, command: Of<"setGroup">): EntryWrites {
  groupAt(graph, command.group);
  const writes = new Map<EntryPath, Json | undefined>();
  for (const field of command.fields) {
    if (field === "title" && command.title === undefined) continue;
    writes.set(entryPath("groups", command.group, field), command[field]);
  }
  return writes;
}
