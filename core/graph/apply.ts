/**
 * Commands applied to a document. Pure: the same document and command give the same result in the page, in the host
 * and in a test. What comes out keeps the document's promises: every wire's ends exist, an input port holds one wire,
 * wires form no cycle, ids are ids. A command that would break one throws a DiagnosticError and changes nothing.
 */
import type { Command } from "./commands.ts";
import { type Diff, diffOfWrites, type EntryPath } from "./diff.ts";
import type { GraphDocument } from "./document.ts";
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
import { type EntryWrites, readEntry, writeEntries } from "./entries.ts";

export type Applied = { readonly document: GraphDocument; readonly diff: Diff };

/**
 * Does one command. Records that it does not touch are the same objects afterwards, and a command without effect
 * gives back the same document.
 *
 * ```ts
 * const { document, diff } = apply(before, { kind: "setParam", node: "ada", name: "rounds", value: 200 });
 * ```
 */
export function apply(document: GraphDocument, command: Command): Applied {
  if (command.kind === "batch") return applyAll(document, command.commands);
  if (command.kind === "removeNodes" && command.rejoin) return applyAll(document, removeThenRejoin(command));
  const writes = writesOf(document, command);
  const diff = diffOfWrites(document, writes);
  const effective = new Map([...writes].filter(([path]) => touches(diff, path)));
  return { document: writeEntries(document, effective), diff };
}

function removeThenRejoin(command: Removal): Command[] {
  const rejoin = command.rejoin ?? [];
  return [
    { kind: "removeNodes", ids: command.ids },
    ...rejoin.map((wire) => ({ kind: "addWire" as const, ...wire })),
  ];
}

function applyAll(document: GraphDocument, commands: readonly Command[]): Applied {
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

function writesOf(document: GraphDocument, command: Exclude<Command, { kind: "batch" }>): EntryWrites {
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
    case "setViewport":
      return new Map([["view/viewport", command.viewport]]);
    case "setDocument":
      return setDocument(command);
  }
}
