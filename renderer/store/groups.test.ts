import { expect, it } from "vitest";
import { testEditor } from "../testing/fake-services.ts";
import { edit } from "./edit.ts";
import { groupSelection } from "./groups.ts";
import { select } from "./select.ts";
import { titleAt } from "./titles.ts";

it("gives each new group a title of its own, on every level", () => {
  const editor = testEditor();
  const node = { type: "clean", version: 1, params: {} };
  const commands = ["a", "b", "c"].map((id) => ({ kind: "addNode", id, node, at: [0, 0] }) as const);
  edit(editor, { kind: "batch", commands }, { label: "step.addNode", whole: true });
  const group = (...ids: string[]) => {
    select(editor, { nodes: ids });
    groupSelection(editor);
    const [made] = [...editor.store.getState().selection.nodes];
    return made;
  };
  const inner = group("a");
  const outer = group(inner, "b");
  const third = group("c");
  const state = editor.store.getState();
  expect([titleAt(state, `${outer}/${inner}`), titleAt(state, outer), titleAt(state, third)]).toEqual([
    "Group",
    "Group 2",
    "Group 3",
  ]);
});
