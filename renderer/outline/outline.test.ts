import { describe, expect, it } from "vitest";
import type { Command } from "../../core/graph/commands.ts";
import { edit } from "../store/edit.ts";
import { testEditor } from "../testing/fake-services.ts";
import { outlineMove } from "./outline-keys.ts";
import { outlineRows } from "./outline-rows.ts";
import { wireChoices } from "./wire-choices.ts";

const node = (id: string, type: string): Command => ({
  kind: "addNode",
  id,
  node: { type, version: 1, params: {} },
  at: [0, 0],
});
const wire = (id: string, from: readonly [string, string], to: readonly [string, string]): Command => ({
  kind: "addWire",
  id,
  from,
  to,
});

/** z (a source) → inner (in a group) → a. */
function grouped() {
  const editor = testEditor();
  const commands: Command[] = [
    node("z", "source"),
    node("inner", "clean"),
    node("a", "clean"),
    wire("w1", ["z", "table"], ["inner", "table"]),
    wire("w2", ["inner", "table"], ["a", "table"]),
    { kind: "group", id: "box", title: "Box", members: ["inner"] },
  ];
  expect(edit(editor, { kind: "batch", commands }, { label: "step.addNode", whole: true })).toBe(true);
  return editor;
}

describe("the outline", () => {
  it("lists nodes after what feeds them, groups as branches, and says what feeds each", () => {
    const { document } = grouped().store.getState();
    const rows = outlineRows(document, new Set());
    expect(rows.map(({ path, level }) => [path, level])).toEqual([
      ["z", 1],
      ["box", 1],
      ["box/inner", 2],
      ["a", 1],
    ]);
    expect(rows.map(({ feeders }) => feeders)).toEqual([[], ["z"], [expect.stringMatching(/^:/)], ["box"]]);
    expect(rows.map(({ position, siblings }) => [position, siblings])).toEqual([
      [1, 3],
      [2, 3],
      [1, 1],
      [3, 3],
    ]);
    expect(outlineRows(document, new Set(["box"])).map(({ path }) => path)).toEqual(["z", "box", "a"]);
  });

  it("moves as a tree does", () => {
    const { document } = grouped().store.getState();
    const open = outlineRows(document, new Set());
    const shut = outlineRows(document, new Set(["box"]));
    expect(outlineMove(open, 1, "ArrowRight")).toEqual({ to: 2 });
    expect(outlineMove(shut, 1, "ArrowRight")).toEqual({ to: 1, toggle: "box" });
    expect(outlineMove(open, 2, "ArrowLeft")).toEqual({ to: 1 });
    expect(outlineMove(open, 1, "ArrowLeft")).toEqual({ to: 1, toggle: "box" });
    expect(outlineMove(open, 3, "ArrowDown")).toEqual({ to: 3 });
    expect(outlineMove(open, 3, "Home")).toEqual({ to: 0 });
    expect(outlineMove(open, 0, "x")).toBeUndefined();
  });
});

describe("wires of a node in a list", () => {
  it("are those it has, then those it could have, and never one that closes a circle", () => {
    const editor = testEditor();
    const commands = [
      node("s", "source"),
      node("one", "clean"),
      node("two", "clean"),
      wire("w1", ["s", "table"], ["one", "table"]),
      wire("w2", ["one", "table"], ["two", "table"]),
    ];
    edit(editor, { kind: "batch", commands }, { label: "step.addNode" });
    const text = ({ wire: id, from, to, replaces }: ReturnType<typeof wireChoices>[number]) =>
      `${id ?? (replaces ? "replaces" : "new")} ${from[0]}→${to[0]}`;
    expect(wireChoices(editor.store.getState(), "one").map(text)).toEqual(["w1 s→one", "w2 one→two"]);
    expect(wireChoices(editor.store.getState(), "s").map(text)).toEqual(["w1 s→one", "replaces s→two"]);
    edit(editor, node("free", "clean"), { label: "step.addNode" });
    expect(wireChoices(editor.store.getState(), "two").map(text)).toEqual([
      "w2 one→two",
      "new two→free",
      "replaces s→two",
      "replaces free→two",
    ]);
  });
});
