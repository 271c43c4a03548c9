/** What a chart is told to draw, read as values. */
import { expect, it } from "vitest";
import type { Colours } from "../colours.ts";
import { barOption, type CurvePlan, curveOption, nearest } from "./series.ts";

const colours = new Proxy({} as Colours, { get: (_, name) => (name === "classes" ? ["c1"] : String(name)) });
const plan: CurvePlan = {
  at: [1, 2, 4],
  series: [
    { key: "bound", name: "bound", values: [0.9, null, 0.4], colour: "grey", dashed: true },
    { key: "alpha", name: "α", values: [2, 1, 0.5], colour: "green" },
  ],
  names: { x: "round", y: "error" },
  pointName: (at) => `round ${at}`,
  language: "en",
  colours,
};

type Drawn = { id: string; data: unknown[]; lineStyle?: { type: unknown }; markLine?: { data: unknown } }[];

it("draws a line a series over the index, with gaps, and never by animation", () => {
  const option = curveOption(plan);
  const [bound, alpha] = option.series as Drawn;
  expect(option.animation).toBe(false);
  expect(bound?.data).toEqual([
    [1, 0.9],
    [2, null],
    [4, 0.4],
  ]);
  expect(bound?.lineStyle?.type).toEqual([4, 4]);
  expect(alpha?.lineStyle?.type).toBe("solid");
  expect(bound?.markLine).toBeUndefined();
});

it("marks the chosen round once", () => {
  const drawn = curveOption({ ...plan, chosen: 4 }).series as Drawn;
  expect(drawn.map(({ markLine }) => markLine?.data)).toEqual([[{ xAxis: 4 }], undefined]);
});

it("gives the chosen bar another colour", () => {
  const [, alpha] = barOption({ ...plan, chosen: 2 }).series as {
    data: { itemStyle: { color: string } }[];
  }[];
  expect(alpha?.data.map(({ itemStyle }) => itemStyle.color)).toEqual(["green", "predictions", "green"]);
});

it("has an axis for a single point too", () => {
  expect(curveOption({ ...plan, at: [1] }).xAxis).toMatchObject({ min: 1, max: 2 });
});

it("finds the nearest point of the index", () => {
  expect([0, 1.4, 1.6, 3.1, 9].map((x) => nearest([1, 2, 4], x))).toEqual([1, 1, 2, 4, 4]);
  expect(nearest([], 3)).toBeUndefined();
});
