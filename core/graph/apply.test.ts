import { describe, expect, test } from "vitest";
import { type Diagnostic, DiagnosticError } from "../base/diagnostic.ts";
import { wordDiagnostic } from "../words/word.ts";
import { apply } from "./apply.ts";
import { parseCommand } from "./command-schema.ts";
import type { Command } from "./commands.ts";
import { conflictsOf, isEmptyDiff } from "./diff.ts";
import { sampleDocument } from "./sample.ts";

const plain = { type: "learner.stump", version: 1, params: {} };

function refusal(work: () => unknown): Diagnostic {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof DiagnosticError) return thrown.diagnostic;
    throw thrown;
  }
  throw new Error("nothing was refused");
}

describe("what a command leaves alone stays the same object", () => {
  const before = sampleDocument();

  test("a parameter changes one node", () => {
    const { document, diff } = apply(before, { kind: "setParam", node: "ada", name: "rounds", value: 200 });
    expect(document.nodes.ada.params).toEqual({ rounds: 200, seed: 8 });
    expect(document.nodes.stump).toBe(before.nodes.stump);
    expect(document.wires).toBe(before.wires);
    expect(document.view).toBe(before.view);
    expect(Object.keys(diff.changed)).toEqual(["nodes/ada"]);
    expect(before.nodes.ada.params.rounds).toBe(50);
  });

  test("a move changes positions and nothing else", () => {
    const { document } = apply(before, { kind: "move", positions: { ada: [1, 2] } });
    expect(document.nodes).toBe(before.nodes);
    expect(document.view.notes).toBe(before.view.notes);
    expect(document.view.positions).not.toBe(before.view.positions);
    expect(document.view.positions.fit).toBe(before.view.positions.fit);
  });

  test("nothing at all gives the same document back", () => {
    const { document, diff } = apply(before, { kind: "setParam", node: "ada", name: "rounds", value: 50 });
    expect(document).toBe(before);
    expect(isEmptyDiff(diff)).toBe(true);
  });
});

describe("nodes and wires", () => {
  test("a node goes with its wires and its place, and what it joined can be joined again", () => {
    const rejoin = [{ id: "w9", from: ["split", "train"] as const, to: ["predict", "model"] as const }];
    const { document, diff } = apply(sampleDocument(), { kind: "removeNodes", ids: ["fit"], rejoin });
    expect(Object.keys(document.wires).sort()).toEqual(["w1", "w2", "w6", "w7", "w9"]);
    expect(document.view.positions).not.toHaveProperty("fit");
    expect(Object.keys(diff.removed).sort()).toEqual([
      "nodes/fit",
      "view/positions/fit",
      "wires/w3",
      "wires/w4",
      "wires/w5",
    ]);
    expect(Object.keys(diff.added)).toEqual(["wires/w9"]);
  });

  test("a second wire into a port replaces the first, under a new id or its own", () => {
    const from = ["data", "table"] as const;
    const to = ["fit", "table"] as const;
    const other = apply(sampleDocument(), { kind: "addWire", id: "w8", from, to });
    expect(other.document.wires).not.toHaveProperty("w4");
    expect(other.document.wires.w8).toEqual({ from, to });
    const same = apply(sampleDocument(), { kind: "addWire", id: "w4", from, to });
    expect(Object.keys(same.diff.changed)).toEqual(["wires/w4"]);
  });

  test("replacing a wire may turn round what would else be a cycle", () => {
    const turned: Command = { kind: "addWire", id: "w8", from: ["stump", "learner"], to: ["fit", "learner"] };
    const { document } = apply(sampleDocument(), turned);
    expect(() =>
      apply(document, { kind: "addWire", id: "w9", from: ["fit", "x"], to: ["ada", "x"] }),
    ).not.toThrow();
  });

  test("title, note and state come and go; unknown fields of a node stay", () => {
    const before = sampleDocument();
    const odd = { ...before, nodes: { ...before.nodes, ada: { ...before.nodes.ada, plugin: 1 } } };
    const set = apply(odd, {
      kind: "setNode",
      node: "ada",
      title: "A",
      state: "muted",
      fields: ["title", "state"],
    });
    expect(set.document.nodes.ada).toEqual({ ...odd.nodes.ada, title: "A", state: "muted" });
    const unset = apply(set.document, { kind: "setNode", node: "ada", fields: ["title", "state"] });
    expect(unset.document.nodes.ada).toEqual(odd.nodes.ada);
  });

  test("a batch is all or nothing, and one diff", () => {
    const before = sampleDocument();
    const add: Command = { kind: "addNode", id: "b", node: plain, at: [0, 0] };
    const { diff } = apply(before, { kind: "batch", commands: [add, { kind: "removeNodes", ids: ["b"] }] });
    expect(isEmptyDiff(diff)).toBe(true);
    const broken: Command = { kind: "batch", commands: [add, { kind: "removeNodes", ids: ["none"] }] };
    expect(refusal(() => apply(before, broken)).code).toBe("command.unknown-node");
    expect(before).toEqual(sampleDocument());
  });
});

