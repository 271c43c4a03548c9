import { describe, expect, it } from "vitest";
import { emptyDocument } from "../../core/graph/document.ts";
import { writeDocument } from "../../core/graph/write.ts";
import { fakeServices, testEditor } from "../testing/fake-services.ts";
import { isDirty, undoStep } from "./edit.ts";
import { openFile, save, saveAs } from "./files.ts";
import { addNode } from "./graph-edits.ts";

const at = { x: 0, y: 0 };

describe("files", () => {
  it("are clean after saving, dirty after an edit, clean again after undoing it", async () => {
    const fake = fakeServices();
    const editor = testEditor(fake);
    addNode(editor, "source", at);
    expect(await saveAs(editor, "a.espalier", false)).toBe("done");
    expect(isDirty(editor.store.getState())).toBe(false);
    addNode(editor, "clean", at);
    expect(isDirty(editor.store.getState())).toBe(true);
    undoStep(editor);
    expect(isDirty(editor.store.getState())).toBe(false);
    expect(fake.files.get("a.espalier")).toContain('"source"');
  });

  it("that cannot be read leave everything as it is and say why", async () => {
    const fake = fakeServices();
    const editor = testEditor(fake);
    addNode(editor, "source", at);
    const before = editor.store.getState().document;
    fake.files.set("bad.espalier", "no json");
    expect(await openFile(editor, "bad.espalier")).toBe(false);
    expect(editor.store.getState().document).toBe(before);
    expect(editor.store.getState().notices.length).toBeGreaterThan(0);
  });

  it("from a newer version can be looked at, never changed or written", async () => {
    const fake = fakeServices();
    const editor = testEditor(fake);
    const newer = JSON.stringify({ ...JSON.parse(writeDocument(emptyDocument("new"))), formatVersion: 99 });
    fake.files.set("new.espalier", newer);
    expect(await openFile(editor, "new.espalier")).toBe(true);
    expect(addNode(editor, "source", at)).toBeUndefined();
    await save(editor);
    expect(fake.files.get("new.espalier")).toBe(newer);
  });
});
