/** `espalier check`: all problems of a graph at once, without running anything. Exit codes: 0 fine, 2 problems. */
import { diagnosticOf } from "../core/base/diagnostic.ts";
import { startEngine } from "./engine.ts";
import { errorsOf, loadGraph } from "./load.ts";
import { type StoreOptions, storeOf } from "./store-folder.ts";
import { printDiagnostic, printJson, worded } from "./terminal.ts";

export type CheckOptions = { json?: boolean; grant?: string[] } & StoreOptions;

export async function checkCommand(file: string, options: CheckOptions): Promise<number> {
  const { document, diagnostics, folder } = await loadGraph(file);
  const found = [...diagnostics];
  const states: Record<string, string> = {};
  const forecast = { ms: 0, bytes: 0 };
  if (document) {
    const engine = startEngine({ granted: [folder, ...(options.grant ?? [])], ...storeOf(options) });
    try {
      const report = await engine.check({ document });
      found.push(...report.diagnostics);
      for (const [id, node] of Object.entries(report.nodes)) {
        states[id] = node.freshness;
        forecast.ms += node.forecast?.ms ?? 0;
        forecast.bytes = Math.max(forecast.bytes, node.forecast?.bytes ?? 0);
      }
    } catch (thrown) {
      found.push(diagnosticOf(thrown));
    } finally {
      await engine.dispose();
    }
  }
  const errors = errorsOf(found).length;
  if (options.json) {
    const status = errors > 0 ? "failed" : "done";
    printJson({
      event: "done",
      status,
      nodes: states,
      forecast,
      diagnostics: found.map((one) => worded(one)),
    });
  } else {
    for (const one of found) printDiagnostic(one);
    const count = Object.keys(states).length;
    const seconds = Math.ceil(forecast.ms / 100) / 10;
    const megabytes = Math.ceil(forecast.bytes / 1e6);
    const cost =
      forecast.ms > 0 ? `; a run takes about ${seconds} s, at most ${megabytes} MB for a node` : "";
    if (errors === 0) console.log(`${count} nodes, no problems${cost}`);
  }
  return errors > 0 ? 2 : 0;
}
