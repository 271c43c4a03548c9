import { describe, expect, it } from "vitest";
import { testEditor } from "../testing/fake-services.ts";
import { duplicateSelection } from "./clipboard.ts";
import { isDirty, redoStep, undoStep } from "./edit.ts";
import type { Editor } from "./editor.ts";
import { addNode, connect, toggleState } from "./graph-edits.ts";
import { removeSelection } from "./remove.ts";
import { select } from "./select.ts";

const at = { x: 0, y: 0 };
const documentOf = (editor: Editor) => editor.store.getState().document;

function chain(): Editor {
  const editor = testEditor();
  for (const type of ["source", "clean", "clean", "recipe", "fit"]) addNode(editor, type, at);
  connect(editor, ["source", "table"], ["clean", "table"]);
  connect(editor, ["clean", "table"], ["clean2", "table"]);
  connect(editor, ["clean2", "table"], ["fit", "data"]);
  connect(editor, ["recipe", "learner"], ["fit", "learner"]);
  return editor;
}

describe("edits that know what nodes are", () => {
  it("give each node an id and a place of its own, and select it", () => {
    const editor = chain();
    expect(Object.keys(documentOf(editor).nodes)).toEqual(["source", "clean", "clean2", "recipe", "fit"]);
    const places = Object.values(documentOf(editor).view.positions).map(String);
    expect(new Set(places).size).toBe(5);
    expect([...editor.store.getState().selection.nodes]).toEqual(["fit"]);
  });

  it("add a node and its wire in one step", () => {
    const editor = testEditor();
    addNode(editor, "source", at);
    addNode(editor, "clean", at, { end: { node: "source", port: "table", side: "out" }, port: "table" });
    expect(documentOf(editor).wires).toEqual({ w1: { from: ["source", "table"], to: ["clean", "table"] } });
    undoStep(editor);
    expect(Object.keys(documentOf(editor).nodes)).toEqual(["source"]);
    expect(documentOf(editor).wires).toEqual({});
  });

  it("rejoin through several removed nodes, in one step", () => {
    const editor = chain();
    select(editor, { nodes: ["clean", "clean2"] });
    removeSelection(editor, true);
    expect(Object.values(documentOf(editor).wires)).toContainEqual({
      from: ["source", "table"],
      to: ["fit", "data"],
    });
    expect(editor.store.getState().selection.nodes.size).toBe(0);
    undoStep(editor);
    expect(Object.keys(documentOf(editor).wires)).toHaveLength(4);
  });

  it("do not rejoin what does not fit, nor when asked not to", () => {
    const editor = chain();
    select(editor, { nodes: ["recipe"] });
    removeSelection(editor, true);
    expect(Object.keys(documentOf(editor).wires)).toHaveLength(3);
    select(editor, { nodes: ["clean"] });
    removeSelection(editor, false);
    expect(Object.keys(documentOf(editor).wires)).toHaveLength(1);
  });

  it("duplicate with the wires among and into the copies", () => {
    const editor = chain();
    select(editor, { nodes: ["clean", "clean2"] });
    duplicateSelection(editor);
    const wires = Object.values(documentOf(editor).wires);
    expect(wires).toContainEqual({ from: ["source", "table"], to: ["clean3", "table"] });
    expect(wires).toContainEqual({ from: ["clean3", "table"], to: ["clean4", "table"] });
  });

  it("mute all that are selected, and unmute when all are", () => {
    const editor = chain();
    select(editor, { nodes: ["clean", "clean2"] });
    toggleState(editor, "muted");
    expect(documentOf(editor).nodes.clean2?.state).toBe("muted");
    toggleState(editor, "muted");
    expect(documentOf(editor).nodes.clean2?.state).toBeUndefined();
  });

  it("undo to the start and redo to the end", () => {
    const editor = chain();
    const end = documentOf(editor);
    expect(isDirty(editor.store.getState())).toBe(true);
    for (let step = 0; step < 9; step++) undoStep(editor);
    expect(documentOf(editor).nodes).toEqual({});
    expect(isDirty(editor.store.getState())).toBe(false);
    for (let step = 0; step < 9; step++) redoStep(editor);
    expect(documentOf(editor)).toEqual(end);
  });

  it("say why a command is refused, and change nothing", () => {
    const editor = chain();
    const before = documentOf(editor);
    connect(editor, ["clean2", "table"], ["clean", "table"]);
    expect(documentOf(editor)).toBe(before);
    expect(editor.store.getState().notices).toHaveLength(1);
  });
});
