/**
 * The short calibration by which `auto` chooses: a product of matrices, a convolution and attention, each as small as tells
 * backends apart; with it, the proof that the backend computes: the product's gradient against its closed form.
 */
import { fail } from "../base/diagnostic.ts";
import type { Backend } from "./load.ts";
import { median, timeProducts } from "./products.ts";

const repeats = 3;

/** Milliseconds by operation. Throws `backend.wrong-result` where numbers do not come out. */
export async function calibrate(backend: Backend): Promise<Record<string, number>> {
  await checkGradient(backend);
  const { tf } = backend;
  const work = { kind: "matmul", sizes: [256], repeats, seed: 1 } as const;
  const [{ ms: matmul }] = await timeProducts(backend, work, () => undefined);
  const images = tf.randomUniform([8, 28, 28, 8], -1, 1, "float32", 1) as ReturnType<typeof tf.tensor4d>;
  const filters = tf.randomUniform([3, 3, 8, 16], -1, 1, "float32", 2) as ReturnType<typeof tf.tensor4d>;
  const convolution = await timed(() => tf.conv2d(images, filters, 1, "same"));
  const queries = tf.randomUniform([4, 128, 32], -1, 1, "float32", 3);
  const attention = await timed(() =>
    tf.tidy(() => {
      const weights = tf.softmax(tf.mul(tf.matMul(queries, queries, false, true), 32 ** -0.5));
      return tf.matMul(weights, queries);
    }),
  );
  tf.dispose([images, filters, queries]);
  return { matmul, convolution, attention };
}

async function timed(make: () => { data(): Promise<unknown>; dispose(): void }): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn <= repeats; turn++) {
    const began = performance.now();
    const made = make();
    await made.data();
    if (turn > 0) times.push(performance.now() - began);
    made.dispose();
  }
  return median(times);
}

/** d Σ(A B) / dA = the row sums of B, in every row. */
async function checkGradient({ tf, name }: Backend): Promise<void> {
  const a = tf.tensor2d([1, 2, 3, 4], [2, 2]);
  const b = tf.tensor2d([5, -6, 7, 8], [2, 2]);
  const slope = tf.tidy(() => tf.grad((x) => tf.sum(tf.matMul(x as typeof a, b)))(a));
  const found = await slope.data();
  tf.dispose([a, b, slope]);
  const error = Math.max(...[-1, 15, -1, 15].map((wanted, i) => Math.abs(found[i] - wanted)));
  if (!(error < 1e-4)) fail("backend.wrong-result", { backend: name, size: 2, error });
}
