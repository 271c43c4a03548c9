/**
 * Diagnostics: everything Espalier has to say about a wrong graph, file, parameter or number, as data.
 * A diagnostic carries a code and values, never a sentence: `core/words` words it in the reader's language.
 * Library code throws a {@link DiagnosticError}; the engine adds where in the graph it happened.
 */

export type Severity = "error" | "warning" | "info";

/** A value that a message can show. Lists are joined by the words of the language. */
export type DiagnosticValue = string | number | boolean | readonly string[];

/** A mend that can be applied in one click: graph commands, opaque here because this folder knows no graph. */
export type Repair = {
  /** Key into the words, e.g. `"insert-split"`. */
  code: string;
  values: Record<string, DiagnosticValue>;
  commands: readonly unknown[];
};

export type Place = {
  node?: string;
  port?: string;
  param?: string;
  wire?: string;
};

export type Diagnostic = Place & {
  /** Dotted, stable, e.g. `"leakage.scored-on-training-rows"`. */
  code: string;
  severity: Severity;
  values: Record<string, DiagnosticValue>;
  repairs?: readonly Repair[];
  cause?: Diagnostic;
};

/** Makes an error diagnostic. `place` may be left to the engine. */
export function problem(
  code: string,
  values: Record<string, DiagnosticValue> = {},
  place: Place = {},
): Diagnostic {
  return { code, severity: "error", values, ...place };
}

/** The same for something that is suspicious but not wrong. */
export function warning(
  code: string,
  values: Record<string, DiagnosticValue> = {},
  place: Place = {},
): Diagnostic {
  return { code, severity: "warning", values, ...place };
}

/** The only kind of error that Espalier throws on purpose, apart from {@link Cancelled}. */
export class DiagnosticError extends Error {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Diagnostic) {
    super(`${diagnostic.code} ${JSON.stringify(diagnostic.values)}`);
    this.name = "DiagnosticError";
    this.diagnostic = diagnostic;
  }
}

/** Throws a {@link DiagnosticError} with this code and these values. */
export function fail(code: string, values: Record<string, DiagnosticValue> = {}, place: Place = {}): never {
  throw new DiagnosticError(problem(code, values, place));
}

/** Thrown at a progress point once the run's cancellation flag is set. Not a failure. */
export class Cancelled extends Error {
  constructor() {
    super("cancelled");
    this.name = "Cancelled";
  }
}

/** Turns anything thrown into a diagnostic; an unforeseen error keeps its message for the bug report. */
export function diagnosticOf(thrown: unknown): Diagnostic {
  if (thrown instanceof DiagnosticError) return thrown.diagnostic;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return problem("internal.unexpected", { message });
}
