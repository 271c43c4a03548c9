/** Random commands of every kind over few names, so that they meet; and the promises that every document keeps. */
import fc from "fast-check";
import { expect } from "vitest";
import { DiagnosticError } from "../../core/base/diagnostic.ts";
import { freeId } from "../../core/base/ids.ts";
import type { Json } from "../../core/base/json.ts";
import { apply } from "../../core/graph/apply.ts";
import { topologicalOrder } from "../../core/graph/closure.ts";
import type { Command } from "../../core/graph/commands.ts";
import { emptyDiff } from "../../core/graph/diff.ts";
import type { Graph, GraphDocument, GroupRecord, NodeRecord, PortRef } from "../../core/graph/document.ts";
import { lookup } from "../../core/graph/entries.ts";
import { parseDocument } from "../../core/graph/parse.ts";
import { writeDocument } from "../../core/graph/write.ts";

/** What commands speak of. */
export type Names = {
  ids: readonly string[];
  /** Names for new groups. */
  groups: readonly string[];
  wires: readonly string[];
  ports: readonly string[];
  groupPorts: readonly string[];
  params: readonly string[];
  values: fc.Arbitrary<Json>;
};

const ids = ["a", "b", "c", "d", "e"];
const anyJson: fc.Arbitrary<Json> = fc
  .jsonValue({ maxDepth: 2 })
  .filter((value) => !JSON.stringify(value).includes("__proto__"))
  .map((value) => value as Json);

/** "toString", bad names and any JSON among them, because objects have the first and files the others. */
const hostile: Names = {
  ids: [...ids, "toString", "valueOf", "no id", "__proto__"],
  groups: [...ids, "toString", "valueOf", "no id", "__proto__"],
  wires: ["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8"],
  ports: ["x", "y", "learners.a"],
  groupPorts: ["x", "y", "x2", "learners.a", "0bad"],
  params: ["rounds", "seed", "a/b", "~"],
  values: anyJson,
};

const fitting: Names = {
  ids,
  groups: ["g", "h"],
  wires: ["w1", "w2", "w3", "w4"],
  ports: ["x", "y"],
  groupPorts: ["x", "y", "x2"],
  params: ["p", "q", "r"],
  values: fc.integer({ min: 0, max: 9 }),
};

/** Commands that speak of these names. */
export function commandsOver(names: Names): fc.Arbitrary<Command> {
  const simple = simpleCommands(names);
  const grouping = groupCommands(names);
  const within = fc.record({
    kind: fc.constant("within" as const),
    groups: fc.array(fc.constantFrom(...names.groups), { minLength: 1, maxLength: 2 }),
    command: fc.oneof({ weight: 3, arbitrary: simple }, { weight: 1, arbitrary: grouping }),
  });
  return fc.oneof(
    { weight: 9, arbitrary: simple },
    { weight: 4, arbitrary: grouping },
    { weight: 4, arbitrary: within },
    fc.record({ kind: fc.constant("batch" as const), commands: fc.array(simple, { maxLength: 4 }) }),
  );
}

/** Any command, fitting or not. */
export const anyCommand = commandsOver(hostile);
/** Commands most of which can be done. */
export const fittingCommand = commandsOver(fitting);

function shapesOf({ ids, groups, wires, ports, params, values }: Names) {
  const id = fc.constantFrom(...ids);
  const at = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }));
  const node: fc.Arbitrary<NodeRecord> = fc.record({
    type: fc.constantFrom("t.a", "t.b"),
    version: fc.constant(1),
    params: fc.dictionary(fc.constantFrom(...params), values, { maxKeys: 3 }),
  });
  return {
    id,
    at,
    node,
    /** A node or a group. */
    thing: fc.constantFrom(...new Set([...ids, ...groups])),
    wire: fc.constantFrom(...wires),
    end: fc.tuple(fc.constantFrom(...new Set([...ids, ...groups])), fc.constantFrom(...ports)),
    text: fc.record({ en: fc.string({ maxLength: 8 }) }),
  };
}

function simpleCommands(names: Names): fc.Arbitrary<Command> {
  const { id, at, node, thing, wire, end, text } = shapesOf(names);
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant("addNode" as const), id, node, at }) },
    {
      weight: 8,
      arbitrary: fc.record({ kind: fc.constant("addWire" as const), id: wire, from: end, to: end }),
    },
    fc.record({
      kind: fc.constant("removeNodes" as const),
      ids: fc.array(thing, { maxLength: 2 }),
      rejoin: fc.array(fc.record({ id: wire, from: end, to: end }), { maxLength: 1 }),
    }),
    fc.record({ kind: fc.constant("removeWires" as const), ids: fc.array(wire, { maxLength: 2 }) }),
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("setParam" as const),
        node: id,
        name: fc.constantFrom(...names.params),
        value: names.values,
      }),
    },
    fc.record({
      kind: fc.constant("setNode" as const),
      node: id,
      title: fc.option(fc.string({ maxLength: 5 }), { nil: undefined }),
      state: fc.constantFrom("muted" as const, undefined),
      fields: fc.subarray(["title" as const, "note" as const, "state" as const]),
    }),
    fc.record({ kind: fc.constant("replaceNode" as const), node: id, record: node }),
    fc.record({ kind: fc.constant("move" as const), positions: fc.dictionary(thing, at, { maxKeys: 3 }) }),
    fc.record({ kind: fc.constant("setNote" as const), id, note: fc.record({ text, at, size: at }) }),
    fc.record({ kind: fc.constant("removeNote" as const), id }),
    fc.record({
      kind: fc.constant("setFrame" as const),
      id,
      frame: fc.record({ title: text, at, size: at }),
    }),
    fc.record({ kind: fc.constant("removeFrame" as const), id }),
    fc.record({ kind: fc.constant("setReroutes" as const), wire, points: fc.array(at, { maxLength: 3 }) }),
    fc.record({
      kind: fc.constant("setViewport" as const),
      viewport: fc.record({ x: fc.integer(), y: fc.integer(), zoom: fc.constantFrom(0.5, 1, 2) }),
    }),
    fc.record({ kind: fc.constant("setDocument" as const), title: fc.string(), seed: fc.nat() }),
  );
}

