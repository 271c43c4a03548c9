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
import { follow, hasUnsent, reattach, sendPending, takeUp } from "./sync.ts";

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

describe("a page that was loaded again before the host had answered", () => {
  it("goes on with what the host has not heard, and does nothing twice", async () => {
    const { fake, editor, id } = await opened();
    const { change } = fake.services.host;
    const waiting: Parameters<typeof change>[0][] = [];
    // Nothing is answered: the first change is heard all the same, the second is not even sent.
    fake.services.host.change = (request) => {
      waiting.push(request);
      return new Promise(() => undefined);
    };
    edit(editor, rounds(60), { label: "step.param" });
    void sendPending(editor);
    await expect.poll(() => waiting.length).toBe(1);
    const more: Command = { kind: "addNode", id: "more", node: sampleDocument().nodes.ada, at: [0, 900] };
    edit(editor, more, { label: "step.addNode" });
    const kept = JSON.parse(JSON.stringify(editor.sync.replica));
    expect(kept.pending).toHaveLength(2);
    expect(waiting).toHaveLength(1);
    await change(waiting[0]);

    fake.services.host.change = change;
    const again = testEditor(fake);
    const host = await fake.services.host.attach({ id, page: kept.page });
    again.store.setState({ document: host.document });
    follow(again, host.document, host);
    takeUp(again, kept, kept.pending[0].seq);
    await sendPending(again);
    expect(hasUnsent(again)).toBe(false);
    const { document } = await fake.services.host.attach({ id, page: "p" });
    expect(document.nodes.ada.params.rounds).toBe(60);
    expect(Object.keys(document.nodes).filter((name) => /more/.test(name))).toEqual(["more"]);
    expect(shown(again)).toEqual(document);
  });
});
