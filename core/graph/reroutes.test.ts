import { describe, expect, it } from "vitest";
import { apply } from "./apply.ts";
import type { Command } from "./commands.ts";
import { applyDiff, invertDiff } from "./diff.ts";
import type { GraphDocument } from "./document.ts";
import { parseDocument } from "./parse.ts";
import { insertPiece, pieceOf } from "./piece.ts";
import { sampleDocument } from "./sample.ts";
import { writeDocument } from "./write.ts";

const points = [
  [100, 50],
  [200, 90],
] as const;

function rerouted(): GraphDocument {
  return apply(sampleDocument(), { kind: "setReroutes", wire: "w3", points }).document;
}

/** After the command, after taking it back, and the document it began with. */
function doneAndUndone(document: GraphDocument, command: Command) {
  const { document: done, diff } = apply(document, command);
  return { done, undone: applyDiff(done, invertDiff(diff)) };
}

describe("points that wires are led through", () => {
  it("are written and read back, and leave no trace once there are none", () => {
    const document = rerouted();
    expect(writeDocument(document)).toContain('"w3": [[100, 50], [200, 90]]');
    expect(parseDocument(writeDocument(document)).document).toEqual(document);
    const { document: none } = apply(document, { kind: "setReroutes", wire: "w3", points: [] });
    expect(none).toEqual(sampleDocument());
  });

  it("go with their wire and come back with it", () => {
    const commands: Command[] = [
      { kind: "removeWires", ids: ["w3"] },
      { kind: "removeNodes", ids: ["ada"] },
      { kind: "addWire", id: "w9", from: ["stump", "learner"], to: ["fit", "learner"] },
    ];
    for (const command of commands) {
      const { done, undone } = doneAndUndone(rerouted(), command);
      expect(done.view.reroutes).toBeUndefined();
      expect(undone).toEqual(rerouted());
    }
  });

  it("go into a group and out again with their wire, moved with what is around them", () => {
    const into: Command = { kind: "group", id: "prep", title: "Prep", members: ["ada", "fit"] };
    const { done, undone } = doneAndUndone(rerouted(), into);
    expect(done.view.reroutes).toBeUndefined();
    expect(done.groups.prep.view.reroutes).toEqual({ w3: points });
    expect(undone).toEqual(rerouted());
    const out = doneAndUndone(done, { kind: "ungroup", group: "prep" });
    expect(out.done.view.reroutes).toEqual({ w3: points });
    expect(out.undone).toEqual(done);
    const part: Command = {
      kind: "within",
      groups: ["prep"],
      command: { kind: "removeWires", ids: ["w3"] },
    };
    expect(apply(done, part).document.groups.prep.view.reroutes).toBeUndefined();
  });

  it("are copied with the wires among what is copied", () => {
    const piece = pieceOf(rerouted(), { nodes: ["ada", "fit"] });
    const { commands } = insertPiece(rerouted(), piece, { at: [1280, 120], incoming: false });
    const { document } = apply(rerouted(), { kind: "batch", commands });
    const copies = Object.entries(document.view.reroutes ?? {}).filter(([wire]) => wire !== "w3");
    expect(copies.map(([, at]) => at)).toEqual([points.map(([x, y]) => [x + 1000, y])]);
  });

  it("are refused for a wire that is not there, and dropped with a word when a file has them", () => {
    expect(() => apply(rerouted(), { kind: "setReroutes", wire: "w99", points })).toThrow();
    const text = writeDocument(rerouted()).replace('"w3": [[100', '"w99": [[100');
    const { document, diagnostics } = parseDocument(text);
    expect(document?.view.reroutes).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(["document.bad-field"]);
  });
});
