/**
 * What each command writes: one small function a command, which checks the command against the document and gives
 * back the entries to write. Nothing here builds a document; `apply.ts` does, once, from these writes.
 */
import { fail } from "../base/diagnostic.ts";
import type { Json } from "../base/json.ts";
import { checkEnd, checkId, checkNewNode, checkPosition, nodeAt } from "./checks.ts";
import { hasNode, pathBetween, wiresOf } from "./closure.ts";
import type { Command } from "./commands.ts";
import type { EntryPath } from "./diff.ts";
import type { Graph } from "./document.ts";
import { type EntryWrites, entriesOfGroup, entryPath, lookup } from "./entries.ts";
import { sameRef, turnPorts } from "./group-ports.ts";

type Of<Kind extends Command["kind"]> = Extract<Command, { kind: Kind }>;
type Writes = Map<EntryPath, Json | undefined>;

/** The command that takes nodes away, perhaps joining what they joined. */
export type Removal = Of<"removeNodes">;

export function addNode(document: Graph, { id, node, at }: Of<"addNode">): EntryWrites {
  checkNewNode(document, id, "node");
  checkPosition(id, at);
  return new Map<EntryPath, Json>([
    [entryPath("nodes", id), node],
    [entryPath("view", "positions", id), at],
  ]);
}

/** A node or a group goes with its wires and its position; a group with all that is in it. */
export function removeNodes(document: Graph, { ids }: Removal): EntryWrites {
  const writes: Writes = new Map();
  const gone = new Set(ids);
  for (const id of gone) {
    const group = lookup(document.groups, id);
    if (group) for (const [path] of entriesOfGroup(group, ["groups", id])) writes.set(path, undefined);
    else {
      nodeAt(document, id);
      writes.set(entryPath("nodes", id), undefined);
    }
    writes.set(entryPath("view", "positions", id), undefined);
  }
  for (const wire of wiresOf(document)) {
    if (gone.has(wire.from[0]) || gone.has(wire.to[0])) writes.set(entryPath("wires", wire.id), undefined);
  }
  for (const side of ["inputs", "outputs"] as const)
    for (const [path, value] of turnPorts(document, side, (ref) => (gone.has(ref[0]) ? undefined : ref)))
      writes.set(path, value);
  return writes;
}

export function setParam(document: Graph, { node, name, value }: Of<"setParam">): EntryWrites {
  const record = nodeAt(document, node);
  if (name === "" || name === "__proto__") fail("command.bad-name", { name }, { node });
  if (typeof value === "number" && !Number.isFinite(value))
    fail("command.bad-number", { name }, { node, param: name });
  return new Map([[entryPath("nodes", node), { ...record, params: { ...record.params, [name]: value } }]]);
}

export function setNode(document: Graph, command: Of<"setNode">): EntryWrites {
  const record: Record<string, Json> = { ...nodeAt(document, command.node) };
  for (const field of command.fields) {
    const value = command[field];
    if (value === undefined) delete record[field];
    else record[field] = value;
  }
  return new Map([[entryPath("nodes", command.node), record]]);
}

export function replaceNode(document: Graph, { node, record }: Of<"replaceNode">): EntryWrites {
  nodeAt(document, node);
  return new Map([[entryPath("nodes", node), record]]);
}

/** The wire that held the port is replaced, so it cannot be part of the cycle that this one might close. */
export function addWire(document: Graph, { id, from, to }: Of<"addWire">): EntryWrites {
  checkId(id, "wire");
  checkEnd(document, from, "outputs");
  checkEnd(document, to, "inputs");
  if (from[0] === to[0]) fail("command.self-wire", { node: from[0] }, { node: from[0] });
  const writes: Writes = new Map();
  const remaining = { ...document.wires };
  for (const [held, wire] of Object.entries(document.wires)) {
    if (wire.to[0] !== to[0] || wire.to[1] !== to[1]) continue;
    writes.set(entryPath("wires", held), undefined);
    delete remaining[held];
  }
  if (lookup(remaining, id) !== undefined) fail("command.duplicate-id", { id, what: "wire" }, { wire: id });
  const way = pathBetween({ ...document, wires: remaining }, to[0], from[0]);
  if (way) fail("command.cycle", { path: [from[0], ...way] }, { node: to[0], port: to[1] });
  for (const [path, value] of turnPorts(document, "inputs", (ref) => (sameRef(ref, to) ? undefined : ref)))
    writes.set(path, value);
  return writes.set(entryPath("wires", id), { from, to });
}

export function removeWires(document: Graph, { ids }: Of<"removeWires">): EntryWrites {
  for (const id of ids) {
    if (lookup(document.wires, id) === undefined) fail("command.unknown-wire", { id });
  }
  return new Map(ids.map((id) => [entryPath("wires", id), undefined]));
}

export function moveNodes(document: Graph, { positions }: Of<"move">): EntryWrites {
  const writes: Writes = new Map();
  for (const [id, at] of Object.entries(positions)) {
    if (!hasNode(document, id)) fail("command.unknown-node", { id });
    checkPosition(id, at);
    writes.set(entryPath("view", "positions", id), at);
  }
  return writes;
}

export function setNote({ id, note }: Of<"setNote">): EntryWrites {
  checkId(id, "note");
  checkPosition(id, note.at);
  return new Map([[entryPath("view", "notes", id), note]]);
}

export function removeNote(document: Graph, { id }: Of<"removeNote">): EntryWrites {
  if (lookup(document.view.notes, id) === undefined) fail("command.unknown-note", { id });
  return new Map([[entryPath("view", "notes", id), undefined]]);
}

export function setFrame({ id, frame }: Of<"setFrame">): EntryWrites {
  checkId(id, "frame");
  checkPosition(id, frame.at);
  return new Map([[entryPath("view", "frames", id), frame]]);
}

export function removeFrame(document: Graph, { id }: Of<"removeFrame">): EntryWrites {
  if (lookup(document.view.frames, id) === undefined) fail("command.unknown-frame", { id });
  return new Map([[entryPath("view", "frames", id), undefined]]);
}

export function setDocument(document: Graph, { title, seed }: Of<"setDocument">): EntryWrites {
  if (!("format" in document)) fail("command.not-within", { command: "setDocument" });
  const writes: Writes = new Map();
  if (title !== undefined) writes.set("title", title);
  if (seed === undefined) return writes;
  if (!Number.isSafeInteger(seed) || seed < 0) fail("command.bad-seed", { seed });
  return writes.set("seed", seed);
}
