import { describe, expect, it } from "vitest";
import {
  checkParam,
  choice,
  column,
  columns,
  defaultParams,
  flag,
  int,
  invalidSamples,
  maxSeed,
  type Param,
  path,
  real,
  renames,
  roles,
  seed,
  text,
} from "./params.ts";

const words = { title: "t", help: "h" };
const kinds: Record<string, Param> = {
  int: int({ ...words, default: 2, min: 1, max: 9 }),
  real: real({ ...words, default: 0.5, min: 0, max: 1 }),
  open: real({ ...words, default: 0.5, min: 0, max: 1, open: true }),
  choice: choice({ ...words, default: "a", choices: { a: "A", b: "B" } }),
  flag: flag({ ...words, default: true }),
  text: text({ ...words, default: "", maxLength: 5 }),
  path: path({ ...words, default: "", extensions: [".csv"] }),
  column: column({ ...words, default: "" }),
  columns: columns(words),
  roles: roles(words),
  renames: renames(words),
  seed: seed(),
};

describe.each(Object.entries(kinds))("a parameter of kind %s", (_name, param) => {
  it("takes its default and refuses each invalid sample, showing it", () => {
    expect(checkParam(param, param.default)).toBeUndefined();
    expect(invalidSamples(param).length).toBeGreaterThan(4);
    for (const sample of invalidSamples(param))
      expect(checkParam(param, sample)).toMatchObject({
        severity: "error",
        values: { value: expect.any(String) },
      });
  });
});

describe("the ends of a range", () => {
  it.each([
    ["int", [1, 9], [0, 10, 1.0000001]],
    ["real", [0, 1, -0], [-1e-300, 1 + Number.EPSILON]],
    ["open", [Number.MIN_VALUE, 1 - Number.EPSILON], [0, 1]],
    ["seed", [0, maxSeed], [-1, maxSeed + 1]],
    ["text", ["", "12345"], ["123456"]],
    ["choice", ["a", "b"], ["A", "constructor", "__proto__", ""]],
    ["roles", [{}, { x: "target" }], [{ x: "features" }, ["target"]]],
    ["columns", [[], ["a", "花", "__proto__"]], [["a", "a"], [null], { a: "b" }]],
    ["renames", [{}, { a: "b", b: "a" }], [{ a: "" }, { a: null }, [["a", "b"]]]],
    ["path", ["../a.csv", "花.csv"], ["a\0", "x".repeat(4097)]],
  ])("of %s", (kind, good, bad) => {
    for (const value of good) expect(checkParam(kinds[kind], value), JSON.stringify(value)).toBeUndefined();
    for (const value of bad) expect(checkParam(kinds[kind], value), JSON.stringify(value)).toBeDefined();
  });

  it("are named to the user, and a long value is cut", () => {
    expect(checkParam(kinds.open, 1)).toEqual({
      code: "param.not-real-between",
      severity: "error",
      values: { value: "1", min: 0, max: 1 },
    });
    expect(checkParam(kinds.text, "x".repeat(10_000))?.values.value).toHaveLength(80);
  });
});

it("lists the defaults by name", () => {
  expect(defaultParams({ a: kinds.int, b: kinds.flag, c: kinds.roles })).toEqual({ a: 2, b: true, c: {} });
});
