import { expect, it } from "vitest";
import type { TableLook } from "../../../core/service/look.ts";
import { exampleCondition } from "./example-condition.ts";

const column = (name: string, kind: TableLook["columns"][number]["kind"]) =>
  ({ name, kind, role: "feature", missing: 0 }) as const;

it("speaks of the first column that has a value to compare with", () => {
  const columns = [
    column("when", "datetime"),
    column("body mass", "numeric"),
    column("species", "categorical"),
  ];
  expect(exampleCondition({ columns, rows: [["2020", 4201.987, "a"]] })).toBe('"body mass" > 4200');
  expect(exampleCondition({ columns, rows: [["2020", null, "it's"]] })).toBe("\"species\" = 'it''s'");
  expect(exampleCondition({ columns, rows: [] })).toBe("");
});
