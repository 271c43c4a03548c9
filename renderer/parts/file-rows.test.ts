import { describe, expect, it } from "vitest";
import { fileRows } from "./file-rows.ts";

const shown = (paths: readonly string[], closed: readonly string[] = []) =>
  fileRows(
    paths.map((path) => ({ path })),
    new Set(closed),
  ).map((row) => `${"  ".repeat(row.depth)}${row.name}${row.kind === "folder" ? "/" : ""}`);

describe("files as lines", () => {
  it("have folders first, then files, in natural order, at every depth", () => {
    const paths = ["run10.csv", "b/z.csv", "Run2.csv", "b/a/x.csv", "a10/y.csv", "a9/y.csv", "run1.csv"];
    expect(shown(paths)).toEqual([
      "a9/",
      "  y.csv",
      "a10/",
      "  y.csv",
      "b/",
      "  a/",
      "    x.csv",
      "  z.csv",
      "run1.csv",
      "Run2.csv",
      "run10.csv",
    ]);
  });

  it("leave out what is in closed folders, and count it", () => {
    expect(shown(["a/b/x.csv", "a/y.csv", "z.csv"], ["a"])).toEqual(["a/", "z.csv"]);
    const [folder] = fileRows([{ path: "a/b/x.csv" }, { path: "a/y.csv" }], new Set(["a"]));
    expect(folder).toMatchObject({ kind: "folder", files: 2, open: false });
  });

  it("do not stumble over names that objects have", () => {
    expect(shown(["__proto__/constructor", "toString"])).toEqual(["__proto__/", "  constructor", "toString"]);
  });
});
