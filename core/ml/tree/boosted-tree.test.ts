import { describe, expect, it } from "vitest";
import { addTree, type BoostedTree, boostedLeaf, leafTree, treeFault } from "./boosted-tree.ts";

/** x₀ < 0.1 ? (x₁ in {1, 4} ? leaf 4 : leaf 3) : leaf 2; what is missing goes left, then right. */
const tree: BoostedTree = {
  feature: Int32Array.of(0, 1, -1, -1, -1),
  threshold: Float32Array.of(0.1, 0, 0, 0, 0),
  left: Int32Array.of(1, 3, -1, -1, -1),
  right: Int32Array.of(2, 4, -1, -1, -1),
  defaultLeft: Uint8Array.of(1, 0, 0, 0, 0),
  weight: Float32Array.of(0, 0, 0.5, -0.25, 2),
  gain: Float32Array.of(3, 1, 0, 0, 0),
  cover: Float32Array.of(9, 5, 4, 3, 2),
  categories: [undefined, Uint32Array.of(1, 4), undefined, undefined, undefined],
};

it("sends rows where XGBoost would", () => {
  const features = [
    // 0.1 as float32 equals the threshold, and what equals it goes right.
    Float32Array.of(0, 0, 0.1, Number.NaN, 0, -1),
    Float32Array.of(1, 2, 1, 4, Number.NaN, 5),
  ];
  const leaves = Array.from({ length: 6 }, (_, row) => boostedLeaf(tree, features, row));
  expect(leaves).toEqual([4, 3, 2, 4, 4, 3]);
  const margins = new Float32Array(12).fill(1);
  addTree(tree, features, margins, { from: 0, to: 6, width: 2, group: 1 });
  expect([...margins]).toEqual([1, 3, 1, 0.75, 1, 1.5, 1, 3, 1, 3, 1, 0.75]);
});

describe("what is no tree", () => {
  const broken: Record<string, [Partial<BoostedTree>, ReturnType<typeof treeFault>]> = {
    "no nodes": [{ feature: new Int32Array(0) }, { node: 0, what: "length" }],
    "a short column": [{ gain: new Float32Array(4) }, { node: 0, what: "length" }],
    "a circle": [{ left: Int32Array.of(1, 0, -1, -1, -1) }, { node: 1, what: "child" }],
    "two parents": [{ left: Int32Array.of(1, 2, -1, -1, -1) }, { node: 1, what: "child" }],
    "a child outside": [{ right: Int32Array.of(2, 5, -1, -1, -1) }, { node: 1, what: "child" }],
    "a leaf with a child": [{ left: Int32Array.of(1, 3, 4, -1, -1) }, { node: 2, what: "child" }],
    "nobody's node": [
      {
        feature: Int32Array.of(0, -1, -1, -1, -1),
        left: Int32Array.of(1, -1, -1, -1, -1),
        right: Int32Array.of(2, -1, -1, -1, -1),
      },
      { node: 3, what: "child" },
    ],
    "a feature too many": [{ feature: Int32Array.of(2, 1, -1, -1, -1) }, { node: 0, what: "feature" }],
    "a weight that is no number": [
      { weight: Float32Array.of(0, 0, Number.NaN, 0, 0) },
      { node: 2, what: "number" },
    ],
  };
  it.each(Object.entries(broken))("%s", (_, [change, fault]) => {
    expect(treeFault({ ...tree, ...change }, 2)).toEqual(fault);
  });

  it("is neither this one nor a leaf alone", () => {
    expect(treeFault(tree, 2)).toBeUndefined();
    expect(treeFault(leafTree(0.5, 3), 0)).toBeUndefined();
  });
});
