/**
 * What a GPU device says outside of any call. The library does not listen: after a lost device, an error or an allocation
 * that is too large it goes on with zeros. Here each becomes a rejection, and sizes are asked about before they are allocated.
 */
import { DiagnosticError, fail, problem } from "../base/diagnostic.ts";

/** The part of a `GPUDevice` that is needed. */
export type Device = {
  readonly lost: Promise<{ reason: string; message: string }>;
  readonly limits: { readonly maxBufferSize: number; readonly maxStorageBufferBindingSize: number };
  addEventListener(type: "uncapturederror", listener: (event: unknown) => void): void;
};

/** Rejects with `backend.device-lost` or `backend.gpu-error` at the first of them; never resolves. */
export function failureOf(device: Device): Promise<never> {
  const failed = new Promise<never>((_, reject) => {
    device.addEventListener("uncapturederror", (event) => {
      const { error } = event as { error?: { message?: string } };
      const message = (error?.message ?? "").slice(0, 300);
      reject(new DiagnosticError(problem("backend.gpu-error", { message })));
    });
    void device.lost.then(({ reason, message }) =>
      reject(new DiagnosticError(problem("backend.device-lost", { message: message || reason }))),
    );
  });
  // Whoever races with it hears of it; before that it must not end the process as unhandled.
  failed.catch(() => undefined);
  return failed;
}

/** The most bytes of one tensor: it is one buffer, bound whole. */
export function mostBytesOf({ limits }: Device): number {
  return Math.min(limits.maxBufferSize, limits.maxStorageBufferBindingSize);
}

/** Before an allocation. Throws `backend.too-large`. */
export function checkBytes(backend: string, bytes: number, most: number): void {
  if (bytes > most) fail("backend.too-large", { backend, bytes, most });
}

const softwareNames = /swiftshader|llvmpipe|lavapipe|softpipe|basic render|\bwarp\b/i;

/** An adapter that computes on the processor: slower than the other backends, and good for tests only. */
export function isSoftware(info: Readonly<Record<string, unknown>>): boolean {
  const said = [info.vendor, info.architecture, info.device, info.description].join(" ");
  return info.isFallbackAdapter === true || softwareNames.test(said);
}
