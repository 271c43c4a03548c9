import { describe, expect, it } from "vitest";
import { type Condition, conditionHolds, namesIn } from "./condition.ts";
import type { Json } from "./json.ts";

const ofText: Condition = {
  any: [
    { param: "format", in: ["csv"] },
    {
      all: [
        { param: "format", in: ["auto"] },
        { param: "path", endings: ["", ".csv", ".txt"] },
      ],
    },
  ],
};
const holds = (values: Record<string, Json>, condition: Condition = ofText) =>
  conditionHolds(condition, (name) => values[name] ?? null);

describe("a condition", () => {
  it("asks for one of several values, by content", () => {
    const one: Condition = { param: "a", in: [1, { b: [2] }] };
    expect(holds({ a: 1 }, one)).toBe(true);
    expect(holds({ a: { b: [2] } }, one)).toBe(true);
    expect(holds({ a: "1" }, one)).toBe(false);
    expect(holds({}, one)).toBe(false);
  });

  it("asks for the ending of a path, whatever its case, or for none yet", () => {
    expect(holds({ format: "auto", path: "" })).toBe(true);
    expect(holds({ format: "auto", path: "data/A.CSV" })).toBe(true);
    expect(holds({ format: "auto", path: "data/a.parquet" })).toBe(false);
    expect(holds({ format: "auto", path: "data/csv" })).toBe(false);
    expect(holds({ format: "csv", path: "data/a.parquet" })).toBe(true);
    expect(holds({ format: "parquet", path: "data/a.csv" })).toBe(false);
    expect(holds({ format: "auto", path: 3 }, { param: "path", endings: [".csv"] })).toBe(false);
  });

  it("names what it asks for", () => {
    expect(namesIn(ofText)).toEqual(["format", "format", "path"]);
  });
});
