import { describe, expect, it } from "vitest";
import type { Command } from "../../core/graph/commands.ts";
import { edit } from "../store/edit.ts";
import { testEditor } from "../testing/fake-services.ts";
import { stepSubject, type TitleOf } from "./step-subject.ts";

describe("what a step of history was about", () => {
  it("is told by the titles of the graph", () => {
    const editor = testEditor();
    const node = (id: string): Command => ({
      kind: "addNode",
      id,
      node: { type: "clean", version: 1, params: {} },
      at: [0, 0],
    });
    const does = (command: Command) => {
      edit(editor, command, { label: "step.addNode", whole: true });
      const step = editor.store.getState().history.done.at(-1);
      const titleOf: TitleOf = (path, record) => record?.title ?? `«${path}»`;
      return step ? stepSubject(step.diff, titleOf) : "";
    };
    expect(does(node("a"))).toBe("«a»");
    expect(does({ kind: "batch", commands: [node("b"), node("c"), node("d")] })).toBe("«b», «c» +1");
    expect(does({ kind: "addWire", id: "w1", from: ["a", "table"], to: ["b", "table"] })).toBe("«a» → «b»");
    expect(does({ kind: "move", positions: { a: [9, 9] } })).toBe("«a»");
    does({ kind: "group", id: "box", title: "Box", members: ["c"] });
    const within: Command = { kind: "within", groups: ["box"], command: node("e") };
    expect(does(within)).toBe("«box/e»");
  });
});
