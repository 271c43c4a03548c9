/** Commands of every kind over few ids, hostile ones among them, and the promises that every document keeps. */
import fc from "fast-check";
import { expect } from "vitest";
import { DiagnosticError } from "../../core/base/diagnostic.ts";
import type { Json } from "../../core/base/json.ts";
import { apply } from "../../core/graph/apply.ts";
import { topologicalOrder } from "../../core/graph/closure.ts";
import type { Command } from "../../core/graph/commands.ts";
import { emptyDiff } from "../../core/graph/diff.ts";
import type { Graph, GraphDocument, GroupRecord, NodeRecord, PortRef } from "../../core/graph/document.ts";
import { lookup } from "../../core/graph/entries.ts";

/** Few ids, so that commands meet; "toString" and a bad one, because objects have the first and files the second. */
const id = fc.constantFrom("a", "b", "c", "d", "e", "toString", "valueOf", "no id", "__proto__");
const wireId = fc.constantFrom("w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8");
const port = fc.constantFrom("x", "y", "learners.a");
const at = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }));
const portRef = fc.tuple(id, port);
const json: fc.Arbitrary<Json> = fc
  .jsonValue({ maxDepth: 2 })
  .filter((value) => !JSON.stringify(value).includes("__proto__"))
  .map((value) => value as Json);
const params = fc.dictionary(fc.constantFrom("rounds", "seed", "a/b", "~"), json, { maxKeys: 3 });
const node: fc.Arbitrary<NodeRecord> = fc.record({
  type: fc.constantFrom("t.a", "t.b"),
  version: fc.constant(1),
  params,
});
const text = fc.record({ en: fc.string({ maxLength: 8 }) });

const simple: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("addNode" as const), id, node, at }) },
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant("addWire" as const), id: wireId, from: portRef, to: portRef }),
  },
  fc.record({
    kind: fc.constant("removeNodes" as const),
    ids: fc.array(id, { maxLength: 2 }),
    rejoin: fc.array(fc.record({ id: wireId, from: portRef, to: portRef }), { maxLength: 1 }),
  }),
  fc.record({ kind: fc.constant("removeWires" as const), ids: fc.array(wireId, { maxLength: 2 }) }),
  fc.record({
    kind: fc.constant("setParam" as const),
    node: id,
    name: fc.constantFrom("rounds", "p/q"),
    value: json,
  }),
  fc.record({
    kind: fc.constant("setNode" as const),
    node: id,
    title: fc.option(fc.string({ maxLength: 5 }), { nil: undefined }),
    state: fc.constantFrom("muted" as const, undefined),
    fields: fc.subarray(["title" as const, "note" as const, "state" as const]),
  }),
  fc.record({ kind: fc.constant("replaceNode" as const), node: id, record: node }),
  fc.record({ kind: fc.constant("move" as const), positions: fc.dictionary(id, at, { maxKeys: 3 }) }),
  fc.record({ kind: fc.constant("setNote" as const), id, note: fc.record({ text, at, size: at }) }),
  fc.record({ kind: fc.constant("removeNote" as const), id }),
  fc.record({ kind: fc.constant("setFrame" as const), id, frame: fc.record({ title: text, at, size: at }) }),
  fc.record({ kind: fc.constant("removeFrame" as const), id }),
  fc.record({
    kind: fc.constant("setReroutes" as const),
    wire: wireId,
    points: fc.array(at, { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant("setViewport" as const),
    viewport: fc.record({ x: fc.integer(), y: fc.integer(), zoom: fc.constantFrom(0.5, 1, 2) }),
  }),
  fc.record({ kind: fc.constant("setDocument" as const), title: fc.string(), seed: fc.nat() }),
);

const groupPort = fc.constantFrom("x", "y", "x2", "learners.a", "0bad");
const side = fc.constantFrom("inputs" as const, "outputs" as const);
const title = fc.string({ maxLength: 5 });
const grouping: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("group" as const),
      id,
      title,
      members: fc.uniqueArray(id, { minLength: 1, maxLength: 3 }),
      notes: fc.uniqueArray(id, { maxLength: 1 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("ungroup" as const), group: id }) },
  fc.record({
    kind: fc.constant("setGroup" as const),
    group: id,
    title,
    state: fc.constantFrom("muted" as const, undefined),
    fields: fc.subarray(["title" as const, "state" as const]),
  }),
  fc.record({
    kind: fc.constant("setGroupInput" as const),
    group: id,
    port: groupPort,
    record: fc.record({ to: fc.array(portRef, { maxLength: 2 }) }),
  }),
  fc.record({
    kind: fc.constant("setGroupOutput" as const),
    group: id,
    port: groupPort,
    record: fc.record({ from: portRef }),
  }),
  fc.record({
    kind: fc.constant("renameGroupPort" as const),
    group: id,
    side,
    port: groupPort,
    name: groupPort,
  }),
  fc.record({ kind: fc.constant("removeGroupPort" as const), group: id, side, port: groupPort }),
);

const within: fc.Arbitrary<Command> = fc.record({
  kind: fc.constant("within" as const),
  groups: fc.array(id, { minLength: 1, maxLength: 2 }),
  command: fc.oneof({ weight: 3, arbitrary: simple }, { weight: 1, arbitrary: grouping }),
});

/** Any command, fitting or not. */
export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 9, arbitrary: simple },
  { weight: 4, arbitrary: grouping },
  { weight: 4, arbitrary: within },
  fc.record({ kind: fc.constant("batch" as const), commands: fc.array(simple, { maxLength: 4 }) }),
);

/** Wires end somewhere, inputs are fed once, nothing goes in circles, at every depth. */
export function expectWhole(document: Graph): void {
  const fed = new Set<string>();
  const feed = (to: PortRef) => {
    expectEnd(document, to, "inputs");
    expect(fed).not.toContain(JSON.stringify(to));
    fed.add(JSON.stringify(to));
  };
  for (const { from, to } of Object.values(document.wires)) {
    expectEnd(document, from, "outputs");
    feed(to);
  }
  const ids = [...Object.keys(document.nodes), ...Object.keys(document.groups)];
  expect(new Set(ids).size).toBe(ids.length);
  expect(topologicalOrder(document)).toHaveLength(ids.length);
  for (const positioned of Object.keys(document.view.positions)) expect(ids).toContain(positioned);
  if ("inputs" in document) {
    const { inputs, outputs } = document as GroupRecord;
    for (const { to } of Object.values(inputs)) to.forEach(feed);
    for (const { from } of Object.values(outputs)) if (from) expectEnd(document, from, "outputs");
  }
  for (const group of Object.values(document.groups)) expectWhole(group);
}

function expectEnd(graph: Graph, [node, port]: PortRef, side: "inputs" | "outputs"): void {
  const group = lookup(graph.groups, node);
  if (group) expect(Object.keys(group[side])).toContain(port);
  else expect(lookup(graph.nodes, node)).toBeDefined();
}

/** Applies, or gives back the same document when the command is refused, as an editor does. */
export function tried(document: GraphDocument, next: Command) {
  try {
    return apply(document, next);
  } catch (thrown) {
    if (!(thrown instanceof DiagnosticError)) throw thrown;
    return { document, diff: emptyDiff };
  }
}
