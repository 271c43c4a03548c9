/**
 * The one judgement about wires: may this output feed that input? The answer "no" carries a diagnostic whose words
 * stand at the cursor while the user drags, so it must name both sides.
 */
import { type Diagnostic, problem } from "../base/diagnostic.ts";
import type { LearnerType, TableType, WireKind, WireType } from "./wire-type.ts";

/** What an input asks of what is plugged into it, beyond the kind. */
export type PortNeeds = {
  /** A table must have a column with the role target. */
  target?: boolean;
  /** A learner must have these abilities. */
  weights?: boolean;
  probabilities?: boolean;
};

export type Acceptance =
  | { kind: "yes" }
  | { kind: "convert"; via: string }
  | { kind: "no"; reason: Diagnostic };

/** Kinds that turn into others without losing anything: `from → to → name of the conversion`. */
const conversions: Partial<Record<WireKind, Partial<Record<WireKind, string>>>> = {
  trace: { table: "trace-to-table" },
};

/** Whether a port of kind `target` with `needs` accepts a wire that carries `source`. */
export function accepts(target: WireKind, source: WireType, needs: PortNeeds = {}): Acceptance {
  if (source.kind !== target) {
    const via = conversions[source.kind]?.[target];
    if (via !== undefined) return { kind: "convert", via };
    return no("wire.kind-mismatch", { source: source.kind, target });
  }
  if (source.kind === "table") return acceptsTable(source, needs);
  if (source.kind === "learner") return acceptsLearner(source, needs);
  return { kind: "yes" };
}

function acceptsTable(source: TableType, needs: PortNeeds): Acceptance {
  const known = source.columns;
  if (needs.target && known && !known.some((column) => column.role === "target")) {
    return no("wire.table-without-target", { columns: known.slice(0, 6).map((column) => column.name) });
  }
  return { kind: "yes" };
}

function acceptsLearner(source: LearnerType, needs: PortNeeds): Acceptance {
  const learner = source.algorithm ?? "?";
  if (!source.abilities) return { kind: "yes" };
  if (needs.weights && !source.abilities.weights) return no("wire.learner-without-weights", { learner });
  if (needs.probabilities && !source.abilities.probabilities) {
    return no("wire.learner-without-probabilities", { learner });
  }
  return { kind: "yes" };
}

function no(code: string, values: Diagnostic["values"]): Acceptance {
  return { kind: "no", reason: problem(code, values) };
}
