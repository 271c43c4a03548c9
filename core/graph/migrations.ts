/**
 * Bringing older files up to date. Steps are numbered, go forward only and are pure: step N makes version N out of
 * version N − 1. The document's own steps stand here; a node declares those of its parameters, and the host that
 * knows the nodes applies them. Every run says which steps ran, so that a test can find one that never does.
 */
import { type Diagnostic, diagnosticOf, warning } from "../base/diagnostic.ts";
import { documentVersion, type GraphDocument, type NodeRecord } from "./document.ts";
import { lookup } from "./entries.ts";
import type { Fields } from "./repair-fields.ts";

export type Migration = {
  /** The version it makes. */
  readonly version: number;
  migrate(fields: Fields): Fields;
};

export type NodeMigration = {
  readonly version: number;
  migrate(node: NodeRecord): NodeRecord;
};

/** A node type as far as its files are concerned. */
export type NodeHistory = { readonly version: number; readonly migrations: readonly NodeMigration[] };

/** All steps of the document's format, oldest first. Version 1 is the first one, so there is none yet. */
export const documentMigrations: readonly Migration[] = [];

/** The name of a step: `"document/2"`, `"booster.adaboost/3"`. */
export function stepName(of: string, version: number): string {
  return `${of}/${version}`;
}

/** Runs the steps that come after `version`, and names them. */
export function migrate(
  fields: Fields,
  version: number,
  steps: readonly Migration[],
): { fields: Fields; ran: string[] } {
  const ran: string[] = [];
  for (const step of stepsAfter(version, steps)) {
    fields = { ...step.migrate(fields), formatVersion: step.version };
    ran.push(stepName("document", step.version));
  }
  return { fields, ran };
}

/**
 * Brings every node of a known type to its newest version. A node from a newer version of its type stays as it is,
 * with a warning, and so does one whose step throws: nothing is lost. Nodes of unknown types are left alone.
 */
export function migrateNodes(
  document: GraphDocument,
  types: Readonly<Record<string, NodeHistory>>,
): { document: GraphDocument; diagnostics: Diagnostic[]; ran: string[] } {
  const diagnostics: Diagnostic[] = [];
  const ran: string[] = [];
  const nodes: Record<string, NodeRecord> = { ...document.nodes };
  let changed = false;
  for (const [id, node] of Object.entries(document.nodes)) {
    const history = lookup(types, node.type);
    if (!history || node.version === history.version) continue;
    if (node.version > history.version) {
      const values = { node: id, type: node.type, version: node.version, known: history.version };
      diagnostics.push(warning("document.node-newer", values, { node: id }));
      continue;
    }
    try {
      nodes[id] = migrateNode(node, history, ran);
      changed = true;
    } catch (thrown) {
      const values = { node: id, type: node.type, version: node.version };
      diagnostics.push({
        ...warning("document.migration-failed", values, { node: id }),
        cause: diagnosticOf(thrown),
      });
    }
  }
  return { document: changed ? { ...document, nodes } : document, diagnostics, ran };
}

function migrateNode(node: NodeRecord, history: NodeHistory, ran: string[]): NodeRecord {
  let current = node;
  for (const step of stepsAfter(node.version, history.migrations)) {
    current = { ...step.migrate(current), version: step.version };
    ran.push(stepName(node.type, step.version));
  }
  // A version without a step changed nothing that files hold.
  return { ...current, version: history.version };
}

function stepsAfter<Step extends { readonly version: number }>(
  version: number,
  steps: readonly Step[],
): Step[] {
  return steps.filter((step) => step.version > version).sort((a, b) => a.version - b.version);
}

/** The steps of which no run is named in `ran`: a test keeps this empty over the museum's files. */
export function stepsNeverRun(
  ran: Iterable<string>,
  documentSteps: readonly Migration[],
  types: Readonly<Record<string, NodeHistory>>,
): string[] {
  const seen = new Set(ran);
  const all = documentSteps.map((step) => stepName("document", step.version));
  for (const [type, history] of Object.entries(types)) {
    all.push(...history.migrations.map((step) => stepName(type, step.version)));
  }
  return all.filter((name) => !seen.has(name));
}

/** Steps that cannot be right: numbers that repeat, go backwards, are below 2 or beyond the newest version. */
export function misnumberedSteps(
  of: string,
  steps: readonly { readonly version: number }[],
  newest: number,
): string[] {
  return steps
    .filter(
      ({ version }, index) =>
        version < 2 || version > newest || (index > 0 && version <= steps[index - 1].version),
    )
    .map(({ version }) => stepName(of, version));
}

/** {@link misnumberedSteps} of the document's own steps. */
export function misnumberedDocumentSteps(): string[] {
  return misnumberedSteps("document", documentMigrations, documentVersion);
}
