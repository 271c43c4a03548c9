/**
 * What backends and the library's gradients are known to compute wrongly, as data, and the guard that refuses it: the kernel
 * or gradient is replaced by one that looks at shapes first and fails with `backend.refused`. Better no number than a wrong
 * one. What is missing altogether the library refuses itself. `guards.test.ts` shows each entry to be needed, so that one
 * that a new version has mended is found and taken out.
 */
import type { GradConfig, KernelConfig, NamedAttrMap, NamedTensorInfoMap, Tensor } from "@tensorflow/tfjs";
import type { BackendName } from "../base/backend-report.ts";
import { fail } from "../base/diagnostic.ts";
import type { TensorLibrary } from "./load.ts";

type Shape = readonly number[];

/** A kernel that is wrong on one backend, for some inputs. */
export type WrongKernel = {
  readonly backend: BackendName;
  readonly kernel: string;
  readonly when: (inputs: Readonly<Record<string, { shape: Shape; dtype: string }>>) => boolean;
};

/** A gradient that is wrong on every backend, for some inputs (`saved`, as the library saves them) and attributes. */
export type WrongGradient = {
  readonly kernel: string;
  readonly when: (
    saved: readonly { shape: Shape }[],
    attributes: Readonly<Record<string, unknown>>,
  ) => boolean;
};

const always = () => true;

export const wrongKernels: readonly WrongKernel[] = [
  { backend: "wasm", kernel: "MaxPoolGrad", when: ({ input }) => (input?.shape[3] ?? 2) > 1 },
  { backend: "wasm", kernel: "MaxPool3D", when: always },
  { backend: "wasm", kernel: "MaxPool3DGrad", when: always },
  { backend: "wasm", kernel: "Conv3DBackpropInputV2", when: always },
  { backend: "wasm", kernel: "Dilation2D", when: always },
  { backend: "cpu", kernel: "ResizeNearestNeighborGrad", when: ({ images }) => isOblong(images?.shape) },
  { backend: "cpu", kernel: "ResizeBilinearGrad", when: ({ images }) => isOblong(images?.shape) },
  { backend: "tensorflow", kernel: "Round", when: ({ x }) => x?.dtype === "int32" },
];

export const wrongGradients: readonly WrongGradient[] = [
  { kernel: "Maximum", when: ([a, b]) => differ(a?.shape, b?.shape) },
  { kernel: "Minimum", when: ([a, b]) => differ(a?.shape, b?.shape) },
  { kernel: "SquaredDifference", when: ([a, b]) => differ(a?.shape, b?.shape) },
  { kernel: "BatchMatMul", when: ([a, b]) => differ(a?.shape.slice(0, -2), b?.shape.slice(0, -2)) },
  { kernel: "Cumsum", when: ([x], { axis }) => Number(axis) !== (x?.shape.length ?? 0) - 1 },
  { kernel: "Conv2D", when: (_, { dilations }) => [dilations].flat().some((step) => Number(step) > 1) },
  { kernel: "AvgPool", when: (_, { pad }) => pad === "same" },
];

/** Puts the guards on the loaded library. Once a process. */
export function guardKernels(tf: TensorLibrary, backend: BackendName): void {
  for (const { backend: own, kernel, when } of wrongKernels) {
    const config = own === backend ? tf.getKernel(kernel, backend) : undefined;
    if (config) guardKernel(tf, config, when);
  }
  for (const { kernel, when } of wrongGradients) {
    const config = tf.getGradient(kernel);
    if (config) guardGradient(tf, config, when, backend);
  }
}

function guardKernel(tf: TensorLibrary, config: KernelConfig, when: WrongKernel["when"]): void {
  const { kernelName, backendName, kernelFunc } = config;
  tf.unregisterKernel(kernelName, backendName);
  tf.registerKernel({
    ...config,
    kernelFunc(call) {
      const inputs = call.inputs as NamedTensorInfoMap;
      if (when(inputs as Parameters<typeof when>[0])) refuse(kernelName, backendName);
      return kernelFunc(call);
    },
  });
}

function guardGradient(
  tf: TensorLibrary,
  config: GradConfig,
  when: WrongGradient["when"],
  backend: BackendName,
): void {
  const { kernelName, gradFunc } = config;
  tf.unregisterGradient(kernelName);
  tf.registerGradient({
    ...config,
    gradFunc(dy: Tensor | Tensor[], saved: Tensor[], attributes: NamedAttrMap) {
      if (when(saved, attributes)) refuse(`${kernelName} gradient`, backend);
      return gradFunc(dy, saved, attributes);
    },
  });
}

function refuse(operation: string, backend: string): never {
  return fail("backend.refused", { operation, backend });
}

function isOblong(shape: Shape | undefined): boolean {
  return shape === undefined || shape[1] !== shape[2];
}

function differ(a: Shape | undefined, b: Shape | undefined): boolean {
  return String(a) !== String(b);
}
