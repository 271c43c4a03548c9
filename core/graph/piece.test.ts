import { describe, expect, test } from "vitest";
import { apply } from "./apply.ts";
import { emptyDocument, type GraphDocument } from "./document.ts";
import { flattenGroups } from "./flatten.ts";
import { insertPiece, pieceOf, readPiece, writePiece } from "./piece.ts";
import { sampleDocument } from "./sample.ts";

function put(into: GraphDocument, text: string, incoming = false): GraphDocument {
  const read = readPiece(text);
  if (!read) throw new Error("no piece");
  const { commands } = insertPiece(into, read.piece, { at: [0, 0], incoming });
  return apply(into, { kind: "batch", commands }).document;
}
const feeds = (document: GraphDocument) =>
  Object.values(flattenGroups(document).wires)
    .map(({ from, to }) => `${from.join(".")} > ${to.join(".")}`)
    .sort();
const selected = { nodes: ["stump", "ada", "fit"], notes: ["n1"], frames: ["f1"] };

describe("a piece", () => {
  test("carries nodes, the wires among them, notes and frames into an empty document", () => {
    const pasted = put(emptyDocument("other"), writePiece(pieceOf(sampleDocument(), selected)));
    expect(Object.keys(pasted.nodes).sort()).toEqual(["ada", "fit", "stump"]);
    expect(feeds(pasted)).toEqual(["ada.learner > fit.learner", "stump.learner > ada.learner"]);
    expect(pasted.nodes.ada).toEqual(sampleDocument().nodes.ada);
    expect(Object.keys(pasted.view.notes)).toEqual(["n1"]);
    expect(Object.keys(pasted.view.frames)).toEqual(["f1"]);
    expect(pasted.view.positions.stump).toEqual([0, 300]);
  });

  test("keeps out of the way of what is there, and is fed as before when that is asked", () => {
    const text = writePiece(pieceOf(sampleDocument(), selected));
    const loose = put(sampleDocument(), text);
    expect(Object.keys(loose.nodes)).toHaveLength(10);
    expect(feeds(loose).filter((line) => line.startsWith("split.train"))).toEqual([
      "split.train > fit.table",
    ]);
    const fed = put(sampleDocument(), text, true);
    expect(feeds(fed).filter((line) => line.startsWith("split.train"))).toEqual([
      "split.train > fit.table",
      "split.train > fit2.table",
    ]);
  });

  test("holds groups whole", () => {
    const { document } = apply(sampleDocument(), {
      kind: "group",
      id: "g",
      title: "G",
      members: ["stump", "ada"],
    });
    const twice = put(document, writePiece(pieceOf(document, { nodes: ["g"] })), true);
    expect(Object.keys(twice.groups)).toEqual(["g", "g2"]);
    expect(twice.groups.g2).toEqual(document.groups.g);
  });

  test("is found in a message around it, and no other text is taken for one", () => {
    const text = writePiece(pieceOf(sampleDocument(), selected));
    expect(readPiece(`Look at this:\n${text}\nNice?`)?.piece.nodes).toHaveProperty("ada");
    for (const other of ["", "hello", '{"format":"espalier/graph"}', "espalier/piece {", text.slice(0, 200)])
      expect(readPiece(other)).toBeUndefined();
    expect(() => readPiece(text.replace('"formatVersion": 1', '"formatVersion": 2'))).toThrow(/paste.newer/);
  });

  test("that was damaged on the way is repaired, and says so", () => {
    const text = writePiece(pieceOf(sampleDocument(), selected)).replace('"fit",', '"nowhere",');
    const read = readPiece(text);
    expect(read?.diagnostics.map(({ code }) => code)).toContain("document.wire-to-nowhere");
    expect(put(emptyDocument(""), text).nodes).toHaveProperty("ada");
  });
});
