/** A table set as a figure. */
import { expect, it } from "vitest";
import { mostSet, tableFigure } from "./table-figure.ts";

const look = { surface: "#fff", text: "#000", text2: "#333", line: "#ccc", font: "F", mono: "M" };
const word = (cell: unknown) => (cell === null ? "∅" : String(cell));
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

it("sets title, heads and cells, numbers to the right, and writes what XML has no place for in another way", () => {
  const rows = [
    ["a<b & c", 1],
    ["bell \u0007", null],
  ];
  const svg = tableFigure({ title: "T", sheet: { head: ["name", "n"], rows }, word }, look);
  expect(texts(svg)).toEqual(["T", "name", "a&lt;b &amp; c", "bell �", "n", "1", "∅"]);
  expect(svg.match(/text-anchor="end"/g)).toHaveLength(3);
});

it("sets the first rows of a long one and says so", () => {
  const rows = Array.from({ length: 500 }, (_, row) => [row]);
  const svg = tableFigure({ title: "T", sheet: { head: ["n"], rows }, more: "and more", word }, look);
  expect(texts(svg)).toHaveLength(1 + 1 + mostSet + 1);
  expect(texts(svg).at(-1)).toBe("and more");
});
