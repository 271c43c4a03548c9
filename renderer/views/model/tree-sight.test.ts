/** Which part of a wide tree is drawn: all that is seen, and all that a key can lead to. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TreeNodeLook } from "../../../core/service/look.ts";
import { stepInTree } from "./tree-keys.ts";
import { layTree } from "./tree-layout.ts";
import { around, seen, sightAt } from "./tree-sight.ts";

/** A whole tree of that depth, nodes by level. */
function whole(depth: number): TreeNodeLook[] {
  const count = 2 ** (depth + 1) - 1;
  return Array.from({ length: count }, (_, index) => ({
    weight: 1,
    distribution: [],
    ...(2 * index + 2 < count ? { left: 2 * index + 1, right: 2 * index + 2 } : {}),
  }));
}

describe("the sight of a tree", () => {
  it("holds what the scroller shows, wherever it stands", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 50, max: 3000 }), (at, width) => {
        const sight = sightAt(at, width);
        expect(seen(sight, at, at)).toBe(true);
        expect(seen(sight, at + width, at + width)).toBe(true);
        // What begins on the left and ends on the right of it crosses it.
        expect(seen(sight, at - 10_000, at + width + 10_000)).toBe(true);
        expect(seen(sight, at + width + 2000, at + width + 2100)).toBe(false);
      }),
    );
  });

  it("holds every node that a key leads to", () => {
    const nodes = whole(5);
    const placed = new Map(layTree(nodes).placed.map((node) => [node.index, node]));
    for (const at of nodes.keys())
      for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home"]) {
        const next = stepInTree(key, at, nodes, placed);
        if (next !== undefined) expect(around(at, nodes, placed)).toContain(next);
      }
  });
});
