import { describe, expect, it } from "vitest";
import { addNode, connect } from "../store/graph-edits.ts";
import { testEditor } from "../testing/fake-services.ts";
import { wireMiddle, wirePath, wireThrough } from "./wire-geometry.ts";

describe("a wire's way", () => {
  it("leaves and arrives level, and is straight where the ports are level", () => {
    expect(
      wirePath([
        { x: 0, y: 0 },
        { x: 100, y: 40 },
      ]),
    ).toBe("M0,0 C50,0 50,40 100,40");
    expect(
      wireMiddle([
        { x: 0, y: 0 },
        { x: 100, y: 40 },
      ]),
    ).toEqual({ x: 50, y: 20 });
  });

  it("is found where it passes under a box, the nearest to its middle first", () => {
    const editor = testEditor();
    addNode(editor, "source", { x: 0, y: 0 });
    for (const y of [0, 100]) addNode(editor, "clean", { x: 800, y });
    connect(editor, ["source", "table"], ["clean", "table"]);
    connect(editor, ["source", "table"], ["clean2", "table"]);
    const { graph, descriptors } = editor.store.getState();
    const under = (x: number, y: number, wanted = (_wire: string) => true) =>
      wireThrough(graph, descriptors, { x, y, width: 100, height: 60 }, wanted);
    expect(under(600, 20)).toBe("w1");
    expect(under(600, 120)).toBe("w2");
    expect(under(600, 20, (wire) => wire === "w2")).toBeUndefined();
    expect(under(400, 400)).toBeUndefined();
  });
});
