/** The page's side of a document that others change too: their edits come in, own ones stay on top, undo is one's own. */
import { describe, expect, it } from "vitest";
import { DiagnosticError, problem } from "../../core/base/diagnostic.ts";
import { apply } from "../../core/graph/apply.ts";
import type { Command } from "../../core/graph/commands.ts";
import { sampleDocument } from "../../core/graph/sample.ts";
import { writeDocument } from "../../core/graph/write.ts";
import { type Fake, fakeServices, testEditor } from "../testing/fake-services.ts";
import { edit, isDirty, undoStep } from "./edit.ts";
import type { Editor } from "./editor.ts";
import { openFile, save } from "./files.ts";
import { hasUnsent, reattach, sendPending } from "./sync.ts";

const rounds = (value: number): Command => ({ kind: "setParam", node: "ada", name: "rounds", value });
const title = (value: string): Command => ({ kind: "setDocument", title: value });

async function opened(): Promise<{ fake: Fake; editor: Editor; id: string }> {
  const fake = fakeServices();
  const editor = testEditor(fake);
  fake.files.set("a.espalier", writeDocument(sampleDocument()));
  await openFile(editor, "a.espalier");
  return { fake, editor, id: editor.sync.id ?? "" };
}

const shown = (editor: Editor) => editor.store.getState().document;
const others = (fake: Fake, id: string, editor: Editor, command: Command) =>
  fake.host.other(id, apply(editor.sync.replica.base, command).document);

describe("a document that others change too", () => {
  it("shows their edits without asking the host again", async () => {
    const { fake, editor, id } = await opened();
    let asked = 0;
    const { attach } = fake.services.host;
    fake.services.host.attach = (request) => {
      asked++;
      return attach(request);
    };
    others(fake, id, editor, title("theirs"));
    expect(shown(editor).title).toBe("theirs");
    fake.host.emit({
      kind: "file",
      id,
      news: "reloaded",
      revision: 1,
      unsaved: { added: {}, removed: {}, changed: {} },
      file: { path: "a.espalier", readOnly: false, repairs: [] },
    });
    expect(isDirty(editor.store.getState())).toBe(false);
    expect(editor.store.getState().notices).toHaveLength(1);
    expect(asked).toBe(0);
  });

  it("keeps own edits that were overtaken, and undoes only those", async () => {
    const { fake, editor, id } = await opened();
    edit(editor, rounds(60), { label: "step.param" });
    others(fake, id, editor, title("theirs"));
    await sendPending(editor);
    expect(hasUnsent(editor)).toBe(false);
    expect(shown(editor)).toMatchObject({ title: "theirs", nodes: { ada: { params: { rounds: 60 } } } });
    undoStep(editor);
    await sendPending(editor);
    expect(shown(editor)).toMatchObject({ title: "theirs", nodes: { ada: { params: { rounds: 50 } } } });
  });

  it("waits without a line, and sends what is left when it is back", async () => {
    const { fake, editor, id } = await opened();
    const { change } = fake.services.host;
    fake.services.host.change = () => Promise.reject(new DiagnosticError(problem("service.connection-lost")));
    edit(editor, rounds(60), { label: "step.param" });
    await sendPending(editor);
    expect(hasUnsent(editor)).toBe(true);
    others(fake, id, editor, title("theirs"));
    fake.services.host.change = change;
    expect(await reattach(editor)).toBe(true);
    await sendPending(editor);
    expect(hasUnsent(editor)).toBe(false);
    await save(editor);
    expect(fake.files.get("a.espalier")).toContain('"rounds": 60');
    expect(fake.files.get("a.espalier")).toContain("theirs");
    expect(isDirty(editor.store.getState())).toBe(false);
  });

  it("that the host has forgotten is opened again, with what was unsaved on top", async () => {
    const { fake, editor } = await opened();
    edit(editor, rounds(60), { label: "step.param" });
    await sendPending(editor);
    editor.sync.id = "of another life";
    expect(await reattach(editor)).toBe(true);
    await sendPending(editor);
    expect(editor.sync.id).toBe("d2");
    expect(shown(editor).nodes.ada.params.rounds).toBe(60);
    expect(isDirty(editor.store.getState())).toBe(true);
    await save(editor);
    expect(fake.files.get("a.espalier")).toContain('"rounds": 60');
  });
});
