/** Subscripts in a line of mathematics. */
import { expect, it } from "vitest";
import { piecesOf } from "./Formula.tsx";

it("takes a letter, a word, a number or a braced expression as subscript", () => {
  expect(piecesOf("Σ_{m ≤ M} α_m·h_12")).toEqual([
    { text: "Σ", sub: "m ≤ M" },
    { text: " α", sub: "m" },
    { text: "·h", sub: "12" },
  ]);
  expect(piecesOf("plain")).toEqual([{ text: "plain", sub: "" }]);
});
