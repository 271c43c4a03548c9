import { expect, it } from "vitest";
import { allRows, eachPiece } from "./all-rows.ts";

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

it("hands rows over in pieces, asks for few pages at a time, and stops when told", async () => {
  const pieces: number[] = [];
  let under = 0;
  let most = 0;
  const slow = async (offset: number, limit: number) => {
    most = Math.max(most, ++under);
    await new Promise((resolve) => setTimeout(resolve, 1));
    under--;
    return fetch(offset, limit);
  };
  await eachPiece(2345, slow, (rows) => pieces.push(rows.length));
  expect(pieces).toEqual([1000, 1000, 345]);
  expect(most).toBeLessThanOrEqual(4);

  const stop = new AbortController();
  const seen: number[] = [];
  const endless = async (offset: number) => ({ offset, rows: [offset] });
  const asking = eachPiece(
    1e6,
    endless,
    ([row]) => {
      seen.push(row);
      if (row === 2000) stop.abort();
    },
    stop.signal,
  );
  await expect(asking).rejects.toThrow();
  expect(seen).toEqual([0, 1000, 2000]);
});
