/** What is said of columns, as values. */
import { expect, it } from "vitest";
import type { ColumnProfileLook } from "../../../core/service/look-detail.ts";
import { barsOf, cellOf, mainFacts, profileSheet, sideFacts } from "./profile-facts.ts";

const age: ColumnProfileLook = {
  name: "age",
  kind: "numeric",
  role: "feature",
  missing: 10,
  distinct: 50,
  numbers: {
    infinite: 1,
    least: 1.5,
    lowerQuartile: 20,
    median: 30.25,
    upperQuartile: 40,
    greatest: 99,
    mean: 31.2345678,
    deviation: null,
    counts: [3, 0, 7],
  },
};
const sex: ColumnProfileLook = {
  name: "sex",
  kind: "categorical",
  role: "target",
  missing: 20,
  distinct: 4,
  levels: [
    { level: "f", count: 40 },
    { level: "m", count: 30 },
  ],
};
const name = (fact: string) => fact;

it("says where numbers lie", () => {
  expect(mainFacts(age, 100, name, "en")).toEqual([
    { name: "least", value: "1.5" },
    { name: "median", value: "30.25" },
    { name: "greatest", value: "99" },
  ]);
  expect(sideFacts(age, 100, name, "en").map(({ name: fact, value }) => `${fact} ${value}`)).toEqual([
    "mean 31.23",
    "deviation ∅",
    "missing 10%",
    "distinct 50",
    "infinite 1",
  ]);
});

it("says which levels are frequent, as shares of the rows that have one", () => {
  expect(mainFacts(sex, 100, name, "en")).toEqual([
    { name: "f", value: "50%" },
    { name: "m", value: "38%" },
  ]);
  expect(barsOf(sex, 100)).toEqual([40, 30, 10]);
  expect(barsOf({ ...sex, distinct: 2 }, 90)).toEqual([40, 30]);
  expect(barsOf(age, 100)).toEqual([3, 0, 7]);
});

it("says moments as days, with the time where there is one", () => {
  const when = { ...age, kind: "datetime" as const };
  expect(cellOf(when, 86_400_000, "en")).toBe("1970-01-02");
  expect(cellOf(when, 90_000_000, "en")).toBe("1970-01-02 01:00");
  expect(cellOf(when, 1e300, "en")).toBe("∅");
  expect(sideFacts(when, 100, name, "en").map(({ name: fact }) => fact)).not.toContain("mean");
});

it("writes every digit down", () => {
  const { head, rows } = profileSheet([age, sex]);
  expect(rows[0]?.[head.indexOf("mean")]).toBe(31.2345678);
  expect(rows[1]?.at(-1)).toBe("f: 40; m: 30");
  expect(rows[1]?.[head.indexOf("median")]).toBeNull();
});
