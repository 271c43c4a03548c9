/**
 * Deterministic data in the shape of HIGGS (Baldi, Sadowski & Whiteson 2014): 21 low-level features, 7 derived from
 * them, two classes that overlap. Float32, so that both sides of a benchmark see the same numbers.
 */
import { randomStream } from "../core/base/random.ts";

export const higgsColumns = 28;

/** `features` is `[rows, 28]` row-major, `labels` `[rows]` of 0 and 1. */
export function higgsLike(rows: number, seed: number): { features: Float32Array; labels: Int32Array } {
  const random = randomStream(seed, "bench/higgs-like");
  const features = new Float32Array(rows * higgsColumns);
  const labels = new Int32Array(rows);
  const low = new Float64Array(21);
  for (let row = 0; row < rows; row++) {
    const label = random.uniform() < 0.53 ? 1 : 0;
    // Momenta are long-tailed, angles uniform; the signal shifts some of the momenta a little.
    for (let k = 0; k < low.length; k++)
      low[k] =
        k % 3 === 0
          ? Math.exp(0.5 * random.normal() + (label === 1 ? 0.02 * (k % 5) : 0))
          : Math.PI * (2 * random.uniform() - 1);
    const start = row * higgsColumns;
    features.set(low, start);
    for (let k = 0; k < 7; k++) {
      const mass = Math.sqrt(2 * low[3 * k] * low[(3 * k + 3) % 21] * (1 - 0.9 * Math.cos(low[3 * k + 1])));
      features[start + 21 + k] = mass * (1 + 0.1 * random.normal() + (label === 1 ? 0.05 : 0));
    }
    labels[row] = label;
  }
  return { features, labels };
}
