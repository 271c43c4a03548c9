/** Three pictures side by side or below one another, on scales that can be compared; a tree is drawn without slopes. */
import { expect, it } from "vitest";
import type { ReplayLook } from "../../../core/service/look-detail.ts";
import { layPlane } from "../detail/plane-layout.ts";
import { layReplay, stepPath } from "./replay-panels.ts";

const curves = { before: [3, 3], tree: [-3, 3], after: [0, 6] };
const replay: ReplayLook = {
  ...{ round: 1, rounds: 1, loss: "squared", rate: 1, x: "x", axes: ["x"], of: 2 },
  ...{ rows: [7, 9], at: [0, 1], xs: [0, 1], truth: [0, 6], gradient: [-3, 3] },
  ...curves,
  line: { xs: [0, 1], ...curves },
};
const inks = { data: "blue", model: "red" };

it("lays before and after on one scale, what is left on its own with nothing at 0", () => {
  const [before, left, after] = layReplay(replay, { width: 600, height: 200 }, inks, String);
  expect([before, left, after].map((panel) => panel?.at.x)).toEqual([0, 200, 400]);
  expect(before?.layout.y(6)).toBe(after?.layout.y(6));
  expect(left?.zero).toBe(left?.layout.y(0));
  expect(left?.points.map(({ y }) => y)).toEqual([-3, 3]);
  expect(before?.points).toHaveLength(2);
});

it("stands one below the other in a narrow room, and marks what is said where there is no line", () => {
  const { line: _, ...pointed } = replay;
  const panels = layReplay(pointed, { width: 300, height: 450 }, inks, String);
  expect(panels.map(({ at }) => at.y)).toEqual([0, 150, 300]);
  expect(panels[2]?.points.map(({ colour, y }) => [colour, y])).toEqual([
    ["blue", 0],
    ["blue", 6],
    ["red", 0],
    ["red", 6],
  ]);
  expect(panels[0]?.path).toBe("");
});

it("steps halfway between two places", () => {
  const layout = layPlane({ width: 452, height: 248 }, [0, 2], [0, 1]);
  const path = stepPath([0, 1, 2], [0, 0, 1], layout);
  expect(path).toBe(`M42 218H${layout.x(1.5)}V18H442`);
});
