/**
 * Text to document, at the border: whatever the text is, nothing is thrown. Text that is no graph gives no document
 * and says where it went wrong; a damaged graph gives a whole one and a list of what was repaired; a graph from a
 * newer Espalier is shown and never saved over. Fields that this version does not know stay where they stand.
 */
import { type Diagnostic, diagnosticOf, problem, warning } from "../base/diagnostic.ts";
import { documentFormat, documentVersion, type GraphDocument } from "./document.ts";
import { placeInText, scanJson } from "./json-scan.ts";
import { documentMigrations, migrate } from "./migrations.ts";
import { repairDocument } from "./repair.ts";
import { cleanFields, type Fields, isFields, show } from "./repair-fields.ts";

/** The longest text that is looked at, in UTF-16 code units. */
export const maxDocumentLength = 200_000_000;

/** The deepest nesting that is accepted; a graph of ours has under ten levels. */
export const maxDocumentDepth = 500;

export type ParsedDocument = {
  /** `null` when the text holds no graph; the diagnostics then say why. */
  readonly document: GraphDocument | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The file is from a newer version: it may be looked at and run, but never be written over. */
  readonly readOnly: boolean;
};

/**
 * Reads a `.espalier` file's text.
 *
 * ```ts
 * const { document, diagnostics, readOnly } = parseDocument(text);
 * ```
 */
export function parseDocument(text: string): ParsedDocument {
  const diagnostics: Diagnostic[] = [];
  try {
    const raw = readRaw(text.startsWith("\uFEFF") ? text.slice(1) : text, diagnostics);
    if (!raw) return { document: null, diagnostics, readOnly: false };
    const { fields, readOnly } = bringUpToDate(raw, diagnostics);
    return { document: repairDocument(fields, diagnostics), diagnostics, readOnly };
  } catch (thrown) {
    // No text should lead here; if one does, the user still gets a message instead of a dead window.
    return { document: null, diagnostics: [...diagnostics, diagnosticOf(thrown)], readOnly: false };
  }
}

function readRaw(text: string, diagnostics: Diagnostic[]): Fields | undefined {
  const unreadable = findUnreadable(text);
  if (unreadable) {
    diagnostics.push(unreadable);
    return undefined;
  }
  const scan = scanJson(text, maxDocumentDepth);
  if (scan.depth > maxDocumentDepth) {
    diagnostics.push(problem("document.too-deep", { limit: maxDocumentDepth }));
    return undefined;
  }
  if (scan.error) {
    const code = scan.error.atEnd ? "document.truncated" : "document.not-json";
    diagnostics.push(problem(code, placeInText(text, scan.error.offset)));
    return undefined;
  }
  for (const { path, offset } of scan.duplicates.slice(0, 100)) {
    const { line } = placeInText(text, offset);
    diagnostics.push(warning("document.duplicate-key", { where: path.join("/"), line }));
  }
  const raw: unknown = JSON.parse(text);
  if (isFields(raw) && raw.format === documentFormat) return cleanFields(raw, diagnostics);
  const found = isFields(raw) ? show(raw.format) : show(raw);
  diagnostics.push(problem("document.foreign", { found, expected: documentFormat }));
  return undefined;
}

function findUnreadable(text: string): Diagnostic | undefined {
  if (text.length > maxDocumentLength) {
    return problem("document.too-large", { size: text.length, limit: maxDocumentLength });
  }
  if (text.trim() === "") return problem("document.empty");
  const control = controlCharacter(text.slice(0, 4096));
  if (control >= 0 && !text.trimStart().startsWith("{")) {
    return problem("document.binary", placeInText(text, control));
  }
  const conflict = /^(?:<{7}|>{7})(?: |$)/m.exec(text);
  if (conflict) return problem("document.merge-conflict", placeInText(text, conflict.index));
  return undefined;
}

/** The first character that no text has: a control character, or what a decoder puts for bytes that are no text. */
function controlCharacter(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 32) || code === 0xfffd) return at;
  }
  return -1;
}

function bringUpToDate(raw: Fields, diagnostics: Diagnostic[]): { fields: Fields; readOnly: boolean } {
  const version = raw.formatVersion;
  if (typeof version !== "number" || !Number.isSafeInteger(version) || version < 1) {
    diagnostics.push(warning("document.bad-version", { found: show(version), version: documentVersion }));
    return { fields: { ...raw, formatVersion: documentVersion }, readOnly: false };
  }
  if (version > documentVersion) {
    diagnostics.push(warning("document.newer", { version, known: documentVersion }));
    return { fields: raw, readOnly: true };
  }
  return { fields: migrate(raw, version, documentMigrations).fields, readOnly: false };
}
