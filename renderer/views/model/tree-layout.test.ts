/**
 * Where the nodes of a tree stand.
 *
 *        0
 *      /   \
 *     1     2
 *          / \
 *         3   4
 */
import { expect, it } from "vitest";
import type { TreeNodeLook } from "../../../core/service/look.ts";
import { layTree } from "./tree-layout.ts";

const leaf: TreeNodeLook = { distribution: [1], weight: 1 };
const split = (left: number, right: number): TreeNodeLook => ({
  ...leaf,
  feature: "x",
  threshold: 0,
  left,
  right,
});

it("stands leaves side by side and parents in the middle", () => {
  const { placed, leaves, depth } = layTree([split(1, 2), leaf, split(3, 4), leaf, leaf]);
  const across = new Map(placed.map((node) => [node.index, node.across]));
  expect([leaves, depth]).toEqual([3, 2]);
  expect([1, 3, 4, 2, 0].map((index) => across.get(index))).toEqual([0.5, 1.5, 2.5, 2, 1.25]);
});

it("takes a list of 100,000 nodes in a chain without running out of stack", () => {
  const nodes: TreeNodeLook[] = [];
  for (let i = 0; i < 50_000; i++) nodes.push(split(2 * i + 1, 2 * i + 2), leaf);
  expect(layTree([...nodes, leaf]).depth).toBe(50_000);
});

it("ends on a list that points back to itself", () => {
  expect(layTree([split(0, 1), leaf]).placed).toHaveLength(2);
  expect(layTree([]).placed).toEqual([]);
});
