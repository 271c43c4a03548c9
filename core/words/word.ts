/**
 * Words a diagnostic in the reader's language. The only place where codes become sentences; CLI, page and documents
 * all read from here, so the same words are never written twice.
 */
import { IntlMessageFormat } from "intl-messageformat";
import type { Diagnostic, DiagnosticValue, Repair } from "../base/diagnostic.ts";
import { backendDiagnostics } from "./backends.ts";
import type { Catalogue, Language, Wording } from "./catalogue.ts";
import { dataDiagnostics } from "./data.ts";
import { documentDiagnostics } from "./documents.ts";
import { engineDiagnostics } from "./engine.ts";
import { evaluateDiagnostics } from "./evaluate.ts";
import { fileDiagnostics } from "./files.ts";
import { graphDiagnostics } from "./graph.ts";
import { mlDiagnostics } from "./ml.ts";
import { algorithmDiagnostics } from "./ml-algorithms.ts";
import { boostingDiagnostics } from "./ml-boosting.ts";
import { tableDiagnostics } from "./ml-tables.ts";
import { prepareDiagnostics } from "./prepare.ts";
import { repairWords } from "./repairs.ts";
import { runningDiagnostics } from "./running.ts";
import { sqlDiagnostics } from "./sql.ts";

/** Every code that can be worded. Later catalogues win; a test holds that no code stands in two. */
export const catalogues: readonly Catalogue[] = [
  graphDiagnostics,
  fileDiagnostics,
  dataDiagnostics,
  documentDiagnostics,
  sqlDiagnostics,
  mlDiagnostics,
  algorithmDiagnostics,
  boostingDiagnostics,
  tableDiagnostics,
  prepareDiagnostics,
  evaluateDiagnostics,
  engineDiagnostics,
  runningDiagnostics,
  backendDiagnostics,
];

const allWords: Catalogue = Object.assign({}, ...catalogues);

/**
 * What happened, and what to do about it.
 *
 * ```ts
 * wordDiagnostic(problem("input.missing", { port: "learner", type: "learner" }), "en").what;
 * ```
 */
export function wordDiagnostic(diagnostic: Diagnostic, language: Language): Wording {
  const words = Object.hasOwn(allWords, diagnostic.code) ? allWords[diagnostic.code] : undefined;
  if (!words) return { what: `${diagnostic.code} ${JSON.stringify(diagnostic.values)}`, hint: "" };
  return {
    what: format(words[language].what, diagnostic.values, language),
    hint: format(words[language].hint, diagnostic.values, language),
  };
}

/** The label of a repair's button. */
export function wordRepair(repair: Repair, language: Language): string {
  const words = Object.hasOwn(repairWords, repair.code) ? repairWords[repair.code] : undefined;
  return words ? format(words[language], repair.values, language) : repair.code;
}

/** Where a diagnostic stands, e.g. `scores.predictions (wire w7)`; empty when it has no place. */
export function placeOf(diagnostic: Diagnostic): string {
  const { node, port, param, wire } = diagnostic;
  const name = [node, port ?? param].filter((part) => part !== undefined).join(".");
  if (wire === undefined) return name;
  return name === "" ? `wire ${wire}` : `${name} (wire ${wire})`;
}

/** Formats one ICU message; lists are joined the way the language does it. */
export function format(
  message: string,
  values: Readonly<Record<string, DiagnosticValue>>,
  language: Language,
): string {
  const plain = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "object" ? listed(value, language) : value,
    ]),
  );
  try {
    return String(new IntlMessageFormat(message, language === "zh" ? "zh-CN" : "en").format(plain));
  } catch {
    // A value that the message asks for is missing: the raw message still says more than a crash would.
    return `${message} ${JSON.stringify(plain)}`;
  }
}

function listed(items: readonly string[], language: Language): string {
  return items.join(language === "zh" ? "、" : ", ");
}
