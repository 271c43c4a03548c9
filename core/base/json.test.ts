import { describe, expect, it } from "vitest";
import { Cancelled, DiagnosticError, diagnosticOf, fail, problem } from "./diagnostic.ts";
import { fileDiagnostic } from "./file-errors.ts";
import { freeId, isId } from "./ids.ts";
import { canonicalJson, equalJson, hashJson } from "./json.ts";

describe("canonical JSON", () => {
  it("sorts keys by code unit and leaves out what is undefined", () => {
    expect(
      canonicalJson({ b: [1, { z: null, a: "é" }], a: undefined, B: true, "\u{1F333}": 0, "\uFFFF": 1 }),
    ).toBe('{"B":true,"b":[1,{"a":"é","z":null}],"\u{1F333}":0,"\uFFFF":1}');
  });

  it("is what the hash is made of", () => {
    // printf '{"a":1,"b":[true,null]}' | sha256sum
    expect(hashJson({ b: [true, null], a: 1 })).toBe(
      "1cc69c7fa23616ca2ec3ee70d24390a6225c8832db8a4c814c7e0e7f942f8668",
    );
    expect(equalJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
    expect(equalJson([1, 2], [2, 1])).toBe(false);
  });
});

describe("ids", () => {
  it.each(["a", "_x", "a1_B", "x".repeat(64)])("%s is one", (id) => expect(isId(id)).toBe(true));
  it.each(["", "1a", "a-b", "a b", "花", "__proto__", "constructor", "x".repeat(65), "a\n"])(
    "%j is none",
    (id) => expect(isId(id)).toBe(false),
  );

  it("finds a free one from anything", () => {
    expect(freeId("stump", new Set(["stump", "stump2"]))).toBe("stump3");
    for (const base of ["", "花", "9", "__proto__", "constructor", "a b-c", "x".repeat(100)])
      expect(isId(freeId(base, new Set()))).toBe(true);
  });
});

describe("diagnostics", () => {
  it("come out of anything that was thrown", () => {
    const said = problem("a.b", { n: 1 }, { node: "x" });
    expect(diagnosticOf(new DiagnosticError(said))).toBe(said);
    expect(diagnosticOf(new TypeError("odd"))).toEqual(problem("internal.unexpected", { message: "odd" }));
    expect(diagnosticOf("text")).toEqual(problem("internal.unexpected", { message: "text" }));
    expect(() => fail("a.b", { n: 1 })).toThrow(/a\.b \{"n":1\}/);
    expect(new Cancelled()).toBeInstanceOf(Error);
  });

  it("name what the system refused", () => {
    const refused = (code: string) => fileDiagnostic(Object.assign(new Error("no"), { code }), "p").code;
    expect([refused("ENOENT"), refused("ENOSPC"), refused("EACCES"), refused("EODD")]).toEqual([
      "file.missing",
      "file.disk-full",
      "file.no-permission",
      "file.failed",
    ]);
    expect(fileDiagnostic("x", "p")).toEqual(problem("file.failed", { path: "p", message: "x" }));
  });
});
