/** `espalier export`: runs a graph and writes it as a folder that installs, runs and proves itself. */
import { basename, extname, join, resolve } from "node:path";
import { DiagnosticError, diagnosticOf, fail } from "../core/base/diagnostic.ts";
import type { Engine } from "../core/engine/engine.ts";
import { grantedFiles } from "../core/engine/granted-files.ts";
import type { GraphDocument } from "../core/graph/document.ts";
import { flattenGroups } from "../core/graph/flatten.ts";
import type { FileAccess } from "../core/node/node.ts";
import { checkFolder, exportFolder } from "../core/script/export-folder.ts";
import type { RunEvent } from "../core/service/engine-service.ts";
import { productFolder, startEngine } from "./engine.ts";
import { errorsOf, loadGraph } from "./load.ts";
import { type StoreOptions, storeOf } from "./store-folder.ts";
import { printDiagnostic } from "./terminal.ts";

export type ExportOptions = {
  out: string;
  set?: string[];
  grant?: string[];
  overwrite?: boolean;
} & StoreOptions;

/** Exit codes: 0 written, 1 a node failed, 2 the graph or the call is wrong. */
export async function exportCommand(file: string, options: ExportOptions): Promise<number> {
  const { document, diagnostics, folder } = await loadGraph(file, options.set);
  for (const found of diagnostics) printDiagnostic(found);
  if (!document) return 2;
  const granted = [folder, ...(options.grant ?? [])];
  const engine = startEngine({ granted, ...storeOf(options) });
  const access = grantedFiles(folder, granted);
  try {
    await checkFolder(resolve(options.out), options.overwrite ?? false);
    const problems = errorsOf((await engine.check({ document })).diagnostics);
    for (const found of problems) printDiagnostic(found);
    if (problems.length > 0) fail("export.not-runnable");
    const status = await runThrough(engine, document);
    if (status !== "done") return 1;
    const { text, files } = await engine.writtenScript({ document });
    const out = resolve(options.out);
    await exportFolder({
      out,
      name: basename(file, extname(file)),
      text,
      files: await Promise.all(
        files.map(async (one) => ({ path: one.path, from: await originOf(one, document, access) })),
      ),
      library: join(productFolder, "dist", "lib"),
      overwrite: options.overwrite ?? false,
    });
    console.log(`written to ${options.out}: npm install && npm start runs it there`);
    return 0;
  } catch (thrown) {
    printDiagnostic(diagnosticOf(thrown));
    return thrown instanceof DiagnosticError ? 2 : 1;
  } finally {
    await engine.dispose();
  }
}

/** Where a file that the script reads lies now. */
async function originOf(
  file: { node: string; from: { param: string } | { shipped: string } },
  document: GraphDocument,
  access: FileAccess,
): Promise<string> {
  if ("shipped" in file.from) return join(productFolder, "examples", "data", file.from.shipped);
  const path = flattenGroups(document).nodes[file.node]?.params[file.from.param];
  return access.resolve(typeof path === "string" ? path : "");
}

async function runThrough(engine: Engine, document: GraphDocument): Promise<string> {
  return new Promise((done, failed) => {
    const unsubscribe = engine.subscribe((event: RunEvent) => {
      if (event.kind === "diagnostic") printDiagnostic(event.diagnostic);
      if (event.kind !== "finished") return;
      unsubscribe();
      done(event.status);
    });
    engine.run({ document }).catch(failed);
  });
}
