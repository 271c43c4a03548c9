/** The coefficients of one score as bars, the largest first. Pure. */
import type { CoefficientsLook, ScoreLook } from "../../../core/service/look-detail.ts";
import { type BarLayout, layBars } from "../importance/bar-layout.ts";
import type { Size } from "../use-size.ts";

export type Weighed = { readonly name: string; readonly value: number };

/** Features by the size of their coefficient; those without a number are left out. */
export function weighed({ features }: CoefficientsLook, score: ScoreLook): Weighed[] {
  return features
    .flatMap((name, j) => {
      const value = score.values[j];
      return value === null || value === undefined ? [] : [{ name, value }];
    })
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
}

/** Bars from zero to either side. */
export function layCoefficients(rows: readonly Weighed[], room: Size): BarLayout {
  return layBars({ features: rows.map(({ name, value }) => ({ name, mean: value, sd: 0 })) }, room);
}

/** What a score is called: a class, one class against another, or the target. */
export function scoreName(
  { of, against }: ScoreLook,
  versus: (of: string, against: string) => string,
): string {
  return against === undefined ? of : versus(of, against);
}
