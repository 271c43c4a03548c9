/** `espalier doctor`: which tensor backends were found, which is used, why not the others, and what the machine is. */
import type { BackendFinding, DoctorReport } from "../core/base/backend-report.ts";
import { diagnosticOf } from "../core/base/diagnostic.ts";
import { wordDiagnostic } from "../core/words/word.ts";
import { doctorReport } from "./backends.ts";
import { printDiagnostic, printJson, terminalLanguage, worded } from "./terminal.ts";

export type DoctorOptions = { json?: boolean; backend?: string; fresh?: boolean };

const words = {
  en: {
    used: "used",
    usable: "usable",
    unusable: "not usable",
    absent: "not found",
    chosen: "Tensor nodes compute on",
    asked: { auto: "by measurement", named: "as named" },
  },
  zh: {
    used: "正在使用",
    usable: "可用",
    unusable: "不可用",
    absent: "未找到",
    chosen: "张量节点使用",
    asked: { auto: "按测量选择", named: "按指定" },
  },
} as const;

/** Prints the report; 0 also where backends are missing, 2 where the call is wrong. */
export async function doctorCommand(options: DoctorOptions): Promise<number> {
  try {
    const report = await doctorReport(options.backend, options.fresh === true);
    if (options.json) printJson(withWords(report));
    else for (const line of linesOf(report)) console.log(line);
    return 0;
  } catch (thrown) {
    const found = diagnosticOf(thrown);
    if (options.json) printJson({ diagnostics: [worded(found)] });
    else printDiagnostic(found);
    return 2;
  }
}

function withWords(report: DoctorReport) {
  const backends = report.backends.map((one) => ({ ...one, reason: one.reason && worded(one.reason) }));
  return { ...report, backends };
}

function linesOf({ backends, chosen, asked, machine }: DoctorReport): string[] {
  const w = words[terminalLanguage()];
  const width = Math.max(...backends.map(({ name }) => name.length));
  return [
    ...backends.flatMap((one) => {
      const state =
        one.name === chosen && one.usable
          ? w.used
          : one.usable
            ? w.usable
            : one.found
              ? w.unusable
              : w.absent;
      return [`${one.name.padEnd(width)}  ${state}${detailOf(one)}`, ...whyLines(one)];
    }),
    "",
    `${w.chosen} ${chosen} (${w.asked[asked === "auto" ? "auto" : "named"]}).`,
    `Espalier ${machine.espalier}, Node ${machine.node}, DuckDB ${machine.duckdb ?? "–"}, ${machine.platform}`,
    `${machine.processor}, ${machine.cores} cores, ${gigabytes(machine.memoryBytes)} GB (${gigabytes(machine.freeBytes)} free)`,
  ];
}

function detailOf({ usable, device, version, timings = {} }: BackendFinding): string {
  if (!usable) return "";
  const times = Object.entries(timings).map(([name, ms]) => `${name} ${ms.toPrecision(3)} ms`);
  return `: ${[device, version].filter(Boolean).join(" ")}; ${times.join(", ")}`;
}

function whyLines({ reason }: BackendFinding): string[] {
  if (!reason) return [];
  const { what, hint } = wordDiagnostic(reason, terminalLanguage());
  return [`  ${what}`, `  → ${hint}`];
}

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(1);
}
