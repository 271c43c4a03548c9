/**
 * Class colours stay apart for the three common colour-blindnesses and can be seen on every surface. Sight is simulated
 * by the matrices of Machado, Oliveira & Fernandes 2009 (severity 1, on linear RGB); distances are taken in OKLab
 * (Ottosson 2020), where 0.02 is about the smallest difference that is noticed side by side.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast, rgbOf } from "./confusion/shades.ts";

const sights = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};
const leastDistance = 0.09;

function palette(theme: "light" | "dark"): string[] {
  const css = readFileSync("renderer/views/palette.css", "utf8");
  const block = css.slice(css.indexOf(`[data-theme="${theme}"]`)).split("}")[0] ?? "";
  return [...block.matchAll(/--class-\d+: (#[0-9a-f]{6})/g)].map(([, colour]) => colour ?? "");
}

function linear(hex: string): number[] {
  return rgbOf(hex).map((channel) =>
    channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
  );
}

function seen(hex: string, sight: readonly number[]): number[] {
  const rgb = linear(hex);
  const row = (start: number) =>
    Math.min(
      1,
      Math.max(
        0,
        rgb.reduce((sum, channel, i) => sum + channel * (sight[start + i] ?? 0), 0),
      ),
    );
  return okLab([row(0), row(3), row(6)]);
}

function okLab([r = 0, g = 0, b = 0]: number[]): number[] {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

describe.each([
  ["light", ["#ffffff", "#f0f2ee"]],
  ["dark", ["#1a1e1b", "#20251f"]],
] as const)("class colours, %s", (theme, surfaces) => {
  const colours = palette(theme);

  it("are eight, each at 3 : 1 on every surface", () => {
    expect(colours).toHaveLength(8);
    for (const colour of colours) {
      for (const surface of surfaces)
        expect(contrast(rgbOf(colour), rgbOf(surface)), colour).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(Object.entries(sights))("stay apart in %s", (_, sight) => {
    colours.forEach((colour, i) => {
      for (const other of colours.slice(0, i)) {
        const [a, b] = [seen(colour, sight), seen(other, sight)];
        expect(Math.hypot(...a.map((value, k) => value - (b[k] ?? 0))), `${colour} ${other}`).toBeGreaterThan(
          leastDistance,
        );
      }
    });
  });
});
