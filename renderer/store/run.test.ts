import { describe, expect, it } from "vitest";
import type { CheckReport, RunEvent } from "../../core/service/engine-service.ts";
import { fakeServices, testEditor } from "../testing/fake-services.ts";
import type { Editor } from "./editor.ts";
import { addNode, connect } from "./graph-edits.ts";
import { nodeView, resultOf, stateName } from "./node-view.ts";
import { afterEvent, settleRuns } from "./run.ts";

const at = { x: 0, y: 0 };

function ready(): Editor {
  const editor = testEditor();
  addNode(editor, "source", at);
  addNode(editor, "clean", at);
  connect(editor, ["source", "table"], ["clean", "table"]);
  report(editor, { source: "s1", clean: "c1" });
  return editor;
}

function report(editor: Editor, keys: Record<string, string>, cached = false): void {
  const nodes: CheckReport["nodes"] = {};
  for (const [id, signature] of Object.entries(keys)) {
    nodes[id] = { freshness: cached ? "cached" : "new", signature, outputs: {} };
  }
  editor.store.setState({ check: { revision: 1, nodes, wires: {}, diagnostics: [] } });
}

let seq = 0;
function tell(editor: Editor, event: Partial<RunEvent> & { kind: RunEvent["kind"] }): void {
  seq += 1;
  const whole = { runId: "r1", seq, ...event } as RunEvent;
  editor.store.setState((state) => ({ run: afterEvent(state, whole, 1000 * seq) }));
}

const stateOf = (editor: Editor, id: string) => stateName(editor.store.getState(), id);

describe("what a run says of a node", () => {
  it("goes from queued over running to done, with its numbers", () => {
    const editor = ready();
    tell(editor, { kind: "started", revision: 1, nodes: ["source", "clean"] });
    tell(editor, { kind: "node", node: "clean", state: "queued" });
    expect(stateOf(editor, "clean")).toBe("queued");
    tell(editor, { kind: "node", node: "clean", state: "running", done: 3, total: 10 });
    expect(nodeView(editor.store.getState(), "clean")).toMatchObject({
      state: "running",
      done: 3,
      total: 10,
    });
    tell(editor, { kind: "node", node: "clean", state: "done", ms: 7, signature: "c1" });
    tell(editor, { kind: "finished", status: "done", ms: 9, scores: {} });
    expect(nodeView(editor.store.getState(), "clean")).toMatchObject({ state: "done", ms: 7 });
    expect(resultOf(editor.store.getState(), "clean")).toEqual({ signature: "c1", old: false });
  });

  it("holds only as long as the node is what ran: after an edit the check speaks, after undo the result is back", () => {
    const editor = ready();
    tell(editor, { kind: "started", revision: 1, nodes: ["clean"] });
    tell(editor, { kind: "node", node: "clean", state: "failed" });
    tell(editor, { kind: "finished", status: "failed", ms: 9, scores: {} });
    expect(stateOf(editor, "clean")).toBe("failed");
    report(editor, { source: "s1", clean: "c2" });
    expect(stateOf(editor, "clean")).toBe("new");
    report(editor, { source: "s1", clean: "c1" }, true);
    expect(stateOf(editor, "source")).toBe("cached");
  });

  it("shows the work of a fit on the learner's card while it lasts", () => {
    const editor = ready();
    tell(editor, { kind: "started", revision: 1, nodes: ["source"] });
    tell(editor, { kind: "node", node: "source", state: "done", signature: "s1" });
    tell(editor, { kind: "node", node: "source", state: "running", done: 5, total: 9, mirrorOf: "clean" });
    expect(nodeView(editor.store.getState(), "source")).toMatchObject({
      state: "running",
      done: 5,
      total: 9,
    });
    tell(editor, { kind: "node", node: "source", state: "done", mirrorOf: "clean" });
    expect(stateOf(editor, "source")).toBe("done");
  });

  it("names who blocks, and forgets a run that was cancelled", () => {
    const editor = ready();
    tell(editor, { kind: "started", revision: 1, nodes: ["clean"] });
    tell(editor, { kind: "node", node: "clean", state: "blocked", by: "source" });
    expect(nodeView(editor.store.getState(), "clean")).toMatchObject({ state: "blocked", by: "source" });
    tell(editor, { kind: "node", node: "source", state: "running" });
    tell(editor, { kind: "node", node: "source", state: "cancelled" });
    tell(editor, { kind: "finished", status: "cancelled", ms: 2, scores: {} });
    expect(stateOf(editor, "source")).toBe("new");
  });

  it("names the inputs that are missing", () => {
    const editor = testEditor();
    addNode(editor, "fit", at);
    const nodes: CheckReport["nodes"] = { fit: { freshness: "unready", outputs: {} } };
    editor.store.setState({ check: { revision: 1, nodes, wires: {}, diagnostics: [] } });
    expect(nodeView(editor.store.getState(), "fit")).toMatchObject({
      state: "unready",
      missing: "learner\ndata",
    });
  });
});

describe("a run that was under way when the line was lost", () => {
  it("is over where the engine tells nothing of it", async () => {
    const editor = ready();
    tell(editor, { kind: "started", revision: 1, nodes: ["source"] });
    tell(editor, { kind: "node", node: "source", state: "queued" });
    await settleRuns(editor);
    expect(editor.store.getState().run.active).toBeUndefined();
    expect(stateOf(editor, "source")).toBe("new");
    expect(editor.store.getState().notices).toHaveLength(1);
  });

  it("goes on where the engine tells of it, as it does to whoever subscribes", async () => {
    const fake = fakeServices();
    const { subscribe } = fake.services.engine;
    const going = { kind: "node", runId: "r1", seq: 9, node: "source", state: "running" } as const;
    fake.services.engine.subscribe = (listener) => {
      listener(going);
      return subscribe(listener);
    };
    const editor = testEditor(fake);
    tell(editor, { kind: "started", revision: 1, nodes: ["source"] });
    await settleRuns(editor);
    expect(editor.store.getState().run.active?.runId).toBe("r1");
  });
});
