/** Several documents on one desk: what is each one's own, what is the window's, and what closing ends and keeps. */
import { describe, expect, it } from "vitest";
import { fail } from "../../core/base/diagnostic.ts";
import { sampleDocument } from "../../core/graph/sample.ts";
import { writeDocument } from "../../core/graph/write.ts";
import type { RunEvent } from "../../core/service/engine-service.ts";
import { type Fake, fakeServices } from "../testing/fake-services.ts";
import { closedEditor } from "./closed-tab.ts";
import { createDesk, type Desk, frontOf } from "./desk.ts";
import { edit, isDirty, undoStep } from "./edit.ts";
import type { Editor } from "./editor.ts";
import { openFile } from "./files.ts";
import { routeRuns } from "./run-router.ts";
import { hearHost } from "./sync.ts";
import { keepTabs, keptTabs, samePlace } from "./tab-memory.ts";
import { closeTab, moveTab, newTab, reopenTab, stepTab } from "./tabs.ts";

function begin(): { fake: Fake; desk: Desk; tell(event: Partial<RunEvent> & { runId: string }): void } {
  const fake = fakeServices();
  const desk = createDesk({ services: fake.services, descriptors: [], language: "en", theme: "light" });
  fake.services.host.subscribe((event) => {
    for (const editor of desk.store.getState().editors) hearHost(editor, event);
  });
  for (const name of ["a", "b", "c"]) {
    fake.files.set(`${name}.espalier`, writeDocument({ ...sampleDocument(), title: name }));
  }
  const router = routeRuns(desk, () => undefined);
  desk.onChange = router.joined;
  return { fake, desk, tell: (event) => router.hear({ seq: 1, ...event } as RunEvent) };
}

const open = (desk: Desk, name: string) => openFile(frontOf(desk), `${name}.espalier`);
const titles = (desk: Desk) => desk.store.getState().editors.map(titleOf);
const titleOf = ({ store }: Editor) => store.getState().document.title;
const rename = (editor: Editor, title: string) =>
  edit(editor, { kind: "setDocument", title }, { label: "step.title" });

async function opened(...names: string[]) {
  const begun = begin();
  for (const name of names) await open(begun.desk, name);
  return begun;
}

