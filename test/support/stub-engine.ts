/** An engine over the stub nodes, with a real worker thread: the stubs are compiled into a temporary folder first. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { transformWithOxc } from "vite";
import { Engine } from "../../core/engine/engine.ts";
import type { EngineOptions } from "../../core/engine/engine-options.ts";
import { createRegistry } from "../../core/node/registry.ts";
import { nodes } from "./stub-nodes.ts";

const built = new URL("../../dist/node/", import.meta.url);
export const workerProgram = new URL("core/engine/worker.js", built);

/** Compiles the stubs into `folder` and answers with the module's URL. They share the worker's own `core/base`. */
export async function compileStubs(folder: string): Promise<string> {
  const source = readFileSync(new URL("stub-nodes.ts", import.meta.url), "utf8");
  const { code } = await transformWithOxc(source, "stub-nodes.ts");
  const linked = code.replace(/"\.\.\/\.\.\/(core\/[^"]+)\.ts"/g, (_, path) =>
    JSON.stringify(new URL(`${path}.js`, built).href),
  );
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "stub-nodes.mjs");
  writeFileSync(file, linked);
  return pathToFileURL(file).href;
}

export async function stubEngine(folder: string, options: Partial<EngineOptions> = {}): Promise<Engine> {
  return new Engine({
    registry: createRegistry(nodes),
    nodesModule: await compileStubs(folder),
    workerProgram,
    granted: [folder],
    ...options,
  });
}
