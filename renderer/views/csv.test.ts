/** Tables as text, by the rules of RFC 4180. */
import { describe, expect, it } from "vitest";
import { csvOf, fileName, tsvOf } from "./csv.ts";

describe("csvOf", () => {
  it("quotes what holds commas, quotes, line ends or outer blanks", () => {
    const rows = [["a,b", 'say "x"', "two\nlines", " edge"]];
    expect(csvOf({ head: ["1", "2", "3", "4"], rows })).toBe(
      '1,2,3,4\r\n"a,b","say ""x""","two\nlines"," edge"\r\n',
    );
  });

  it("keeps every digit and leaves missing cells empty", () => {
    expect(csvOf({ head: ["x", "y", "z"], rows: [[0.1 + 0.2, null, true]] })).toBe(
      "x,y,z\r\n0.30000000000000004,,true\r\n",
    );
  });
});

describe("tsvOf", () => {
  it("keeps one row a line", () => {
    expect(tsvOf({ head: ["a", "b"], rows: [["x\ty\nz", 1]] })).toBe("a\tb\nx y z\t1");
  });
});

describe("fileName", () => {
  it("keeps letters of any script and no separators", () => {
    expect(fileName("Fit · 模型/α", "csv")).toBe("Fit-模型-α.csv");
    expect(fileName("///", "png")).toBe("result.png");
  });
});
