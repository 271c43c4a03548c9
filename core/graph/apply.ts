/**
 * Commands applied to a document. Pure: the same document and command give the same result in the page, in the host
 * and in a test. What comes out keeps the document's promises: every wire's ends exist, an input port holds one wire,
 * wires form no cycle, ids are ids. A command that would break one throws a DiagnosticError and changes nothing.
 */
import { fail } from "../base/diagnostic.ts";
import type { Command } from "./commands.ts";
import { applyDiff, type Diff, diffOfWrites, diffUnder, type EntryPath, isEmptyDiff } from "./diff.ts";
import type { Graph, GraphDocument } from "./document.ts";
import {
  addNode,
  addWire,
  moveNodes,
  type Removal,
  removeFrame,
  removeNodes,
  removeNote,
  removeWires,
  replaceNode,
  setDocument,
  setFrame,
  setNode,
  setNote,
  setParam,
} from "./edits.ts";
import { type EntryWrites, entryPath, lookup, readEntry, writeEntries } from "./entries.ts";
import { addGroup, setGroup } from "./group-edits.ts";
import { removeGroupPort, renameGroupPort, setGroupInput, setGroupOutput } from "./group-ports.ts";
import { groupNodes, ungroup } from "./grouping.ts";
import { setReroutes, withReroutes } from "./reroutes.ts";

export type Applied<G extends Graph = GraphDocument> = { readonly document: G; readonly diff: Diff };

/**
 * Does one command. Records that it does not touch are the same objects afterwards, and a command without effect
 * gives back the same document.
 *
 * ```ts
 * const { document, diff } = apply(before, { kind: "setParam", node: "ada", name: "rounds", value: 200 });
 * ```
 */
export function apply<G extends Graph>(document: G, command: Command): Applied<G> {
  if (command.kind === "within") return applyWithin(document, command.groups, command.command);
  if (command.kind === "batch") return applyAll(document, command.commands);
  if (command.kind === "removeNodes" && command.rejoin) return applyAll(document, removeThenRejoin(command));
  const writes = withReroutes(document, writesOf(document, command));
  const diff = diffOfWrites(document, writes);
  const effective = new Map([...writes].filter(([path]) => touches(diff, path)));
  return { document: writeEntries(document, effective), diff };
}

/** The graph inside is a graph like any other: its diff, with its path before every entry's, is the document's. */
function applyWithin<G extends Graph>(document: G, groups: readonly string[], command: Command): Applied<G> {
  const [id, ...rest] = groups;
  if (id === undefined) return apply(document, command);
  const group = lookup(document.groups, id) ?? fail("command.unknown-group", { id });
  const { diff: inner } = applyWithin(group, rest, command);
  const diff = diffUnder(entryPath("groups", id), inner);
  return { document: isEmptyDiff(diff) ? document : applyDiff(document, diff), diff };
}

function removeThenRejoin(command: Removal): Command[] {
  const rejoin = command.rejoin ?? [];
  return [
    { kind: "removeNodes", ids: command.ids },
    ...rejoin.map((wire) => ({ kind: "addWire" as const, ...wire })),
  ];
}

function applyAll<G extends Graph>(document: G, commands: readonly Command[]): Applied<G> {
  let current = document;
  const touched = new Set<EntryPath>();
  for (const command of commands) {
    const { document: next, diff } = apply(current, command);
    current = next;
    for (const part of [diff.added, diff.removed, diff.changed]) {
      for (const path of Object.keys(part)) touched.add(path);
    }
  }
  // One comparison at the end: merging diff after diff would take time in the square of their number.
  const writes = new Map([...touched].map((path) => [path, readEntry(current, path)]));
  return { document: current, diff: diffOfWrites(document, writes) };
}

function touches(diff: Diff, path: EntryPath): boolean {
  return (
    Object.hasOwn(diff.added, path) || Object.hasOwn(diff.removed, path) || Object.hasOwn(diff.changed, path)
  );
}

function writesOf(document: Graph, command: Exclude<Command, { kind: "batch" | "within" }>): EntryWrites {
  switch (command.kind) {
    case "addNode":
      return addNode(document, command);
    case "removeNodes":
      return removeNodes(document, command);
    case "setParam":
      return setParam(document, command);
    case "setNode":
      return setNode(document, command);
    case "replaceNode":
      return replaceNode(document, command);
    case "addWire":
      return addWire(document, command);
    case "removeWires":
      return removeWires(document, command);
    case "move":
      return moveNodes(document, command);
    case "setNote":
      return setNote(command);
    case "removeNote":
      return removeNote(document, command);
    case "setFrame":
      return setFrame(command);
    case "removeFrame":
      return removeFrame(document, command);
    case "setReroutes":
      return setReroutes(document, command);
    case "setViewport":
      return new Map([["view/viewport", command.viewport]]);
    case "setDocument":
      return setDocument(document, command);
    case "group":
      return groupNodes(document, command);
    case "ungroup":
      return ungroup(document, command);
    case "addGroup":
      return addGroup(document, command);
    case "setGroup":
      return setGroup(document, command);
    case "setGroupInput":
      return setGroupInput(document, command);
    case "setGroupOutput":
      return setGroupOutput(document, command);
    case "renameGroupPort":
      return renameGroupPort(document, command);
    case "removeGroupPort":
      return removeGroupPort(document, command);
  }
}
