import { describe, expect, it } from "vitest";
import { recentFiles, rememberRecent } from "./recent.ts";

function storage(text: string | null = null) {
  let kept = text;
  return {
    getItem: () => kept,
    setItem(_key: string, value: string) {
      kept = value;
    },
  };
}

describe("recent files", () => {
  it("are each folder's own, the newest first, each once, and eight at most", () => {
    const kept = storage();
    for (let n = 0; n < 12; n++) rememberRecent("work", `${n % 10}.espalier`, kept);
    rememberRecent("home", "a.espalier", kept);
    expect(recentFiles("work", kept)).toEqual(
      ["1", "0", "9", "8", "7", "6", "5", "4"].map((name) => `${name}.espalier`),
    );
    expect(recentFiles("home", kept)).toEqual(["a.espalier"]);
    expect(recentFiles("toString", kept)).toEqual([]);
  });

  it("are none where what was kept cannot be read", () => {
    for (const text of ["no json", "null", "3", '{"work":"a"}', '{"work":[1]}'])
      expect(recentFiles("work", storage(text))).toEqual([]);
  });
});
