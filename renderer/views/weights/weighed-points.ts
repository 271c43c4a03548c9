/** Rows on a plane as points whose areas are their weights. Pure. */
import type { WeightsLook } from "../../../core/service/look-detail.ts";
import type { PlanePoint } from "../detail/PlanePicture.tsx";
import { radiiOf } from "../detail/plane-layout.ts";

type Named = { readonly row: number; readonly group: string; readonly weight: number };

/** The heaviest first, so that none hides a lighter one. */
export function weighedPoints(
  { rows, at, xs, ys, groups, classes, weights }: NonNullable<WeightsLook["plane"]>,
  count: number,
  title: (point: Named) => string,
): PlanePoint[] {
  const radii = radiiOf(weights, count);
  return rows
    .map((row, i) => {
      const group = groups?.[i] ?? -1;
      return {
        at: at[i] ?? i,
        row,
        x: xs[i] ?? 0,
        y: ys[i] ?? 0,
        group,
        radius: radii[i] ?? 0,
        title: title({ row, group: classes[group] ?? "", weight: weights[i] ?? 0 }),
      };
    })
    .sort((a, b) => b.radius - a.radius);
}
