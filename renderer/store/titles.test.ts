import { describe, expect, it } from "vitest";
import { problem } from "../../core/base/diagnostic.ts";
import { testEditor } from "../testing/fake-services.ts";
import { edit } from "./edit.ts";
import { titleAt, wordInTitles, wordRepairInTitles } from "./titles.ts";

describe("titles", () => {
  const editor = testEditor();
  const node = { type: "clean", version: 1, params: {} };
  const commands = [
    { kind: "addNode", id: "a", node, at: [0, 0] },
    { kind: "addNode", id: "b", node: { ...node, title: "Mine" }, at: [0, 0] },
    { kind: "group", id: "box", title: "Box", members: ["b"] },
  ] as const;
  edit(editor, { kind: "batch", commands }, { label: "step.addNode", whole: true });
  const state = editor.store.getState();
  const clean = state.known.get("clean");

  it("stand for nodes and groups, wherever they are, and leave what is gone as it is", () => {
    expect(titleAt(state, "a")).toBe(clean?.title.en);
    expect(titleAt(state, "box/b")).toBe("Mine");
    expect(titleAt(state, "box")).toBe("Box");
    expect(titleAt(state, "gone")).toBe("gone");
  });

  it("stand in problems and repairs for the nodes and ports that these name", () => {
    const port = clean?.outputs[0];
    const said = problem(
      "input.muted",
      { port: clean?.inputs[0]?.name ?? "", from: `box/b.${port?.name}` },
      { node: "a" },
    );
    const { what } = wordInTitles(state, said);
    expect(what).toContain(`Mine · ${port?.title.en}`);
    expect(what).toContain(clean?.inputs[0]?.title.en);
    const label = wordRepairInTitles(state, { code: "unmute", values: { node: "box/b" }, commands: [] }, "a");
    expect(label).toBe("Unmute Mine");
  });
});
