/** What an engine is made of and how much it may use. */
import type { BackendChoice, DoctorReport } from "../base/backend-report.ts";
import type { Registry } from "../node/registry.ts";

/** Tensor backends, as a host finds them. Nothing is probed before the first question. */
export type TensorBackends = {
  /** A backend's name, or `auto`. */
  readonly asked: string;
  /** What was chosen, once it was. */
  latest(): BackendChoice | undefined;
  /** Rejects with `backend.unknown`. */
  choice(): Promise<BackendChoice>;
  doctor(afresh: boolean): Promise<DoctorReport>;
};

export type EngineOptions = {
  registry: Registry;
  /** URL of the module that exports `nodes`, for the worker thread. */
  nodesModule: string;
  /** URL of the compiled `worker.js`. */
  workerProgram: URL;
  /** Folders that graphs may read from. */
  granted: readonly string[];
  /** Budget for results in memory. Default 2 GiB. */
  storeBytes?: number;
  /** Folder and budget for results on disk; without it results end with the program. */
  disk?: { root: string; budgetBytes: number };
  /** Jobs that run at once. Default: what the machine has. */
  threads?: number;
  /** Tensor backends; without them tensor nodes choose for themselves. */
  tensor?: TensorBackends;
  /** Names the build: results of another one are not this one's. */
  build?: string;
};
