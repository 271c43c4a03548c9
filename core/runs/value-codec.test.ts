import { describe, expect, it } from "vitest";
import { moons } from "../ml/table/generate.ts";
import type { Table } from "../ml/values.ts";
import { decodeValue, encodeValue } from "./value-codec.ts";

function roundTrip(value: unknown): unknown {
  const { json, data, tables } = encodeValue(value);
  return decodeValue({ json: JSON.parse(JSON.stringify(json)), data, tables });
}

describe("values on disk", () => {
  it.each([
    ["numbers that JSON cannot say", { a: Number.NaN, b: Number.POSITIVE_INFINITY, c: -0, d: 0.1 + 0.2 }],
    ["keys that look like marks", { $array: "f64", $$x: [1], $number: 3 }],
    ["nested lists", [[1, [2, null]], "text", true]],
    [
      "arrays",
      {
        f: Float64Array.of(1, Number.NaN, -0),
        i: Int32Array.of(-1),
        u: new Uint8Array(3),
        e: new Float32Array(0),
      },
    ],
  ])("keeps %s", (_, value) => {
    expect(roundTrip(value)).toStrictEqual(value);
  });

  it("writes an array once, however often it is referred to", () => {
    const shared = new Float64Array(1000);
    expect(encodeValue({ model: { trace: shared }, trace: shared }).data.length).toBe(8000);
  });

  it("keeps a table whole: columns, levels that no row has, missing cells, row ids", () => {
    const table: Table = {
      ...moons({ rows: 5, seed: 1 }),
      columns: [
        {
          name: "x",
          role: "feature",
          kind: "numeric",
          values: Float64Array.of(1, Number.NaN, 3, 4, 5),
          valid: Uint8Array.of(0b11101),
        },
        {
          name: "名",
          role: "target",
          kind: "categorical",
          codes: Int32Array.of(0, 2, -1, 0, 2),
          levels: ["a", "b", "c"],
          valid: Uint8Array.of(0b11011),
        },
        {
          name: "empty",
          role: "ignored",
          kind: "text",
          codes: new Int32Array(5).fill(-1),
          levels: [],
          valid: Uint8Array.of(0),
        },
      ],
    };
    expect(roundTrip({ table })).toEqual({ table });
  });

  it("keeps a table without rows", () => {
    const table: Table = {
      kind: "table",
      rowCount: 0,
      origin: [],
      columns: [{ name: "x", role: "feature", kind: "numeric", values: new Float64Array(0) }],
    };
    expect(roundTrip(table)).toEqual(table);
  });

  it("refuses what is no value", () => {
    expect(() => encodeValue({ f: () => 1 })).toThrow(TypeError);
  });
});
