/** Cells that are not clipped hold all of their text. */
import { expect, it } from "vitest";
import { fits } from "./columns.ts";

it("only a text that is narrower than its column goes without a clip; wide glyphs count double", () => {
  const column = { width: 100 };
  expect(fits("0.1234", column)).toBe(true);
  expect(fits("x".repeat(11), column)).toBe(true);
  expect(fits("x".repeat(12), column)).toBe(false);
  expect(fits("企鹅企鹅企鹅", column)).toBe(true);
  expect(fits("企鹅企鹅企鹅企", column)).toBe(false);
});
