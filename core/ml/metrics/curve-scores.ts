/** Areas under curves as scores: the one of a class, or the means over several, and each class by itself. */
import type { Curve, Scores } from "../values.ts";
import type { OneVsRest } from "./one-vs-rest.ts";

/** A class with its curve, which is left out where it is not defined; its weighted share, and its number of rows. */
export type RankedClass = { name: string; curve?: Curve; share: number; support: number };

/** Mean of the areas, and the mean weighted by the share of each class. */
export function averagesOf(curves: readonly Curve[]): { mean: number; weighted: number } {
  const shares = curves.reduce((sum, { base }) => sum + base, 0);
  return {
    mean: curves.reduce((sum, { area }) => sum + area, 0) / curves.length,
    weighted: curves.reduce((sum, { area, base }) => sum + area * base, 0) / shares,
  };
}

/** `auc` of one class, else `macroAuc`, `weightedAuc`, `microAuc`, or the same of another area. */
export function rankedScores(
  { on, rows }: OneVsRest,
  ranked: readonly RankedClass[],
  averages: readonly Curve[],
  names: { one: string; many: string },
): Scores {
  const curves = ranked.flatMap(({ curve }) => (curve ? [curve] : []));
  const { mean, weighted } = averagesOf(curves);
  const micro = averages.find(({ of }) => of === "micro");
  const several = {
    [`macro${names.many}`]: mean,
    [`weighted${names.many}`]: weighted,
    ...(micro && { [`micro${names.many}`]: micro.area }),
  };
  return {
    kind: "scores",
    on,
    rows,
    values: ranked.length === 1 ? { [names.one]: mean } : several,
    perClass: {
      classes: ranked.map(({ name }) => name),
      series: {
        [names.one]: Float64Array.from(ranked, ({ curve }) => curve?.area ?? Number.NaN),
        prevalence: Float64Array.from(ranked, ({ share }) => share),
        support: Float64Array.from(ranked, ({ support }) => support),
      },
    },
  };
}
