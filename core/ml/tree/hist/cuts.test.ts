import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../../base/random.ts";
import { cutsOf } from "./cuts.ts";

describe("cuts of a feature", () => {
  it("lie between neighbouring values when there are few of them, missing ones and signs of zero aside", () => {
    const values = [3, Number.NaN, 1, 1, -2, 0, -0, Number.NaN, 3];
    expect([...cutsOf(Float32Array.from(values), 255, 0)]).toEqual([-1, 0.5, 2]);
    expect([...cutsOf(Float64Array.from(values), 4, 0)]).toEqual([-1, 0.5, 2]);
  });

  it("are none for a constant, for nothing but missing values, and for no rows", () => {
    for (const values of [[5, 5, 5], [Number.NaN], []])
      expect(cutsOf(Float32Array.from(values), 255, 0)).toHaveLength(0);
  });

  it("tell neighbouring floats apart", () => {
    const above = new Float32Array(new Uint32Array([0x3f800001]).buffer)[0];
    const [cut] = cutsOf(Float32Array.of(1, above), 255, 0);
    expect(cut).toBe(above);
  });

  it("ascend, part what they claim to part, and are fewer than the bins", () => {
    const values = fc.array(fc.float({ noDefaultInfinity: true }), { maxLength: 300 });
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 20 }), (list, bins) => {
        const cuts = [...cutsOf(Float32Array.from(list), bins, 0)];
        const distinct = new Set(list.filter((value) => !Number.isNaN(value)).map((value) => value + 0)).size;
        expect(cuts.length).toBeLessThan(bins);
        expect([...cuts].sort((a, b) => a - b)).toEqual(cuts);
        expect(new Set(cuts).size).toBe(cuts.length);
        if (distinct <= bins) expect(cuts.length).toBe(Math.max(0, distinct - 1));
        for (const cut of cuts) {
          expect(list.some((value) => value < cut)).toBe(true);
          expect(list.some((value) => value >= cut)).toBe(true);
        }
      }),
    );
  });

  it("fill bins about equally, also from a sample of many rows and beside a heavy value", () => {
    const random = randomStream(1, "cuts");
    const values = Float32Array.from({ length: 300_000 }, (_, i) => (i % 3 === 0 ? 0 : random.normal()));
    const cuts = cutsOf(values, 200, 0);
    expect(cuts.length).toBeGreaterThan(190);
    const rows = new Uint32Array(cuts.length + 1);
    for (const value of values) {
      let bin = 0;
      while (bin < cuts.length && cuts[bin] <= value) bin++;
      rows[bin]++;
    }
    const ascending = [...rows].sort((a, b) => a - b);
    expect(ascending.at(-1)).toBeGreaterThan(100_000);
    // 200,000 rows in some 199 bins: a thousand each.
    expect(ascending.at(-2)).toBeLessThan(1_400);
    expect(ascending[1]).toBeGreaterThan(600);
  });
});
