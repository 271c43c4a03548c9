/** Every count on a cell can be read: 4.5 : 1 in both themes, whatever the share. */
import { expect, it } from "vitest";
import type { Colours } from "../colours.ts";
import { contrast, rgbOf, shadeOf } from "./shades.ts";

const light = {
  surface: "#ffffff",
  learner: "#25733f",
  predictions: "#a8530e",
  text: "#1a211c",
  onAccent: "#ffffff",
};
const dark = {
  surface: "#1a1e1b",
  learner: "#63c184",
  predictions: "#eda05c",
  text: "#e6ebe7",
  onAccent: "#0d1510",
};

it.each([
  ["light", light],
  ["dark", dark],
])("is legible, %s", (_, tokens) => {
  const colours = tokens as unknown as Colours;
  for (let share = 0; share <= 1; share += 0.01) {
    for (const right of [true, false]) {
      const { fill, text } = shadeOf(colours, right, share);
      const [r = 0, g = 0, b = 0] = (fill.match(/\d+/g) ?? []).map(Number);
      expect(contrast([r, g, b], rgbOf(text)), `${share} ${right}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});