describe("refused, with code and values", () => {
  test.each([
    [
      { kind: "addNode", id: "ada", node: plain, at: [0, 0] },
      "command.duplicate-id",
      { id: "ada", what: "node" },
    ],
    [{ kind: "addNode", id: "1 2", node: plain, at: [0, 0] }, "command.bad-id", { id: "1 2", what: "node" }],
    [
      { kind: "addNode", id: "constructor", node: plain, at: [0, 0] },
      "command.bad-id",
      { id: "constructor" },
    ],
    [{ kind: "addNode", id: "n", node: plain, at: [0, Number.NaN] }, "command.bad-position", { id: "n" }],
    [{ kind: "removeNodes", ids: ["toString"] }, "command.unknown-node", { id: "toString" }],
    [{ kind: "setParam", node: "none", name: "x", value: 1 }, "command.unknown-node", { id: "none" }],
    [
      { kind: "setParam", node: "ada", name: "__proto__", value: 1 },
      "command.bad-name",
      { name: "__proto__" },
    ],
    [
      { kind: "setParam", node: "ada", name: "x", value: Number.POSITIVE_INFINITY },
      "command.bad-number",
      { name: "x" },
    ],
    [
      { kind: "addWire", id: "w1", from: ["data", "t"], to: ["ada", "t"] },
      "command.duplicate-id",
      { what: "wire" },
    ],
    [
      { kind: "addWire", id: "w", from: ["data", "t"], to: ["gone", "t"] },
      "command.unknown-node",
      { id: "gone" },
    ],
    [
      { kind: "addWire", id: "w", from: ["ada", "x"], to: ["ada", "y"] },
      "command.self-wire",
      { node: "ada" },
    ],
    [
      { kind: "addWire", id: "w", from: ["scores", "x"], to: ["ada", "y"] },
      "command.cycle",
      { path: ["scores", "ada", "fit", "predict", "scores"] },
    ],
    [{ kind: "removeWires", ids: ["w99"] }, "command.unknown-wire", { id: "w99" }],
    [{ kind: "move", positions: { none: [0, 0] } }, "command.unknown-node", { id: "none" }],
    [{ kind: "removeNote", id: "n9" }, "command.unknown-note", { id: "n9" }],
    [{ kind: "removeFrame", id: "f9" }, "command.unknown-frame", { id: "f9" }],
    [{ kind: "setDocument", seed: 1.5 }, "command.bad-seed", { seed: 1.5 }],
  ] as [Command, string, Record<string, unknown>][])("%j", (command, code, values) => {
    const found = refusal(() => apply(sampleDocument(), command));
    expect(found).toMatchObject({ code, values });
    expect(wordDiagnostic(found, "en").what).not.toMatch(/\{\w+[,}]/);
  });
});

test("commands from outside are parsed, at any depth of nonsense", () => {
  const good = {
    kind: "batch",
    commands: [{ kind: "setParam", node: "ada", name: "rounds", value: [1, null] }],
  };
  expect(parseCommand(good)).toEqual(good);
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level++) deep = [deep];
  for (const bad of [
    null,
    { kind: "dance" },
    { kind: "move", positions: { a: [0, Number.POSITIVE_INFINITY] } },
    { kind: "setParam", node: "a", name: "b" },
    { kind: "setParam", node: "a", name: "b", value: deep },
    { kind: "batch", commands: [{ kind: "addWire", id: "w", from: ["a"], to: ["b", "c"] }] },
  ]) {
    expect(refusal(() => parseCommand(bad)).code).toBe("command.malformed");
  }
});

test("a diff knows where the document is no longer what it was made on", () => {
  const before = sampleDocument();
  const { diff } = apply(before, { kind: "setParam", node: "ada", name: "rounds", value: 200 });
  const moved = apply(before, { kind: "move", positions: { ada: [9, 9] } }).document;
  const other = apply(before, { kind: "setParam", node: "ada", name: "rounds", value: 7 }).document;
  expect(conflictsOf(moved, diff)).toEqual([]);
  expect(conflictsOf(other, diff)).toEqual(["nodes/ada"]);
});
