/** xoshiro128** against the reference in C (test/golden/xoshiro.py), and the streams made of it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { golden } from "../../test/golden/golden.ts";
import { permutation, randomStream, xoshiro128 } from "./random.ts";

type Case = { state: [number, number, number, number]; first: number[]; thousandth: number };

describe("xoshiro128**", () => {
  it.each(golden<{ cases: Case[] }>("xoshiro.json").cases)(
    "from state $state",
    ({ state, first, thousandth }) => {
      const random = xoshiro128(state);
      const got = Array.from({ length: 1000 }, () => random.bits());
      expect(got.slice(0, 16)).toEqual(first);
      expect(got[999]).toBe(thousandth);
    },
  );
});

describe("random streams", () => {
  it("differ by purpose and by seed, and repeat", () => {
    const draw = (seed: number, purpose: string): number => randomStream(seed, purpose).bits();
    expect(draw(7, "split")).toBe(draw(7, "split"));
    expect(new Set([draw(7, "split"), draw(8, "split"), draw(7, "noise")]).size).toBe(3);
  });

  it("draw integers below their bound", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4_294_967_296 }), fc.integer(), (bound, seed) => {
        const draw = randomStream(seed, "below").below(bound);
        expect(draw >= 0 && draw < bound && Number.isInteger(draw)).toBe(true);
      }),
    );
  });

  it("draw the remainder of the first draw that no remainder is favoured by", () => {
    const bounds = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 4_294_967_296 }));
    fc.assert(
      fc.property(bounds, fc.integer(), (bound, seed) => {
        const random = randomStream(seed, "below");
        const bits = randomStream(seed, "below");
        for (let i = 0; i < 20; i++) {
          let draw = bits.bits();
          while (draw >= 4_294_967_296 - (4_294_967_296 % bound)) draw = bits.bits();
          expect(random.below(bound)).toBe(draw % bound);
        }
      }),
    );
  });

  it("have mean 0 and variance 1 where normal", () => {
    const random = randomStream(1, "normal");
    const draws = Array.from({ length: 20_000 }, () => random.normal());
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
    // Four standard errors: 1/√n for the mean, √(2/n) for the variance.
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(20_000));
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / 20_000));
  });

  it("permute without losing a row", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer(), (n, seed) => {
        expect([...permutation(n, randomStream(seed, "p"))].sort((a, b) => a - b)).toEqual([
          ...Array(n).keys(),
        ]);
      }),
    );
  });
});
