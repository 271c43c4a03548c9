/** WebGPU in Node through Dawn. What the library takes from a browser must stand there before the library is loaded. */
import { diagnosticOf, fail } from "../base/diagnostic.ts";
import type { Backend, TensorLibrary } from "./load.ts";
import { type Device, failureOf, isSoftware, mostBytesOf } from "./webgpu-device.ts";

type Adapter = { readonly info: Readonly<Record<string, unknown>> };
type Gpu = { requestAdapter(options: object): Promise<Adapter | null> };
type Dawn = { create(options: readonly string[]): Gpu; globals: object };

/** Throws `backend.no-adapter`, `backend.software-only`, `backend.package-missing`, `backend.not-loaded`. */
export async function loadWebGpu(
  software: boolean,
  load: () => { tf: TensorLibrary; start: () => Promise<TensorLibrary> },
): Promise<Backend> {
  const { create, globals } = await dawn();
  Object.assign(globalThis, globals);
  const gpu = create([]);
  // Node has a navigator of its own from 21 on, which cannot be assigned to.
  Object.defineProperty(globalThis, "navigator", { value: { gpu, userAgent: "" }, configurable: true });
  const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" }).catch(() => null);
  if (!adapter) return fail("backend.no-adapter");
  const { info } = adapter;
  const device = String(info.description || info.device || info.vendor || "GPU");
  if (isSoftware(info) && !software) return fail("backend.software-only", { adapter: device });
  const { tf, start } = load();
  await start();
  const ours = (tf.backend() as unknown as { device: Device }).device;
  return {
    tf,
    name: "webgpu",
    version: tf.version.tfjs,
    device,
    mostBytes: mostBytesOf(ours),
    failed: failureOf(ours),
  };
}

async function dawn(): Promise<Dawn> {
  const name = "webgpu";
  try {
    return (await import(name)) as Dawn;
  } catch (thrown) {
    const missing = thrown instanceof Error && "code" in thrown && thrown.code === "ERR_MODULE_NOT_FOUND";
    return missing
      ? fail("backend.package-missing", { package: name })
      : fail("backend.not-loaded", { backend: name, message: diagnosticOf(thrown).values.message ?? "" });
  }
}
