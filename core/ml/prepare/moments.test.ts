/** Moments block by block against the two passes over all rows, and against closed forms. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../base/random.ts";
import { momentsInBlocks, momentsInTwoPasses } from "./moments.ts";

describe("moments in blocks", () => {
  it("are those of two passes, for any number of rows", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer(), (rows, seed) => {
        const random = randomStream(seed, "moments");
        const feature = Float64Array.from({ length: rows }, () => 50 + random.normal());
        const [got, want] = [momentsInBlocks(feature), momentsInTwoPasses(feature)];
        expect(got?.total).toBe(rows);
        expect(got?.mean).toBeCloseTo(want.mean, 12);
        expect(Math.abs((got?.squares ?? 0) - want.squares)).toBeLessThan(1e-11 * rows);
      }),
    );
  });

  it("keep their digits far from 0", () => {
    // The remainders 0 … 6 have mean 3 and variance 4.
    const feature = Float64Array.from({ length: 7 * 1001 }, (_, row) => 1e9 + (row % 7));
    // To the last but one digit of such a number.
    expect(Math.abs((momentsInBlocks(feature)?.mean ?? 0) - (1e9 + 3))).toBeLessThan(3e-7);
    expect(momentsInBlocks(feature)?.squares).toBeCloseTo(4 * feature.length, 4);
  });

  it("of float32 that changes from block to block are those of its numbers", () => {
    const feature = Float32Array.from({ length: 8192 }, (_, row) => Math.floor(row / 1024));
    expect(momentsInBlocks(feature)).toEqual({ total: 8192, mean: 3.5, squares: 8192 * 5.25 });
  });

  it("are not there where a cell is missing", () => {
    const feature = new Float64Array(3000).fill(1);
    feature[2999] = Number.NaN;
    expect(momentsInBlocks(feature)).toBeUndefined();
    expect(momentsInTwoPasses(feature)).toEqual({ total: 2999, mean: 1, squares: 0 });
  });
});
