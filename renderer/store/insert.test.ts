/** Putting nodes on wires, in others' places, and joining groups: each one step of history that undo takes back whole. */
import { beforeEach, describe, expect, it } from "vitest";
import { testEditor } from "../testing/fake-services.ts";
import { redoStep, undoStep } from "./edit.ts";
import type { Editor } from "./editor.ts";
import { addNode, connect, connectToCard } from "./graph-edits.ts";
import { newPort } from "./group-descriptor.ts";
import { groupSelection } from "./groups.ts";
import { forgetHabits, rememberJoin } from "./habits.ts";
import { insertionOf, insertionOfNode, insertNew, insertNode } from "./insert.ts";
import { rankedFor } from "./offers.ts";
import { removeSelection } from "./remove.ts";
import { replacementsOf, replaceNode } from "./replace.ts";
import { select } from "./select.ts";

const at = { x: 400, y: 0 };
const stateOf = (editor: Editor) => editor.store.getState();
const wiresOf = (editor: Editor) =>
  Object.values(stateOf(editor).graph.wires).map(({ from, to }) => `${from.join(".")}>${to.join(".")}`);
const known = (editor: Editor, type: string) => {
  const found = stateOf(editor).known.get(type);
  if (!found) throw new Error(`no ${type}`);
  return found;
};

/** source → fit, and a recipe beside it. */
function small(): Editor {
  const editor = testEditor();
  for (const type of ["source", "fit", "recipe"]) addNode(editor, type, { x: 0, y: 0 });
  connect(editor, ["source", "table"], ["fit", "data"]);
  return editor;
}

function expectOneStep(editor: Editor, act: () => void): void {
  const before = stateOf(editor).document;
  act();
  const after = stateOf(editor).document;
  expect(after).not.toEqual(before);
  undoStep(editor);
  expect(stateOf(editor).document).toEqual(before);
  redoStep(editor);
  expect(stateOf(editor).document).toEqual(after);
}

beforeEach(forgetHabits);

describe("a node on a wire", () => {
  it("is new, and stands between what was joined", () => {
    const editor = small();
    const insertion = insertionOf(stateOf(editor), "w1", known(editor, "clean"));
    expect(insertion).toEqual({ wire: "w1", input: "table", output: "table" });
    expectOneStep(editor, () => insertion && insertNew(editor, "clean", at, insertion));
    expect(wiresOf(editor).sort()).toEqual(["clean.table>fit.data", "source.table>clean.table"]);
  });

  it("was there without wires; one with wires is never taken along by chance", () => {
    const editor = small();
    addNode(editor, "clean", at);
    const insertion = insertionOfNode(stateOf(editor), "w1", "clean");
    expectOneStep(editor, () => insertion && insertNode(editor, "clean", { x: 7.4, y: 9.6 }, insertion));
    expect(stateOf(editor).graph.view.positions.clean).toEqual([7, 10]);
    expect(insertionOfNode(stateOf(editor), "w1", "clean")).toBeUndefined();
  });

  it("is refused where types do not fit", () => {
    const editor = small();
    expect(insertionOf(stateOf(editor), "w1", known(editor, "recipe"))).toBeUndefined();
    expect(insertionOf(stateOf(editor), "w1", known(editor, "fit"))).toBeUndefined();
  });

  it("stands on the wire of a terminal too", () => {
    const editor = grouped();
    const wire = Object.keys(stateOf(editor).graph.wires).find((id) => id.includes(":in.")) ?? "";
    const insertion = insertionOf(stateOf(editor), wire, known(editor, "clean"));
    expectOneStep(editor, () => insertion && insertNew(editor, "clean", at, insertion));
    expect(wiresOf(editor)).toContain("group/:in.table.table>group/clean2.table");
    expect(wiresOf(editor)).toContain("group/clean2.table>group/clean.table");
  });
});

describe("a node in another's place", () => {
  it("keeps the wires that fit, its id and its place", () => {
    const editor = small();
    addNode(editor, "clean", at);
    select(editor, { nodes: ["source"] });
    expect(replacementsOf(stateOf(editor), "source").map(({ descriptor }) => descriptor.id)).toEqual([
      "clean",
    ]);
    expectOneStep(editor, () => replaceNode(editor, "source", "clean"));
    expect(stateOf(editor).document.nodes.source.type).toBe("clean");
    expect(wiresOf(editor)).toEqual(["source.table>fit.data"]);
  });

  it("loses the wires that do not fit, in the same step", () => {
    const editor = small();
    connect(editor, ["recipe", "learner"], ["fit", "learner"]);
    expectOneStep(editor, () => replaceNode(editor, "fit", "clean"));
    expect(wiresOf(editor)).toEqual(["source.table>fit.table"]);
  });
});

/** source → [clean] → fit, inside the group. */
function grouped(): Editor {
  const editor = small();
  addNode(editor, "clean", at, { end: { node: "source", port: "table", side: "out" }, port: "table" });
  connect(editor, ["clean", "table"], ["fit", "data"]);
  select(editor, { nodes: ["clean"] });
  groupSelection(editor);
  editor.store.setState({ scope: ["group"] });
  return editor;
}

describe("terminals and groups", () => {
  it("deleting between terminals rejoins nothing, between a terminal and a node rejoins", () => {
    const editor = grouped();
    addNode(editor, "clean", at);
    connect(editor, ["group/clean", "table"], ["group/clean2", "table"]);
    select(editor, { nodes: ["group/clean"] });
    expectOneStep(editor, () => removeSelection(editor, true));
    expect(wiresOf(editor)).toContain("group/:in.table.table>group/clean2.table");
  });

  it("the terminal that stands for no port yet makes one of what is joined to it", () => {
    const editor = grouped();
    addNode(editor, "recipe", at);
    expectOneStep(editor, () =>
      connect(editor, ["group/recipe", "learner"], [`group/:out.${newPort}`, newPort]),
    );
    expect(stateOf(editor).document.groups.group.outputs.learner.from).toEqual(["recipe", "learner"]);
    addNode(editor, "fit", at);
    connect(editor, [`group/:in.${newPort}`, newPort], ["group/fit", "data"]);
    expect(stateOf(editor).document.groups.group.inputs.data.to).toEqual([["fit", "data"]]);
  });

  it("a wire on a group's card takes a port that is free, else makes one that leads inside", () => {
    const editor = grouped();
    addNode(editor, "fit", at);
    editor.store.setState({ scope: [] });
    expectOneStep(editor, () =>
      connectToCard(editor, { node: "recipe", port: "learner", side: "out" }, "group"),
    );
    expect(stateOf(editor).document.groups.group.inputs.learner.to).toEqual([["fit", "learner"]]);
    expect(wiresOf(editor)).toContain("recipe.learner>group.learner");
  });
});

describe("what is offered for a wire", () => {
  it("is what fits, and first what was connected most often", () => {
    const editor = small();
    const end = { node: "source", port: "table", side: "out" } as const;
    const offered = () =>
      rankedFor(stateOf(editor), end, [...stateOf(editor).known.values()]).map(
        ({ descriptor }) => descriptor.id,
      );
    forgetHabits();
    expect(offered()).toEqual(["clean", "fit"]);
    rememberJoin("source.table", "fit.data");
    expect(offered()).toEqual(["fit", "clean"]);
  });
});
