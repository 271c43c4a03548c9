/** What a group's card says of what is in it, at every depth. */
import { describe, expect, it } from "vitest";
import { apply } from "../../core/graph/apply.ts";
import type { Command } from "../../core/graph/commands.ts";
import { graph } from "../../test/support/graphs.ts";
import { testEditor } from "../testing/fake-services.ts";
import type { NodeRun } from "./editor-state.ts";
import { countInside, groupDone, groupState } from "./group-state.ts";

const made = graph({ a: ["source"], b: ["clean"], c: ["clean"], d: ["clean"] }, [
  "a.table → b.table",
  "b.table → c.table",
]);
const grouped: Command[] = [
  { kind: "group", id: "in", title: "In", members: ["b", "c"] },
  { kind: "group", id: "out", title: "Out", members: ["a", "in"] },
];
const document = grouped.reduce((before, command) => apply(before, command).document, made);

function running(states: Record<string, NodeRun["state"]>) {
  const editor = testEditor();
  editor.store.setState({ document });
  const nodes = Object.fromEntries(
    Object.entries(states).map(([id, state]) => [id, { runId: "r", state, since: 0 }]),
  );
  editor.store.setState(({ run }) => ({
    run: { ...run, nodes, active: { runId: "r", cancelling: false } },
  }));
  return editor.store.getState();
}

describe("a group's card", () => {
  it("counts nodes at every depth, and not the groups among them", () => {
    expect(countInside({ document }, "out")).toBe(3);
    expect(countInside({ document }, "out/in")).toBe(2);
    expect(countInside({ document }, "gone")).toBe(0);
  });

  it("counts anew when something inside changed", () => {
    const fewer = apply(document, {
      kind: "within",
      groups: ["out", "in"],
      command: { kind: "removeNodes", ids: ["c"] },
    });
    expect(countInside(fewer, "out")).toBe(2);
  });

  it("shows what goes on inside, however deep, and nothing of its neighbours", () => {
    const state = running({ "out/a": "done", "out/in/b": "running", d: "failed", "outer/x": "failed" });
    expect(groupState(state, "out")).toBe("running");
    expect(groupDone(state, "out")).toBe(0.5);
    expect(groupState(running({ "out/a": "done", d: "running" }), "out")).toBe("new");
    expect(groupDone(running({ "out/a": "done" }), "out")).toBeUndefined();
  });
});
