/** What a plane of lines is told to draw, and which point is pointed at, read as values. */
import { expect, it } from "vitest";
import type { Colours } from "../colours.ts";
import { nearestPoint, spanOf, type XyLine, xyOption } from "./xy.ts";

const colours = new Proxy({} as Colours, { get: (_, name) => String(name) });
const lines: XyLine[] = [
  {
    key: "a",
    name: "a",
    x: [0, 1, 4],
    y: [0, null, 8],
    colour: "red",
    band: { low: [0, 1, 6], high: [1, 2, 9] },
  },
  { key: "b", name: "b", x: [2], y: [2], colour: "blue", steps: true },
  { key: "ice", name: "", x: [2], y: [3], colour: "grey", faint: true },
];
type Drawn = { id: string; data: unknown[]; step?: unknown; stack?: string }[];

it("draws bands below, then guides, then lines, the chosen point last", () => {
  const option = xyOption({
    lines,
    guides: [{ from: [0, 0], to: [1, 1], colour: "grey" }],
    names: { x: "x", y: "y" },
    colours,
    chosen: { line: 0, point: 2 },
  });
  const drawn = option.series as Drawn;
  expect(drawn.map(({ id }) => id)).toEqual(["low-a", "high-a", "guide-0", "a", "b", "ice", "spot"]);
  expect(drawn[1]?.data).toEqual([
    [0, 1],
    [1, 1],
    [4, 3],
  ]);
  expect(drawn[4]?.step).toBe("start");
  const held = xyOption({
    lines: [{ key: "c", name: "", x: [1], y: [1], colour: "", steps: "after" }],
    guides: [],
    names: { x: "", y: "" },
    colours,
    chosen: undefined,
  });
  expect((held.series as Drawn)[0]?.step).toBe("end");
  expect(drawn[6]?.data).toEqual([[4, 8]]);
});

it("finds the nearest point in units of the axes, and never one of the background", () => {
  expect(spanOf(lines, {})).toEqual([4, 8]);
  expect(nearestPoint(lines, { x: 2.1, y: 3.2 }, [4, 8])).toEqual({ line: 1, point: 0 });
  expect(nearestPoint(lines, { x: 3.9, y: 0 }, [0.01, 8])).toEqual({ line: 0, point: 2 });
  expect(nearestPoint([], { x: 0, y: 0 }, [1, 1])).toBeUndefined();
});
