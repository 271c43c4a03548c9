import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DiagnosticError, problem } from "../../core/base/diagnostic.ts";
import { fakeServices, testEditor } from "../testing/fake-services.ts";
import { watchChecks } from "./check.ts";
import { edit } from "./edit.ts";
import { addNode } from "./graph-edits.ts";
import { resultOf, stateName } from "./node-view.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("the check report", () => {
  it("is asked for once after a burst of edits, and not after a move", async () => {
    const fake = fakeServices();
    const editor = testEditor(fake);
    const checker = watchChecks(editor);
    addNode(editor, "source", { x: 0, y: 0 });
    addNode(editor, "clean", { x: 0, y: 0 });
    await vi.advanceTimersByTimeAsync(100);
    expect(fake.checked).toHaveLength(1);
    edit(editor, { kind: "move", positions: { source: [50, 50] } }, { label: "step.move" });
    await vi.advanceTimersByTimeAsync(100);
    expect(fake.checked).toHaveLength(1);
    checker.dispose();
  });

  it("drops an answer to an older revision", async () => {
    const fake = fakeServices();
    const editor = testEditor(fake);
    const checker = watchChecks(editor);
    let answerFirst: (() => void) | undefined;
    const ask = fake.check;
    fake.check = (revision) =>
      new Promise((resolve) => (answerFirst = () => void ask(revision).then(resolve)));
    addNode(editor, "source", { x: 0, y: 0 });
    await vi.advanceTimersByTimeAsync(100);
    fake.check = ask;
    addNode(editor, "clean", { x: 0, y: 0 });
    await vi.advanceTimersByTimeAsync(100);
    const newest = editor.store.getState().check;
    answerFirst?.();
    await vi.advanceTimersByTimeAsync(100);
    expect(editor.store.getState().check).toBe(newest);
    expect(newest?.revision).toBe(editor.store.getState().revision);
    checker.dispose();
  });

  it("is asked for until the engine is back; meanwhile no result passes for that of the changed graph", async () => {
    const fake = fakeServices();
    const editor = testEditor(fake);
    const checker = watchChecks(editor);
    const ask = fake.check;
    addNode(editor, "source", { x: 0, y: 0 });
    const cached = { freshness: "cached", signature: "s1", outputs: {} } as const;
    fake.check = async (revision) => ({ ...(await ask(revision)), nodes: { source: cached } });
    await vi.advanceTimersByTimeAsync(100);
    expect(stateName(editor.store.getState(), "source")).toBe("cached");
    fake.check = () => Promise.reject(new DiagnosticError(problem("service.connection-lost")));
    addNode(editor, "clean", { x: 0, y: 0 });
    await vi.advanceTimersByTimeAsync(100);
    expect(stateName(editor.store.getState(), "source")).toBe("stale");
    expect(resultOf(editor.store.getState(), "source")).toEqual({ signature: "s1", old: true });
    expect(editor.store.getState().notices).toEqual([]);
    fake.check = async (revision) => ({ ...(await ask(revision)), nodes: { source: cached } });
    await vi.advanceTimersByTimeAsync(1000);
    expect(stateName(editor.store.getState(), "source")).toBe("cached");
    checker.dispose();
  });
});
