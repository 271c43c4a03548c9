/** Colours of the cells of a matrix, and the text on them that can be read. */
import type { Colours } from "../colours.ts";

const legible = 4.5;

type Rgb = readonly [number, number, number];

/** Fill and text colour of a cell: green where right, orange where wrong, stronger with its share of the row. */
export function shadeOf(colours: Colours, right: boolean, share: number): { fill: string; text: string } {
  const ground = rgbOf(colours.surface);
  const full = rgbOf(right ? colours.learner : colours.predictions);
  const amount = share === 0 ? 0.05 : Math.min(1, 0.08 + 0.97 * share);
  const fill = blend(ground, full, amount);
  // Black or white reaches 4.58 : 1 on any ground; the page's own text colours are taken where they reach enough.
  const candidates = [colours.text, colours.onAccent, "#000000", "#ffffff"];
  const text = candidates.find((colour) => contrast(fill, rgbOf(colour)) >= legible) ?? colours.text;
  return { fill: `rgb(${fill.join(" ")})`, text };
}

/** `#rgb` or `#rrggbb` as numbers of 0 … 255. */
export function rgbOf(hex: string): Rgb {
  const digits = hex.replace("#", "");
  const wide = digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
  const at = (start: number) => Number.parseInt(wide.slice(start, start + 2), 16) || 0;
  return [at(0), at(2), at(4)];
}

function blend(from: Rgb, to: Rgb, amount: number): Rgb {
  const mix = (a: number, b: number) => Math.round(a + (b - a) * amount);
  return [mix(from[0], to[0]), mix(from[1], to[1]), mix(from[2], to[2])];
}

/** Contrast by WCAG 2, 1 … 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance([r, g, b]: Rgb): number {
  const linear = (channel: number) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}
