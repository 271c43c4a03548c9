/** Random commands over few ids, so that those of several authors meet; and the promises that every document keeps. */
import fc from "fast-check";
import { expect } from "vitest";
import { DiagnosticError } from "../../core/base/diagnostic.ts";
import { freeId } from "../../core/base/ids.ts";
import { apply } from "../../core/graph/apply.ts";
import { topologicalOrder } from "../../core/graph/closure.ts";
import type { Command } from "../../core/graph/commands.ts";
import { emptyDiff } from "../../core/graph/diff.ts";
import type { GraphDocument } from "../../core/graph/document.ts";
import { parseDocument } from "../../core/graph/parse.ts";
import { writeDocument } from "../../core/graph/write.ts";

const id = fc.constantFrom("a", "b", "c", "d", "e");
const wireId = fc.constantFrom("w1", "w2", "w3", "w4");
const end = fc.tuple(id, fc.constantFrom("x", "y"));
const at = fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }));
const node = fc.record({
  type: fc.constantFrom("t.a", "t.b"),
  version: fc.constant(1),
  params: fc.dictionary(fc.constantFrom("p", "q", "r"), fc.integer({ min: 0, max: 9 })),
});
const note = fc.record({ text: fc.record({ en: fc.string({ maxLength: 4 }) }), at, size: at });

const single: fc.Arbitrary<Command> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("addNode" as const), id, node, at }) },
  {
    weight: 7,
    arbitrary: fc.record({ kind: fc.constant("addWire" as const), id: wireId, from: end, to: end }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("setParam" as const),
      node: id,
      name: fc.constantFrom("p", "q", "r"),
      value: fc.integer({ min: 0, max: 9 }),
    }),
  },
  fc.record({ kind: fc.constant("removeNodes" as const), ids: fc.array(id, { minLength: 1, maxLength: 2 }) }),
  fc.record({ kind: fc.constant("removeWires" as const), ids: fc.tuple(wireId) }),
  fc.record({ kind: fc.constant("replaceNode" as const), node: id, record: node }),
  fc.record({
    kind: fc.constant("move" as const),
    positions: fc.dictionary(id, at, { minKeys: 1, maxKeys: 2 }),
  }),
  fc.record({ kind: fc.constant("setNote" as const), id, note }),
  fc.record({ kind: fc.constant("removeNote" as const), id }),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("group" as const),
      id: fc.constantFrom("g", "h"),
      title: fc.constantFrom("one", "two"),
      members: fc.array(id, { minLength: 1, maxLength: 3 }),
    }),
  },
  fc.record({ kind: fc.constant("ungroup" as const), group: fc.constantFrom("g", "h") }),
  fc.record({ kind: fc.constant("setDocument" as const), title: fc.string({ maxLength: 4 }) }),
);

export const randomCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 8, arbitrary: single },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("within" as const),
      groups: fc.tuple(fc.constantFrom("g", "h")),
      command: single,
    }),
  },
  fc.record({
    kind: fc.constant("batch" as const),
    commands: fc.array(single, { minLength: 1, maxLength: 3 }),
  }),
);

/** Applies, or gives back the same document when the command is refused, as an editor does. New things get free names. */
export function attempt(document: GraphDocument, command: Command) {
  try {
    return apply(document, named(document, command));
  } catch (thrown) {
    if (!(thrown instanceof DiagnosticError)) throw thrown;
    return { document, diff: emptyDiff };
  }
}

function named(document: GraphDocument, command: Command): Command {
  if (command.kind !== "addNode") return command;
  return {
    ...command,
    id: freeId(command.id, { has: (name) => Object.hasOwn({ ...document.nodes, ...document.groups }, name) }),
  };
}

/** Wire ends exist, one wire an input, no circle, a place for each node and no other; and a file holds it as it is. */
export function expectWhole(document: GraphDocument): void {
  const ports = new Set<string>();
  const things = [...Object.keys(document.nodes), ...Object.keys(document.groups)].sort();
  for (const { from, to } of Object.values(document.wires)) {
    expect(things).toContain(from[0]);
    expect(things).toContain(to[0]);
    expect(ports).not.toContain(JSON.stringify(to));
    ports.add(JSON.stringify(to));
  }
  expect(topologicalOrder(document)).toHaveLength(things.length);
  expect(Object.keys(document.view.positions).sort()).toEqual(things);
  expect(parseDocument(writeDocument(document)).diagnostics).toEqual([]);
}
