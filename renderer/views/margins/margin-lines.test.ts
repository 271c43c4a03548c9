/** Which lines are drawn, as values. */
import { expect, it } from "vitest";
import type { Colours } from "../colours.ts";
import { marginLines } from "./margin-lines.ts";

const colours = { learner: "green", classes: ["c0", "c1", "c2"] } as unknown as Colours;
const margins = { rows: 4, of: 4, smallest: -1, median: 0.5, wrong: 0.25, counts: [] };

it("has the chosen round in front, the others dashed, all from none to all rows", () => {
  const curves = [
    { round: 1, x: [-1, 1], share: [0.25, 1] },
    { round: 7, x: [-0.2, 0.5], share: [0.25, 1] },
  ];
  const lines = marginLines({ ...margins, round: 7, curves }, colours, (round) => `r${round}`);
  expect(lines.map(({ name, dashed = false, colour }) => [name, dashed, colour])).toEqual([
    ["r7", false, "green"],
    ["r1", true, "c1"],
  ]);
  expect(lines[0]).toMatchObject({ x: [-1, -0.2, 0.5, 1], y: [0, 0.25, 1, 1] });
});

it("draws predictions as a single line", () => {
  const lines = marginLines({ ...margins, curves: [{ x: [0.1], share: [1] }] }, colours, () => "all");
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toHaveProperty("dashed");
});
