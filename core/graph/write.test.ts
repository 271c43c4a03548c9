import { expect, test } from "vitest";
import { apply } from "./apply.ts";
import type { Command } from "./commands.ts";
import { sampleDocument } from "./sample.ts";
import { writeDocument } from "./write.ts";

/** Lines that differ, as `diff` would list them. */
function changedLines(command: Command): string[] {
  const before = writeDocument(sampleDocument()).split("\n");
  const after = writeDocument(apply(sampleDocument(), command).document).split("\n");
  return after.filter((line) => !before.includes(line)).map((line) => line.trim());
}

test("known fields come in the format's order, everything below sorted, one record a line", () => {
  const lines = writeDocument(sampleDocument()).split("\n");
  const tops = lines.filter((line) => /^ {2}"/.test(line)).map((line) => line.split('"')[1]);
  expect(tops).toEqual(["format", "formatVersion", "title", "seed", "nodes", "wires", "groups", "view"]);
  expect(lines).toContain(
    '    "ada": { "params": { "rounds": 50, "seed": 8 }, "type": "booster.adaboost", "version": 1 },',
  );
  expect(lines.at(-1)).toBe("");
  const records = 7 + 7 + 7 + 1 + 1;
  const sectionLines = 2 * 5 + 3; // five that open and close, groups, view's two
  const fields = 4 + 1; // format, version, title, seed; viewport
  expect(lines).toHaveLength(1 + fields + records + sectionLines + 1 + 1);
});

test("the order in which keys were made is not seen", () => {
  const document = sampleDocument();
  const nodes = Object.fromEntries(Object.entries(document.nodes).reverse());
  expect(writeDocument({ ...document, nodes })).toBe(writeDocument(document));
});

test("one edit, one line; a move changes the view alone", () => {
  expect(changedLines({ kind: "setParam", node: "ada", name: "rounds", value: 200 })).toEqual([
    '"ada": { "params": { "rounds": 200, "seed": 8 }, "type": "booster.adaboost", "version": 1 },',
  ]);
  expect(changedLines({ kind: "move", positions: { ada: [1, 2.5] } })).toEqual(['"ada": [1, 2.5],']);
});
