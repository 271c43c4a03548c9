/** Where the cards of the examples stand: none on another, each left of what it feeds, wires beside the cards they pass. */
import { expect, describe as group, it } from "vitest";
import { describe } from "../../core/node/descriptor.ts";
import { nodes } from "../../nodes/nodes.generated.ts";
import { bodyHeight, cardWidth } from "../canvas/card-geometry.ts";
import { clipText, widthOf } from "./clip-text.ts";
import { type Examples, layExample } from "./example.ts";
import all from "./examples.generated.json";

const examples = all as unknown as Examples;
const descriptors = new Map(nodes.map((node) => [node.id, describe(node)]));

group("the picture of an example", () => {
  it.each(Object.entries(examples))("of %s has its cards and wires apart", (_type, example) => {
    const { positions, through, width, height } = layExample(example, descriptors);
    const boxes = Object.entries(example.graph.nodes).map(([id, { type }]) => {
      const [x = Number.NaN, y = Number.NaN] = positions[id] ?? [];
      const descriptor = descriptors.get(type);
      return { id, x, y, right: x + cardWidth, bottom: y + (descriptor ? bodyHeight(descriptor) : 0) };
    });
    for (const box of boxes) {
      expect(box.x >= 0 && box.y >= 0 && box.right <= width && box.bottom <= height, box.id).toBe(true);
      const others = boxes.filter(({ id }) => id !== box.id);
      const on = others.filter(
        (b) => b.x < box.right && box.x < b.right && b.y < box.bottom && box.y < b.bottom,
      );
      expect(
        on.map(({ id }) => id),
        box.id,
      ).toEqual([]);
      const crossed = Object.values(through)
        .flat()
        .filter(([x, y]) => x >= box.x && x <= box.right && y > box.y && y < box.bottom);
      expect(crossed, box.id).toEqual([]);
    }
    for (const { from, to } of Object.values(example.graph.wires))
      expect(positions[from[0]]?.[0]).toBeLessThan(positions[to[0]]?.[0] ?? Number.NaN);
  });

  it("leads a wire through the columns that it passes", () => {
    const predict = examples["evaluate.predict"];
    const wire = Object.entries(predict?.graph.wires ?? {}).find(
      ([, { to }]) => to[1] === "data" && to[0] === predict?.node,
    );
    expect(wire && predict && layExample(predict, descriptors).through[wire[0]]).toHaveLength(2);
  });
});

group("a clipped text", () => {
  it("is whole where it fits, and ends in an ellipsis where it does not", () => {
    expect(clipText("Tree", 100, 12)).toBe("Tree");
    for (const text of ["Permutation importance of a model", "排列重要性排列重要性排列重要性"]) {
      const cut = clipText(text, 80, 12);
      expect(cut).toMatch(/…$/);
      expect(widthOf(cut, 12)).toBeLessThanOrEqual(80);
      expect(text.startsWith(cut.slice(0, -1))).toBe(true);
    }
  });
});
