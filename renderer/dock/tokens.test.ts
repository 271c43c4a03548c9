import { describe, expect, it } from "vitest";
import { tokensOf } from "./tokens.ts";

describe("script colouring", () => {
  it("loses no character and no line", () => {
    const text = 'import { a } from "b"; // note\nconst x = await f("s, 1", { n: 0.5 });\n/* two\nlines */';
    const lines = tokensOf(text);
    expect(lines.map((line) => line.map((token) => token.text).join("")).join("\n")).toBe(text);
    expect(lines[1]?.find(({ text: word }) => word === "0.5")?.kind).toBe("number");
    expect(lines[3]?.[0]?.kind).toBe("comment");
  });
});