describe("tabs", () => {
  it("take an untouched empty one, then open beside the one in front, and come forward where they are open", async () => {
    const { desk } = await opened("a", "b");
    expect(titles(desk)).toEqual(["a", "b"]);
    stepTab(frontOf(desk), -1);
    await open(desk, "c");
    expect(titles(desk)).toEqual(["a", "c", "b"]);
    await open(desk, "b");
    expect(titles(desk)).toEqual(["a", "c", "b"]);
    expect(titleOf(frontOf(desk))).toBe("b");
    newTab(frontOf(desk));
    expect(titles(desk)).toEqual(["a", "c", "b", "untitled"]);
    expect(frontOf(desk).store.getState().tabs).toEqual({ open: 4, closed: 0 });
  });

  it("that cannot be opened are none: why is said in front", async () => {
    const { desk, fake } = await opened("a");
    fake.files.set("bad.espalier", "no json");
    expect(await open(desk, "bad")).toBe(false);
    expect(titles(desk)).toEqual(["a"]);
    expect(frontOf(desk).store.getState().notices).toHaveLength(1);
  });

  it("have each their own document, history and selection, and share what is the window's", async () => {
    const { desk } = await opened("a", "b");
    const [a, b] = desk.store.getState().editors;
    rename(b, "changed");
    undoStep(a);
    expect(titleOf(b)).toBe("changed");
    expect(isDirty(a.store.getState())).toBe(false);
    b.store.setState({ language: "zh", dock: "runs", selection: { ...a.store.getState().selection } });
    expect(a.store.getState()).toMatchObject({ language: "zh", dock: "runs" });
    newTab(b);
    expect(frontOf(desk).store.getState().language).toBe("zh");
    undoStep(b);
    expect(titleOf(b)).toBe("b");
  });

  it("move along the row and around its ends", async () => {
    const { desk } = await opened("a", "b", "c");
    const [a] = desk.store.getState().editors;
    moveTab(a, 2);
    expect(titles(desk)).toEqual(["b", "c", "a"]);
    stepTab(frontOf(desk), 1);
    stepTab(frontOf(desk), 1);
    expect(titleOf(frontOf(desk))).toBe("b");
    stepTab(frontOf(desk), -1);
    expect(titleOf(frontOf(desk))).toBe("a");
  });

  it("close without a question where nothing is lost, and never leave an empty row", async () => {
    const { desk } = await opened("a", "b");
    closeTab(frontOf(desk));
    expect(titles(desk)).toEqual(["a"]);
    closeTab(frontOf(desk));
    expect(titles(desk)).toEqual(["untitled"]);
    closeTab(frontOf(desk));
    expect(titles(desk)).toEqual(["untitled"]);
    await reopenTab(frontOf(desk));
    await reopenTab(frontOf(desk));
    expect(titles(desk).sort()).toEqual(["a", "b", "untitled"]);
  });

  it("ask before unsaved changes go, in front; what was discarded comes back with its history", async () => {
    const { desk, fake } = await opened("a", "b");
    const [a] = desk.store.getState().editors;
    rename(a, "mine");
    closeTab(a);
    expect(frontOf(desk)).toBe(a);
    expect(titles(desk)).toEqual(["mine", "b"]);
    const { dialog } = a.store.getState();
    if (dialog?.kind !== "guard") throw new Error("nothing was asked");
    let discarded = false;
    fake.services.host.close = async ({ discard }) => {
      discarded = discard;
      return { closed: true };
    };
    dialog.proceed();
    expect(discarded).toBe(true);
    expect(titles(desk)).toEqual(["b"]);
    await reopenTab(frontOf(desk));
    expect(titleOf(frontOf(desk))).toBe("mine");
    expect(isDirty(frontOf(desk).store.getState())).toBe(true);
    undoStep(frontOf(desk));
    expect(titleOf(frontOf(desk))).toBe("a");
  });

  it("are given the runs of their own document, in front or not, and those that began before they were open", async () => {
    const { desk, tell } = await opened("a", "b");
    const [a, b] = desk.store.getState().editors;
    tell({ kind: "started", runId: "r1", of: a.sync.id, revision: 1, nodes: ["ada"] });
    tell({ kind: "node", runId: "r1", node: "ada", state: "running" });
    expect(a.store.getState().run.active?.runId).toBe("r1");
    expect(b.store.getState().run.active).toBeUndefined();
    expect(b.store.getState().run.log).toEqual([]);
    tell({ kind: "finished", runId: "r1", status: "failed", ms: 1, scores: {} });
    expect(a.store.getState().news).toBe("failed");
    stepTab(b, -1);
    expect(a.store.getState().news).toBeUndefined();

    // The host of the test counts documents: the next one is d3.
    tell({ kind: "started", runId: "r2", of: "d3", revision: 1, nodes: ["ada"] });
    tell({ kind: "node", runId: "r2", node: "ada", state: "running", done: 1, total: 2 });
    await open(desk, "c");
    expect(frontOf(desk).store.getState().run.nodes.ada).toMatchObject({ state: "running", done: 1 });
  });

  it("ask before a run is stopped by closing", async () => {
    const { desk, fake, tell } = await opened("a", "b");
    const front = frontOf(desk);
    tell({ kind: "started", runId: "r1", of: front.sync.id, revision: 1, nodes: ["ada"] });
    const cancelled: string[] = [];
    fake.services.engine.cancel = async ({ runId }) => {
      cancelled.push(runId);
      return { cancelled: true };
    };
    closeTab(front);
    const { dialog } = front.store.getState();
    if (dialog?.kind !== "guard") throw new Error("nothing was asked");
    expect(cancelled).toEqual([]);
    dialog.proceed();
    expect(cancelled).toEqual(["r1"]);
  });
});

