/** Arrow keys in a tree of five nodes: 0 asks, 1 is yes; 2 is no and asks, 3 is its yes, 4 its no. */
import { expect, it } from "vitest";
import type { TreeNodeLook } from "../../../core/service/look.ts";
import { stepInTree } from "./tree-keys.ts";
import { layTree } from "./tree-layout.ts";

const leaf: TreeNodeLook = { distribution: [1], weight: 1 };
const split = (left: number, right: number): TreeNodeLook => ({ ...leaf, feature: "x", left, right });
const nodes = [split(1, 2), leaf, split(3, 4), leaf, leaf];
const placed = new Map(layTree(nodes).placed.map((node) => [node.index, node]));

it.each([
  ["ArrowDown", 0, 1],
  ["ArrowRight", 1, 2],
  ["ArrowDown", 2, 3],
  ["ArrowRight", 3, 4],
  ["ArrowLeft", 4, 3],
  ["ArrowUp", 4, 2],
  ["Home", 4, 0],
  ["ArrowUp", 0, undefined],
  ["ArrowDown", 1, undefined],
  ["ArrowLeft", 0, undefined],
  ["Enter", 0, undefined],
])("%s leads from %i to %s", (key, from, to) => {
  expect(stepInTree(key, from, nodes, placed)).toBe(to);
});
