/** The engine with all nodes, as the CLI and `serve` start it. The one place where nodes and engine meet. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { fail } from "../core/base/diagnostic.ts";
import { Engine } from "../core/engine/engine.ts";
import { createRegistry } from "../core/node/registry.ts";
import { nodes } from "../nodes/nodes.generated.ts";

const here = dirname(fileURLToPath(import.meta.url));

/** The folder that holds `examples/` and, once built, `dist/`. */
export const productFolder = folderAbove(here);

// Worker threads and the engine's process run plain JavaScript: when this is TypeScript (a test), they take the build.
const compiled = here.startsWith(join(productFolder, "dist"))
  ? dirname(here)
  : join(productFolder, "dist", "node");

/** The program of the engine's own process. */
export const engineProgram = join(compiled, "cli", "engine-program.js");

/** An engine whose graphs may read below `granted`; relative paths without a place refer to the first of them. */
export function startEngine(granted: readonly string[]): Engine {
  const url = (path: string) => pathToFileURL(join(compiled, path));
  return new Engine({
    registry: createRegistry(nodes),
    nodesModule: url("nodes/nodes.generated.js").href,
    workerProgram: url("core/engine/worker.js"),
    granted,
  });
}

function folderAbove(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "examples", "index.json"))) return folder;
    if (folder === dirname(folder)) return fail("file.missing", { path: "examples/index.json" });
  }
}