function groupCommands(names: Names): fc.Arbitrary<Command> {
  const { id, thing, end } = shapesOf(names);
  const group = fc.constantFrom(...names.groups);
  const port = fc.constantFrom(...names.groupPorts);
  const side = fc.constantFrom("inputs" as const, "outputs" as const);
  const title = fc.string({ maxLength: 5 });
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant("group" as const),
        id: group,
        title,
        members: fc.uniqueArray(thing, { minLength: 1, maxLength: 3 }),
        notes: fc.uniqueArray(id, { maxLength: 1 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("ungroup" as const), group }) },
    fc.record({
      kind: fc.constant("setGroup" as const),
      group,
      title,
      state: fc.constantFrom("muted" as const, undefined),
      fields: fc.subarray(["title" as const, "state" as const]),
    }),
    fc.record({
      kind: fc.constant("setGroupInput" as const),
      group,
      port,
      record: fc.record({ to: fc.array(end, { maxLength: 2 }) }),
    }),
    fc.record({
      kind: fc.constant("setGroupOutput" as const),
      group,
      port,
      record: fc.record({ from: end }),
    }),
    fc.record({ kind: fc.constant("renameGroupPort" as const), group, side, port, name: port }),
    fc.record({ kind: fc.constant("removeGroupPort" as const), group, side, port }),
  );
}

/** Applies, or gives back the same document when the command is refused, as an editor does. */
export function tried(document: GraphDocument, command: Command) {
  try {
    return apply(document, command);
  } catch (thrown) {
    if (!(thrown instanceof DiagnosticError)) throw thrown;
    return { document, diff: emptyDiff };
  }
}

/** The same for an author who gives new nodes free names. */
export function triedFresh(document: GraphDocument, command: Command) {
  if (command.kind !== "addNode") return tried(document, command);
  const has = (name: string) => Object.hasOwn({ ...document.nodes, ...document.groups }, name);
  return tried(document, { ...command, id: freeId(command.id, { has }) });
}

/** Whole at every depth, and a file holds it as it is. */
export function expectWholeFile(document: GraphDocument): void {
  expectWhole(document);
  expect(parseDocument(writeDocument(document)).diagnostics).toEqual([]);
}

/** Wires end somewhere, inputs are fed once, nothing goes in circles, each thing has a place and no other has: at every depth. */
export function expectWhole(document: Graph): void {
  expect(faultsOf(document)).toEqual([]);
}

/** What is not as it must be, in words for whoever reads the failing test. */
function faultsOf(document: Graph): string[] {
  const faults: string[] = [];
  const fed = new Set<string>();
  const check = ([node, port]: PortRef, side: "inputs" | "outputs") => {
    const group = lookup(document.groups, node);
    if (group ? !Object.hasOwn(group[side], port) : !lookup(document.nodes, node))
      faults.push(`no ${side} ${node}.${port}`);
  };
  const feed = (to: PortRef) => {
    check(to, "inputs");
    if (fed.has(JSON.stringify(to))) faults.push(`${to} is fed twice`);
    fed.add(JSON.stringify(to));
  };
  for (const { from, to } of Object.values(document.wires)) {
    check(from, "outputs");
    feed(to);
  }
  if ("inputs" in document) {
    const { inputs, outputs } = document as GroupRecord;
    for (const { to } of Object.values(inputs)) to.forEach(feed);
    for (const { from } of Object.values(outputs)) if (from) check(from, "outputs");
  }
  const ids = [...Object.keys(document.nodes), ...Object.keys(document.groups)];
  const { positions } = document.view;
  if (new Set(ids).size !== ids.length) faults.push(`an id is given twice: ${ids}`);
  if (topologicalOrder(document).length !== ids.length) faults.push(`a circle among ${ids}`);
  for (const id of ids) if (!Object.hasOwn(positions, id)) faults.push(`no place for ${id}`);
  for (const id of Object.keys(positions)) if (!ids.includes(id)) faults.push(`a place for no ${id}`);
  for (const [id, group] of Object.entries(document.groups))
    faults.push(...faultsOf(group).map((fault) => `${id}: ${fault}`));
  return faults;
}
