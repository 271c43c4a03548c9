/** Which slices of the bundled fonts go with a figure. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { facesFor, holds } from "./embed-fonts.ts";

it("reads ranges as CSS has them", () => {
  expect(holds("U+0-ff, U+131", 0x41)).toBe(true);
  expect(holds("U+0-ff, U+131", 0x131)).toBe(true);
  expect(holds("U+0-ff, U+131", 0x132)).toBe(false);
  expect(holds("U+4??", 0x4ab)).toBe(true);
  expect(holds("U+4??", 0x5ab)).toBe(false);
  expect(holds("", 0x9fff)).toBe(true);
});

/** What the packages declare, as the page would find it. */
function bundled() {
  return ["inter", "jetbrains-mono", "noto-sans-sc"].flatMap((name) => {
    const css = readFileSync(`node_modules/@fontsource-variable/${name}/wght.css`, "utf8");
    return [...css.matchAll(/@font-face \{([^}]*)\}/g)].map(([, body = ""]) => ({
      family: /font-family: '([^']*)'/.exec(body)?.[1] ?? "",
      range: /unicode-range: ([^;]*)/.exec(body)?.[1] ?? "",
      weight: "100 900",
      url: /url\(([^)]*)\)/.exec(body)?.[1] ?? "",
    }));
  });
}

it("takes the slices of the characters that are drawn, and of named families alone", () => {
  const figure = (text: string) =>
    `<svg font-family="Inter Variable, Noto Sans SC Variable"><text>${text}</text></svg>`;
  const urls = (text: string) => facesFor(figure(text), bundled()).map(({ url }) => url);
  expect(urls("accuracy 0.93")).toEqual(["./files/inter-latin-wght-normal.woff2"]);
  const chinese = urls("真实类别");
  expect(chinese.length).toBeGreaterThan(0);
  expect(chinese.every((url) => url.includes("noto-sans-sc"))).toBe(true);
});

it("finds every bundled family named in the look, so that none is bundled for nothing", () => {
  const tokens = readFileSync("renderer/theme/tokens.css", "utf8");
  for (const family of new Set(bundled().map(({ family }) => family)))
    expect(tokens).toContain(`"${family}"`);
});
