import { describe, expect, it } from "vitest";
import { testEditor } from "../testing/fake-services.ts";
import { clearPlace } from "./clear-place.ts";
import { addNode } from "./graph-edits.ts";

describe("a clear place", () => {
  it("is the wanted one while it is free, else the nearest that covers no card", () => {
    const editor = testEditor();
    addNode(editor, "source", { x: 0, y: 0 });
    const { document } = editor.store.getState();
    expect(clearPlace(document, [400, 0])).toEqual([400, 0]);
    expect(clearPlace(document, [20, 20])).toEqual([20, 200]);
  });
});
