import { describe, expect, it } from "vitest";
import { actions } from "../actions/registry.ts";
import { edit } from "../store/edit.ts";
import { testEditor } from "../testing/fake-services.ts";
import { commandItems, findCommands } from "./command-items.ts";

const nothing = { files: [], examples: [] };

describe("the command palette", () => {
  it("finds nodes inside groups, by title, type and path", () => {
    const editor = testEditor();
    const node = (type: string, title?: string) => ({
      type,
      version: 1,
      params: {},
      ...(title === undefined ? {} : { title }),
    });
    const commands = [
      { kind: "addNode", id: "a", node: node("clean", "Scrub"), at: [0, 0] },
      { kind: "group", id: "outer", title: "Preparation", members: ["a"] },
    ] as const;
    edit(editor, { kind: "batch", commands }, { label: "step.addNode", whole: true });
    const items = commandItems(editor.store.getState(), actions, nothing);
    expect(findCommands(items, "scrub")[0]?.items[0]).toMatchObject({ kind: "node", id: "outer/a" });
    expect(findCommands(items, "preparation")[0]?.items.map(({ id }) => id)).toContain("outer");
  });

  it("puts the section with the best match first, and finds either language", () => {
    const items = commandItems(testEditor().store.getState(), actions, {
      files: [{ path: "undoing.espalier", kind: "graph", bytes: 1, modified: 0 }],
      examples: [],
    });
    expect(findCommands(items, "undoing").map(({ kind }) => kind)).toEqual(["file"]);
    expect(findCommands(items, "recipe")[0]).toMatchObject({ kind: "add", items: [{ id: "recipe" }] });
    expect(findCommands(items, "打开").flatMap((section) => section.items)[0]?.id).toBe("open");
  });

  it("leaves out what cannot be done now", () => {
    const items = commandItems(testEditor().store.getState(), actions, nothing);
    expect(items.some(({ id }) => id === "undo")).toBe(false);
    expect(findCommands(items, "no such thing")).toEqual([]);
  });
});
