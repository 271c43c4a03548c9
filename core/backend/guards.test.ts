/**
 * Each guard is needed, and refuses: the kernel that it replaces is shown to be wrong against another backend or against finite
 * differences. One that a new version of the library has mended fails here, and is to be taken out.
 */
import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import { guardKernels, wrongGradients, wrongKernels } from "./guards.ts";
import type { TensorLibrary } from "./load.ts";

const tf = createRequire(import.meta.url)("@tensorflow/tfjs") as TensorLibrary;
const vector = (count: number, seed: number) =>
  Array.from({ length: count }, (_, i) => Math.sin(seed + 1.7 * i) + 0.01 * i);
type Make = () => ReturnType<TensorLibrary["tensor"]>;

async function on(backend: string, make: Make): Promise<number[]> {
  await tf.setBackend(backend);
  const made = tf.tidy(make);
  const found = Array.from(await made.data());
  made.dispose();
  return found;
}
const apart = (a: readonly number[], b: readonly number[]) =>
  Math.max(...a.map((value, i) => Math.abs(value - b[i])));

/** By kernel: something that runs it with inputs that are refused. */
const onWasm: Readonly<Record<string, Make>> = {
  MaxPoolGrad: () =>
    tf.grad((x) => tf.sum(tf.square(tf.maxPool(x as never, 2, 2, "valid"))))(
      tf.tensor4d(vector(48, 1), [1, 4, 4, 3]),
    ),
  MaxPool3D: () => tf.maxPool3d(tf.tensor5d(vector(125, 2), [1, 5, 5, 5, 1]), 1, 1, "valid"),
  Conv3DBackpropInputV2: () =>
    tf.conv3dTranspose(
      tf.tensor5d(vector(16, 3), [1, 2, 2, 2, 2]),
      tf.tensor5d(vector(48, 4), [2, 2, 2, 3, 2]),
      [1, 4, 4, 4, 3],
      2,
      "valid",
    ),
  Dilation2D: () =>
    tf.dilation2d(tf.tensor4d(vector(36, 5), [1, 6, 6, 1]), tf.tensor3d([0.5], [1, 1, 1]), 1, "valid"),
};

/** By kernel: a function of one variable whose gradient is refused, and where. */
const slopes: Readonly<
  Record<string, { of: (x: ReturnType<Make>) => ReturnType<Make>; at: ReturnType<Make> }>
> = {
  Maximum: {
    of: (x) => tf.maximum(tf.reshape(x, [2, 1]), tf.tensor2d(vector(6, 1), [2, 3])),
    at: tf.tensor1d([0.3, -0.2]),
  },
  Minimum: {
    of: (x) => tf.minimum(tf.reshape(x, [2, 1]), tf.tensor2d(vector(6, 1), [2, 3])),
    at: tf.tensor1d([0.3, -0.2]),
  },
  SquaredDifference: {
    of: (x) => tf.squaredDifference(tf.reshape(x, [2, 1]), tf.tensor2d(vector(6, 1), [2, 3])),
    at: tf.tensor1d([0.3, -0.2]),
  },
  BatchMatMul: {
    of: (x) => tf.matMul(tf.reshape(x, [1, 2, 2]), tf.tensor3d(vector(12, 2), [3, 2, 2])),
    at: tf.tensor1d(vector(4, 3)),
  },
  Cumsum: {
    of: (x) => tf.mul(tf.cumsum(tf.reshape(x, [2, 2, 2]), 1), tf.tensor3d(vector(8, 8), [2, 2, 2])),
    at: tf.tensor1d(vector(8, 4)),
  },
  Conv2D: {
    of: (x) =>
      tf.conv2d(
        tf.reshape(x, [1, 4, 4, 1]) as never,
        tf.tensor4d(vector(4, 5), [2, 2, 1, 1]),
        1,
        "valid",
        "NHWC",
        2,
      ),
    at: tf.tensor1d(vector(16, 6)),
  },
  AvgPool: {
    of: (x) => tf.square(tf.avgPool(tf.reshape(x, [1, 3, 3, 1]) as never, 2, 2, "same")),
    at: tf.tensor1d(vector(9, 7)),
  },
};

async function finiteDifferences(
  of: (x: ReturnType<Make>) => ReturnType<Make>,
  at: ReturnType<Make>,
): Promise<number[]> {
  const base = Array.from(await at.data());
  const step = 1e-2;
  const value = async (i: number, by: number) =>
    (await on("cpu", () => tf.sum(of(tf.tensor1d(base.map((x, j) => (i === j ? x + by : x)))))))[0];
  const found: number[] = [];
  for (let i = 0; i < base.length; i++)
    found.push(((await value(i, step)) - (await value(i, -step))) / (2 * step));
  return found;
}

/** What the library does unguarded: a wrong number, or an error of its own. */
async function isWrong(work: Promise<number[]>, truth: readonly number[]): Promise<boolean> {
  return work.then(
    (found) => !(found.length === truth.length && apart(found, truth) < 1e-2),
    () => true,
  );
}

beforeAll(() => {
  tf.enableProdMode();
  createRequire(import.meta.url)("@tensorflow/tfjs-backend-wasm");
});

describe("before the guards", () => {
  it.each(Object.keys(onWasm))("%s is wrong on wasm", async (kernel) => {
    const make = onWasm[kernel];
    const truth = await on("cpu", make);
    expect(await isWrong(on("wasm", make), truth)).toBe(true);
  });

  it.each(Object.keys(slopes))("the gradient of %s is wrong", async (kernel) => {
    const { of, at } = slopes[kernel];
    const truth = await finiteDifferences(of, at);
    const slope = () => tf.grad((x) => tf.sum(of(x)))(at);
    expect(await isWrong(on("cpu", slope), truth)).toBe(true);
  });
});

describe("with the guards", () => {
  beforeAll(() => {
    guardKernels(tf, "wasm");
    for (const one of wrongKernels.filter(({ backend }) => backend === "cpu"))
      expect(tf.getKernel(one.kernel, "cpu"), one.kernel).toBeTruthy();
  });

  it.each(Object.keys(onWasm))("%s is refused on wasm", async (kernel) => {
    await expect(on("wasm", onWasm[kernel])).rejects.toThrow("backend.refused");
  });

  it.each(Object.keys(slopes))("the gradient of %s is refused", async (kernel) => {
    const { of, at } = slopes[kernel];
    await expect(on("cpu", () => tf.grad((x) => tf.sum(of(x)))(at))).rejects.toThrow("backend.refused");
  });

  it("what is right is computed as before", async () => {
    const pool = () =>
      tf.grad((x) => tf.sum(tf.maxPool(x as never, 2, 2, "valid")))(tf.tensor4d(vector(16, 1), [1, 4, 4, 1]));
    expect(apart(await on("wasm", pool), await on("cpu", pool))).toBe(0);
    const product = () =>
      tf.grad((x) => tf.sum(tf.matMul(x as never, tf.tensor2d([5, -6, 7, 8], [2, 2]))))(
        tf.tensor2d([1, 2, 3, 4], [2, 2]),
      );
    expect(await on("wasm", product)).toEqual([-1, 15, -1, 15]);
  });

  it("stand in the table with a test each, but for those of other backends", () => {
    expect(Object.keys(slopes).sort()).toEqual(wrongGradients.map(({ kernel }) => kernel).sort());
    const known = new Set(
      wrongKernels.filter(({ backend }) => backend === "wasm").map(({ kernel }) => kernel),
    );
    for (const kernel of Object.keys(onWasm)) expect(known).toContain(kernel);
  });
});
