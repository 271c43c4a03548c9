/**
 * Loads one backend into this process, with its guards on. One process holds one backend and one instance of the library:
 * the native TensorFlow brings its own.
 */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type * as Tf from "@tensorflow/tfjs";
import { diagnosticOf, fail } from "../base/diagnostic.ts";
import { guardKernels } from "./guards.ts";
import type { BackendJob } from "./job.ts";
import { readNative } from "./native-folder.ts";
import { loadWebGpu } from "./webgpu.ts";

export type TensorLibrary = typeof Tf;

export type Backend = {
  readonly tf: TensorLibrary;
  readonly name: BackendJob["backend"];
  readonly version: string;
  /** What computes. */
  readonly device: string;
  /** The most bytes that one tensor may have. */
  readonly mostBytes: number;
  /** Rejects when the backend fails outside any call; never resolves. */
  readonly failed: Promise<never>;
};

const require = createRequire(import.meta.url);
const never = new Promise<never>(() => undefined);

/** Throws `backend.*`. */
export async function loadBackend(job: BackendJob): Promise<Backend> {
  const loaded = await loaders[job.backend](job);
  guardKernels(loaded.tf, job.backend);
  return loaded;
}

const loaders: Readonly<Record<BackendJob["backend"], (job: BackendJob) => Promise<Backend>>> = {
  async cpu() {
    const tf = await started("cpu", library());
    return plain(tf, "cpu", "JavaScript", tf.version.tfjs);
  },
  async wasm() {
    // The stock backend asks for SIMD by itself; threads it has in browsers only.
    const tf = library();
    const name = "@tensorflow/tfjs-backend-wasm";
    const wasm = packaged(name) as { setWasmPaths(folder: string): void; version_wasm: string };
    wasm.setWasmPaths(`${dirname(require.resolve(name))}/`);
    return plain(await started("wasm", tf), "wasm", "WebAssembly SIMD", wasm.version_wasm);
  },
  async tensorflow({ native }) {
    const stamp = native === undefined ? undefined : readNative(native);
    if (native === undefined || !stamp) return fail("backend.native-missing", { backend: "tensorflow" });
    keepOldUtilities();
    const inside = createRequire(join(native, "package.json"));
    const tf = inside(stamp.package) as TensorLibrary & { version: Record<string, string> };
    await started("tensorflow", tf);
    const { isUsingGpuDevice } = tf.backend() as { isUsingGpuDevice?: boolean };
    // The build for CUDA computes on the processor, without a word, where it finds no card.
    const device = stamp.device === "CUDA" && !isUsingGpuDevice ? "oneDNN (no CUDA device)" : stamp.device;
    return plain(tf, "tensorflow", device, `${stamp.tensorflow} (${tf.version["tfjs-node"] ?? ""})`);
  },
  webgpu: ({ software }) =>
    loadWebGpu(software, () => {
      const tf = library();
      packaged("@tensorflow/tfjs-backend-webgpu");
      return { tf, start: () => started("webgpu", tf) };
    }),
};

function plain(tf: TensorLibrary, name: BackendJob["backend"], device: string, version: string): Backend {
  return { tf, name, device, version, mostBytes: 2 ** 31 - 1, failed: never };
}

function library(): TensorLibrary {
  const tf = packaged("@tensorflow/tfjs") as TensorLibrary;
  tf.enableProdMode();
  return tf;
}

/** A package that need not be there: an exported script installs backends only when it wants them. */
function packaged(name: string): unknown {
  try {
    return require(name);
  } catch (thrown) {
    const missing = thrown instanceof Error && "code" in thrown && thrown.code === "MODULE_NOT_FOUND";
    return missing
      ? fail("backend.package-missing", { package: name })
      : fail("backend.not-loaded", { backend: name, message: diagnosticOf(thrown).values.message ?? "" });
  }
}

async function started(backend: string, tf: TensorLibrary): Promise<TensorLibrary> {
  const ok = await tf.setBackend(backend).catch(() => false);
  if (!ok) fail("backend.not-loaded", { backend, message: "setBackend" });
  await tf.ready();
  return tf;
}

/** tfjs-node asks for functions that `node:util` has no more since Node 23. */
function keepOldUtilities(): void {
  const util = require("node:util") as Record<string, unknown>;
  util.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
  util.isArray ??= Array.isArray;
}
