import { expect, it } from "vitest";
import { nestsDeeper } from "./nesting.ts";

const nested = (depth: number) => `${'{"a":['.repeat(depth / 2)}1${"]}".repeat(depth / 2)}`;

it.each([
  [nested(10), 10, false],
  [nested(12), 10, true],
  [JSON.stringify({ text: "[[[[[[[[[[[[[[[[" }), 2, false],
  [JSON.stringify({ text: '\\"[[[[[[[["[[[[[[' }), 2, false],
  [JSON.stringify([{ "\\": [] }, [], [], [], [], [], []]), 3, false],
  [JSON.stringify([[[[[]]]]]), 4, true],
  ['"never ends [[[[[[[[[[[', 2, false],
  ["[".repeat(1_000_000), 500, true],
  ["]".repeat(1_000_000), 500, false],
] as const)("%#", (text, most, deeper) => {
  expect(nestsDeeper(text, most)).toBe(deeper);
});
