/** What naive Bayes takes each class to look like along one feature: a normal density, weighed with the share of the class. Pure. */

export type ClassNormal = {
  readonly name: string;
  readonly mean: number | null | undefined;
  readonly deviation: number | null | undefined;
  /** Share of the class among the rows. */
  readonly share: number;
};

export type DensityCurve = {
  readonly name: string;
  /** Position among the classes, for its colour. */
  readonly index: number;
  /** From 0 at the foot to 1 at the highest point of all curves, at equal steps from `low` to `high`. */
  readonly heights: readonly number[];
};

export type Densities = {
  readonly low: number;
  readonly high: number;
  readonly curves: readonly DensityCurve[];
};

const steps = 80;
const reach = 3.2;

/** The curves over a range that holds nearly all of each class; none for a class without a spread. */
export function densitiesOf(classes: readonly ClassNormal[]): Densities | undefined {
  const known = classes.flatMap(({ name, mean, deviation, share }, index) =>
    typeof mean === "number" && typeof deviation === "number" && deviation > 0
      ? [{ name, index, mean, deviation, share }]
      : [],
  );
  if (known.length === 0) return undefined;
  const low = Math.min(...known.map(({ mean, deviation }) => mean - reach * deviation));
  const high = Math.max(...known.map(({ mean, deviation }) => mean + reach * deviation));
  const curves = known.map(({ name, index, mean, deviation, share }) => ({
    name,
    index,
    heights: Array.from({ length: steps + 1 }, (_, step) => {
      const z = (low + (step / steps) * (high - low) - mean) / deviation;
      return (share / deviation) * Math.exp(-0.5 * z * z);
    }),
  }));
  const tallest = Math.max(...curves.flatMap(({ heights }) => heights));
  const scaled = curves.map((curve) => ({
    ...curve,
    heights: curve.heights.map((height) => height / tallest),
  }));
  return { low, high, curves: scaled };
}
