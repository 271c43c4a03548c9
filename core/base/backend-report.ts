/** What is known of tensor backends, as data: the probe's findings, the choice among them, and the machine they were made on. */
import type { Diagnostic } from "./diagnostic.ts";

/** In the order in which they are told. */
export const backendNames = ["tensorflow", "webgpu", "wasm", "cpu"] as const;
export type BackendName = (typeof backendNames)[number];

/** One backend, as a process of its own found it. */
export type BackendFinding = {
  name: BackendName;
  /** Its parts are there. */
  found: boolean;
  /** It loaded, and a product of matrices and its gradient came out right within the time limit. */
  usable: boolean;
  /** Why it is not usable; `null` where it is. */
  reason: Diagnostic | null;
  version?: string;
  /** What computes: a card, an adapter, a library. */
  device?: string;
  /** The calibration, in milliseconds by operation. */
  timings?: Readonly<Record<string, number>>;
};

/** All backends and the choice among them. */
export type BackendChoice = {
  backends: readonly BackendFinding[];
  chosen: BackendName;
  /** What was asked for: `auto` is by measurement. */
  asked: BackendName | "auto";
  /** Names the kernels that compute: enters the signatures of tensor nodes. */
  build: string;
};

/** Facts of the machine and the program, for the page and the command `doctor`. */
export type MachineFacts = {
  espalier: string;
  node: string;
  platform: string;
  processor: string;
  cores: number;
  memoryBytes: number;
  freeBytes: number;
  duckdb: string | null;
};

export type DoctorReport = BackendChoice & { machine: MachineFacts };

/** Whether a text names a backend. */
export function isBackendName(name: string): name is BackendName {
  return (backendNames as readonly string[]).includes(name);
}
