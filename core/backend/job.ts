/** What the engine's side and a backend's process say to each other. Plain data. */
import type { BackendName } from "../base/backend-report.ts";
import type { Diagnostic } from "../base/diagnostic.ts";

/** `detect`: load, compute, check, calibrate. `matmul`: products of square matrices of these sizes. */
export type BackendWork =
  | { kind: "detect" }
  | { kind: "matmul"; sizes: readonly number[]; repeats: number; seed: number };

export type BackendJob = {
  backend: BackendName;
  work: BackendWork;
  /** Folder of the native TensorFlow, where there is one. */
  native?: string;
  /** A software adapter will do for WebGPU. */
  software: boolean;
};

export type Loaded = { version: string; device: string };

/** One size: the median time, and the largest error as a part of the largest entry, against float64. */
export type MatmulTiming = { size: number; ms: number; error: number };

export type DetectResult = Loaded & { timings: Record<string, number> };
export type MatmulResult = Loaded & { timings: MatmulTiming[] };

export type FromBackend =
  | { kind: "progress"; done: number; total: number }
  /** `leaked`: tensors that are left, which must be none. */
  | { kind: "done"; result: DetectResult | MatmulResult; leaked: number }
  | { kind: "failed"; diagnostic: Diagnostic };
