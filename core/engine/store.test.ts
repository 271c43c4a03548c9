import { describe, expect, it } from "vitest";
import type { Result } from "../runs/result.ts";
import { bytesOf, ResultStore } from "./store.ts";

const result = (bytes: number): Result => ({ outputs: {}, ms: 1, bytes, warnings: [] });

describe("the store", () => {
  it("throws out the least recently used first", () => {
    const store = new ResultStore(100);
    store.put("a", result(40));
    store.put("b", result(40));
    store.get("a");
    store.put("c", result(40));
    expect(["a", "b", "c"].map((key) => store.peek(key) !== undefined)).toEqual([true, false, true]);
    expect(store.bytes).toBe(80);
  });

  it("is not stirred by a peek", () => {
    const store = new ResultStore(100);
    store.put("a", result(60));
    store.put("b", result(40));
    store.peek("a");
    store.put("c", result(10));
    expect(store.peek("a")).toBeUndefined();
    expect(store.bytes).toBe(50);
  });

  it("throws out as many as it must", () => {
    const store = new ResultStore(100);
    for (const key of ["a", "b", "c", "d"]) store.put(key, result(25));
    store.put("e", result(80));
    expect(["a", "b", "c", "d", "e"].filter((key) => store.peek(key))).toEqual(["e"]);
  });

  it("counts a result once, however often it is put", () => {
    const store = new ResultStore(100);
    store.put("a", result(30));
    store.put("a", result(50));
    expect(store.bytes).toBe(50);
  });

  it("keeps the newest even when it alone is too large", () => {
    const store = new ResultStore(10);
    store.put("a", result(5));
    store.put("b", result(500));
    expect([store.peek("a"), store.peek("b")?.bytes]).toEqual([undefined, 500]);
  });
});

describe("bytesOf", () => {
  it("counts a buffer once", () => {
    const values = new Float64Array(1000);
    expect(bytesOf({ a: values, b: [values.subarray(10)], c: new Uint8Array(values.buffer) })).toBe(8000);
  });

  it("counts what JSON would hold, roughly", () => {
    expect(bytesOf({ text: "four", numbers: [1, 2], nothing: null, flag: true })).toBe(8 + 16);
  });

  it("takes a list of a million texts", () => {
    expect(bytesOf({ levels: new Array<string>(1_000_000).fill("ab") })).toBe(4_000_000);
  });
});
