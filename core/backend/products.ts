/**
 * Products of square matrices, timed and checked: C = A B with entries uniform in [−1, 1), the same on every backend. The
 * reference is float64 over the same float32 entries, in plain loops; of large matrices 32 rows are checked, spread evenly.
 */
import { fail } from "../base/diagnostic.ts";
import { randomStream } from "../base/random.ts";
import type { BackendWork, MatmulTiming } from "./job.ts";
import type { Backend } from "./load.ts";
import { checkBytes } from "./webgpu-device.ts";

const checkedRows = 32;
/** Beyond this a product is not inexact but wrong: float32 over 4,096 terms stays below 1e-5. */
const wrongFrom = 1e-3;

/** Throws `backend.too-large` before anything is allocated, `backend.wrong-result` after. */
export async function timeProducts(
  { tf, name, mostBytes }: Backend,
  { sizes, repeats, seed }: Extract<BackendWork, { kind: "matmul" }>,
  progress: (done: number, total: number) => void,
): Promise<MatmulTiming[]> {
  for (const size of sizes) checkBytes(name, 4 * size * size, mostBytes);
  const timings: MatmulTiming[] = [];
  const total = sizes.length * (repeats + 1);
  for (const size of sizes) {
    const [left, right] = ["left", "right"].map((side) => entries(size, seed, side));
    const a = tf.tensor2d(left, [size, size]);
    const b = tf.tensor2d(right, [size, size]);
    const times: number[] = [];
    let product: ArrayLike<number> = [];
    // The first compiles and warms up, and does not count.
    for (let turn = 0; turn <= repeats; turn++) {
      const began = performance.now();
      const c = tf.matMul(a, b);
      product = await c.data();
      if (turn > 0) times.push(performance.now() - began);
      c.dispose();
      progress(timings.length * (repeats + 1) + turn + 1, total);
    }
    tf.dispose([a, b]);
    const error = largestError(product, left, right, size);
    if (!(error < wrongFrom)) fail("backend.wrong-result", { backend: name, size, error });
    timings.push({ size, ms: median(times), error });
  }
  return timings;
}

function entries(size: number, seed: number, side: string): Float32Array {
  const random = randomStream(seed, `matmul ${side} ${size}`);
  return Float32Array.from({ length: size * size }, () => 2 * random.uniform() - 1);
}

/** max |C − reference| ÷ max |reference| over the rows that are checked. */
export function largestError(
  product: ArrayLike<number>,
  left: Float32Array,
  right: Float32Array,
  size: number,
): number {
  if (product.length !== size * size) return Number.NaN;
  const rows = Math.min(size, checkedRows);
  let [error, scale] = [0, 0];
  for (let k = 0; k < rows; k++) {
    const i = rows === 1 ? 0 : Math.round((k * (size - 1)) / (rows - 1));
    const reference = new Float64Array(size);
    for (let j = 0; j < size; j++) {
      const factor = left[i * size + j];
      for (let column = 0; column < size; column++) reference[column] += factor * right[j * size + column];
    }
    for (let column = 0; column < size; column++) {
      // NaN is kept, whatever comes after it: it must not pass as no error.
      const off = Math.abs(product[i * size + column] - reference[column]);
      if (off > error || Number.isNaN(off)) error = off;
      scale = Math.max(scale, Math.abs(reference[column]));
    }
  }
  return error / scale;
}

/** The middle one; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}
