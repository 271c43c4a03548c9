import { describe, expect, it } from "vitest";
import { apply } from "../../core/graph/apply.ts";
import { noSelection } from "../store/editor-state.ts";
import { addNode, addNote, connect } from "../store/graph-edits.ts";
import { testEditor } from "../testing/fake-services.ts";
import { flowEdges } from "./flow-edges.ts";
import { flowNodes, itemOf, noteId } from "./flow-nodes.ts";
import { levelOfDetail } from "./level-of-detail.ts";

describe("the flow's nodes", () => {
  it("keep their identity but for the one that moved", () => {
    const editor = testEditor();
    for (let n = 0; n < 50; n++) addNode(editor, "source", { x: n * 40, y: 0 });
    const { document } = editor.store.getState();
    const before = flowNodes(document, noSelection, new Map(), []);
    const moved = apply(document, { kind: "move", positions: { source7: [1, 1] } }).document;
    const after = flowNodes(moved, noSelection, new Map(), before);
    expect(after.filter((node, index) => node !== before[index]).map(({ id }) => id)).toEqual(["source7"]);
  });

  it("are the same list after a change that moves nothing, and so are the wires", () => {
    const editor = testEditor();
    addNode(editor, "source", { x: 0, y: 0 });
    addNode(editor, "clean", { x: 300, y: 0 });
    connect(editor, ["source", "table"], ["clean", "table"]);
    const { document, descriptors } = editor.store.getState();
    const nodes = flowNodes(document, noSelection, descriptors, []);
    const edges = flowEdges(document, new Set(), descriptors, []);
    const named = apply(document, { kind: "setParam", node: "clean", name: "a", value: 1 }).document;
    expect(edges).toHaveLength(1);
    expect(flowNodes(named, noSelection, descriptors, nodes)).toBe(nodes);
    expect(flowEdges(named, new Set(), descriptors, edges)).toBe(edges);
  });

  it("have a size before they are drawn, so that the view can be fitted to those out of sight", () => {
    const editor = testEditor();
    addNode(editor, "source", { x: 0, y: 0 });
    addNote(editor, { x: 0, y: 300 });
    const { document, descriptors } = editor.store.getState();
    for (const { measured } of flowNodes(document, noSelection, descriptors, [])) {
      expect(measured?.width).toBeGreaterThan(100);
      expect(measured?.height).toBeGreaterThan(40);
    }
  });

  it("keep measured sizes", () => {
    const editor = testEditor();
    addNode(editor, "source", { x: 0, y: 0 });
    const { document } = editor.store.getState();
    const measured = flowNodes(document, noSelection, new Map(), []).map((node) => ({
      ...node,
      measured: { width: 1, height: 2 },
    }));
    const selected = flowNodes(document, { ...noSelection, nodes: new Set(["source"]) }, new Map(), measured);
    expect(selected[0]).toMatchObject({ selected: true, measured: { width: 1, height: 2 } });
  });

  it("tell notes and frames from nodes", () => {
    expect(itemOf(noteId("a"))).toEqual({ kind: "notes", id: "a" });
    expect(itemOf("a")).toEqual({ kind: "nodes", id: "a" });
  });

  it("show less below half and below a fifth", () => {
    expect([1, 0.5, 0.49, 0.2, 0.19].map(levelOfDetail)).toEqual(["full", "full", "title", "title", "block"]);
  });
});
