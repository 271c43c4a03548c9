import { describe, expect, it } from "vitest";
import { testEditor } from "../testing/fake-services.ts";
import { align, aligned, distribute, distributed, type Item } from "./arrange.ts";
import { undoStep } from "./edit.ts";
import { addNode, addNote } from "./graph-edits.ts";
import { select } from "./select.ts";

const item = (x: number, y: number, width: number, height: number): Item => {
  return { kind: "nodes", id: `${x},${y}`, x, y, width, height };
};
const three = [item(0, 50, 100, 40), item(300, 0, 60, 80), item(120, 200, 20, 20)];
const xs = (items: readonly Item[]) => items.map(({ x }) => x);
const ys = (items: readonly Item[]) => items.map(({ y }) => y);

describe("lining up", () => {
  it("takes the outermost edge, or the middle of all", () => {
    expect(xs(aligned(three, "left"))).toEqual([0, 0, 0]);
    expect(xs(aligned(three, "right"))).toEqual([260, 300, 340]);
    expect(xs(aligned(three, "centre"))).toEqual([130, 150, 170]);
    expect(ys(aligned(three, "top"))).toEqual([0, 0, 0]);
    expect(ys(aligned(three, "bottom"))).toEqual([180, 140, 200]);
    expect(ys(aligned(three, "middle"))).toEqual([90, 70, 100]);
    expect(ys(aligned(three, "left"))).toEqual(ys(three));
  });

  it("distributes with equal gaps between edges, the outermost staying", () => {
    const across = distributed(three, "across");
    expect(xs(across)).toEqual([0, 190, 300]);
    const gaps = [190 - (0 + 100), 300 - (190 + 20)];
    expect(gaps).toEqual([90, 90]);
    expect(distributed(three.slice(0, 2), "down")).toEqual(three.slice(0, 2));
  });

  it("is one step of history for cards and notes together", () => {
    const editor = testEditor();
    for (const x of [10, 200, 700]) addNode(editor, "source", { x, y: x });
    const note = addNote(editor, { x: 500, y: 30 });
    const before = editor.store.getState().document.view;
    select(editor, { nodes: ["source", "source2", "source3"], notes: [note] });
    align(editor, "top");
    const { view } = editor.store.getState().document;
    expect(Object.values(view.positions).map(([, y]) => y)).toEqual([10, 10, 10]);
    expect(view.notes[note].at).toEqual([500, 10]);
    distribute(editor, "across");
    undoStep(editor);
    undoStep(editor);
    expect(editor.store.getState().document.view).toEqual(before);
  });
});
