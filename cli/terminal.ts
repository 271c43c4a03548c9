/** How the CLI speaks: diagnostics in the terminal's language, progress as a bar or as lines, JSON as lines. */
import { Presets, SingleBar } from "cli-progress";
import type { Diagnostic } from "../core/base/diagnostic.ts";
import type { RunEvent } from "../core/service/engine-service.ts";
import type { Language } from "../core/words/catalogue.ts";
import { placeOf, wordDiagnostic, wordRepair } from "../core/words/word.ts";

/** English unless the environment says Chinese. */
export function terminalLanguage(environment: NodeJS.ProcessEnv = process.env): Language {
  const set = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return set.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** A diagnostic as lines: severity, code and place, the sentence, the hint, the repairs. */
export function printDiagnostic(found: Diagnostic, language: Language = terminalLanguage()): void {
  const { what, hint } = wordDiagnostic(found, language);
  const place = placeOf(found);
  console.error(`${found.severity} ${found.code}${place === "" ? "" : ` at ${place}`}`);
  console.error(`  ${what}`);
  if (hint !== "") console.error(`  ${hint}`);
  for (const repair of found.repairs ?? []) console.error(`  → ${wordRepair(repair, language)}`);
}

/** A diagnostic with its words, for JSON lines. */
export function worded(found: Diagnostic, language: Language = terminalLanguage()) {
  return { ...found, ...wordDiagnostic(found, language) };
}

export function printJson(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** Shows a run on stderr: one bar on a terminal, a line a node elsewhere. */
export function progressPrinter(total: number): { event(event: RunEvent): void; stop(): void } {
  const settled = new Set<string>();
  const terminal = process.stderr.isTTY === true;
  const bar = new SingleBar(
    { format: " {bar} {value}/{total} {node} {detail}", stream: process.stderr, hideCursor: true },
    Presets.shades_classic,
  );
  if (terminal) bar.start(total, 0, { node: "", detail: "" });
  return {
    event(event) {
      if (event.kind !== "node" || event.mirrorOf !== undefined) return;
      const over = event.state !== "queued" && event.state !== "running";
      if (over) settled.add(event.node);
      const detail = event.total === undefined ? "" : `${event.done} / ${event.total}`;
      if (terminal) bar.update(settled.size, { node: event.node, detail });
      else if (over) {
        const time = event.ms === undefined ? "" : ` ${event.ms.toFixed(0)} ms`;
        console.error(`${event.node}: ${event.state}${event.state === "done" ? time : ""}`);
      }
    },
    stop() {
      if (terminal) bar.stop();
    },
  };
}
