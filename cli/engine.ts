/** The engine with all nodes, as the CLI and `serve` start it. The one place where nodes and engine meet. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { fail } from "../core/base/diagnostic.ts";
import { Engine, engineVersion } from "../core/engine/engine.ts";
import { createRegistry } from "../core/node/registry.ts";
import { nodes } from "../nodes/nodes.generated.ts";
import { tensorBackends } from "./backends.ts";

/** Bytes of results that are kept on disk. */
const storeBudget = 4 * 2 ** 30;

const here = dirname(fileURLToPath(import.meta.url));

/** The folder that holds `examples/` and, once built, `dist/`. */
export const productFolder = folderAbove(here);

// Worker threads and the engine's process run plain JavaScript: when this is TypeScript (a test), they take the build.
const compiled = here.startsWith(join(productFolder, "dist"))
  ? dirname(here)
  : join(productFolder, "dist", "node");

/** The program of the engine's own process. */
export const engineProgram = join(compiled, "cli", "engine-program.js");

export type EngineStart = {
  /** The tensor backend, or `auto`. */
  backend?: string;
  /** Folders that graphs may read; relative paths without a place refer to the first. */
  granted: readonly string[];
  /** Bytes of results that are kept in memory; the engine's own measure when left out. */
  resultBytes?: number;
  /** Folder for results that outlive the program; without it they live in memory. */
  store?: string;
};

/** An engine with all nodes. */
export function startEngine({ granted, store, backend, resultBytes }: EngineStart): Engine {
  const url = (path: string) => pathToFileURL(join(compiled, path));
  return new Engine({
    registry: createRegistry(nodes),
    nodesModule: url("nodes/nodes.generated.js").href,
    workerProgram: url("core/engine/worker.js"),
    granted,
    ...(store === undefined ? {} : { disk: { root: store, budgetBytes: storeBudget } }),
    ...(resultBytes === undefined ? {} : { storeBytes: resultBytes }),
    tensor: tensorBackends(backend),
    build: buildStamp(),
  });
}

/** What the compiled code was made from: a result of other code is not this code's. */
function buildStamp(): string {
  const stamp = join(compiled, ".stamp");
  return existsSync(stamp) ? readFileSync(stamp, "utf8") : engineVersion;
}

function folderAbove(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "examples", "index.json"))) return folder;
    if (folder === dirname(folder)) return fail("file.missing", { path: "examples/index.json" });
  }
}
