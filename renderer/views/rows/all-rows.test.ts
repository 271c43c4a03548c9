import { expect, it } from "vitest";
import { allRows } from "./all-rows.ts";

const source = Array.from({ length: 2345 }, (_, row) => row);
const fetch = async (offset: number, limit: number) => ({
  offset,
  rows: source.slice(offset, offset + limit),
});

it("gathers every row once, in order", async () => {
  expect(await allRows(2345, fetch)).toEqual(source);
  expect(await allRows(0, fetch)).toEqual([]);
});

it("ends where the result ends, and fails where a page does", async () => {
  expect(await allRows(9999, fetch)).toEqual(source);
  const gone = async () => Promise.reject(new Error("gone"));
  await expect(allRows(10, gone)).rejects.toThrow("gone");
});
