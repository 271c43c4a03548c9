/** What an engine is made of and how much it may use. */
import type { Registry } from "../node/registry.ts";

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
  /** Names the build: results of another one are not this one's. */
  build?: string;
};
