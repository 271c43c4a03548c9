/** Which rows are in sight: every row can be reached, and neighbouring windows never disagree about a place. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bodyHeight, rowAt, rowWindow, scrollRange, scrollTopOf, tallest } from "./row-window.ts";

const small = { rowCount: 100, rowHeight: 22, viewport: 220 };
const million = { rowCount: 1_000_000, rowHeight: 22, viewport: 220 };

describe("a window of rows", () => {
  it("is plain division while the body is not too tall", () => {
    expect(rowWindow(small, 44, 0)).toEqual({ first: 2, last: 12, top: 44 });
    expect(bodyHeight(small)).toBe(2200);
  });

  it("begins and ends with the table", () => {
    expect(rowWindow(small, 0).first).toBe(0);
    expect(rowWindow(small, 1e9).last).toBe(100);
    expect(rowWindow({ ...small, rowCount: 0 }, 0)).toEqual({ first: 0, last: 0, top: 0 });
  });

  it("reaches the last of a million rows below the height that browsers allow", () => {
    expect(bodyHeight(million)).toBe(tallest);
    const { last, first, top } = rowWindow(million, scrollRange(million));
    expect(last).toBe(1_000_000);
    const bottomOfLast = top + (last - first) * 22;
    expect(bottomOfLast).toBeCloseTo(tallest, 3);
  });

  it("fills the viewport at any position of tables of any length", () => {
    const geometry = fc.record({
      rowCount: fc.integer({ min: 1, max: 20_000_000 }),
      viewport: fc.integer({ min: 22, max: 2000 }),
    });
    fc.assert(
      fc.property(geometry, fc.double({ min: 0, max: 1, noNaN: true }), ({ rowCount, viewport }, share) => {
        const all = { rowCount, viewport, rowHeight: 22 };
        const scrollTop = share * scrollRange(all);
        const { first, last, top } = rowWindow(all, scrollTop);
        expect(top).toBeLessThanOrEqual(scrollTop + 1e-3);
        const bottom = top + (last - first) * 22;
        expect(bottom).toBeGreaterThanOrEqual(
          Math.min(scrollTop + viewport, last === rowCount ? bottom : Number.POSITIVE_INFINITY) - 1e-3,
        );
      }),
    );
  });

  it("puts the row that was asked for at the top", () => {
    for (const row of [0, 1, 12_345, 999_000])
      expect(rowAt(million, scrollTopOf(million, row))).toBeCloseTo(row, 6);
  });
});