describe("the memory of tabs", () => {
  it("keeps places, the one in front, and where each looked", async () => {
    const { desk } = await opened("a", "b");
    const [a] = desk.store.getState().editors;
    a.viewport.current = { x: 1, y: 2, zoom: 0.5 };
    stepTab(frontOf(desk), -1);
    let text = "";
    keepTabs(desk, false, { setItem: (_key, value) => (text = value) });
    const kept = keptTabs({ getItem: () => text });
    expect(kept.front).toBe(0);
    expect(kept.tabs.map(({ place }) => place.file)).toEqual(["a.espalier", "b.espalier"]);
    expect(kept.tabs[0].viewport).toEqual({ x: 1, y: 2, zoom: 0.5 });
  });

  it("keeps closed ones: a file by its name, and what was unsaved as it was, with what was saved below it", async () => {
    const { desk, fake } = await opened("a", "b");
    const [a] = desk.store.getState().editors;
    closeTab(frontOf(desk));
    rename(a, "mine");
    closeTab(a);
    const { dialog } = a.store.getState();
    if (dialog?.kind !== "guard") throw new Error("nothing was asked");
    dialog.proceed();
    let text = "";
    keepTabs(desk, true, { setItem: (_key, value) => (text = value) });

    // The page is loaded again. The host has let go of both.
    fake.services.host.attach = async ({ id }) => fail("document.not-open", { id });
    const again = createDesk({ services: fake.services, descriptors: [], language: "en", theme: "light" });
    const { closed } = keptTabs({ getItem: () => text });
    again.store.setState({ closed: closed.map((tab) => closedEditor(again, tab)) });
    expect(frontOf(again).store.getState().tabs.closed).toBe(2);
    await reopenTab(frontOf(again));
    expect(titleOf(frontOf(again))).toBe("mine");
    expect(isDirty(frontOf(again).store.getState())).toBe(true);
    await reopenTab(frontOf(again));
    expect(titleOf(frontOf(again))).toBe("b");
    expect(isDirty(frontOf(again).store.getState())).toBe(false);
    expect(frontOf(again).sync.id).toBeDefined();
    // The file has gone meanwhile: said, and no tab.
    closeTab(frontOf(again));
    fake.files.delete("b.espalier");
    keepTabs(again, true, { setItem: (_key, value) => (text = value) });
    again.store.setState({
      closed: keptTabs({ getItem: () => text }).closed.map((tab) => closedEditor(again, tab)),
    });
    const before = titles(again);
    await reopenTab(frontOf(again));
    expect(titles(again)).toEqual(before);
    expect(frontOf(again).store.getState().notices).toHaveLength(1);
  });

  it("keeps without their texts what does not fit", async () => {
    const { desk } = await opened("a");
    const [a] = desk.store.getState().editors;
    rename(a, "mine");
    closeTab(a);
    const { dialog } = a.store.getState();
    if (dialog?.kind === "guard") dialog.proceed();
    let text = "";
    const small = {
      setItem(_key: string, value: string) {
        if (value.length > 400) throw new Error("full");
        text = value;
      },
    };
    keepTabs(desk, true, small);
    expect(keptTabs({ getItem: () => text }).closed).toMatchObject([{ place: { file: "a.espalier" } }]);
  });

  it("passes over what is none", () => {
    for (const text of ["no json", "null", "[]", '{"tabs":7}', '{"tabs":[null,{"place":{"file":3}}]}'])
      for (const { place, scope } of keptTabs({ getItem: () => text }).tabs)
        expect({ place, scope }).toEqual({ place: {}, scope: [] });
  });

  it("tells documents apart by their id, their file, or the example they came from", () => {
    expect(samePlace({ file: "a", doc: "1" }, { file: "a" })).toBe(true);
    expect(samePlace({ file: "a", doc: "1" }, { file: "b", doc: "2" })).toBe(false);
    expect(samePlace({ example: "x", doc: "1" }, { example: "x", doc: "2" })).toBe(false);
    expect(samePlace({ example: "x" }, { example: "x" })).toBe(true);
  });
});
