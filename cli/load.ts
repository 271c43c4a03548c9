/** Reads a graph for a command: parse, report repairs, apply `--set`. */
import { dirname, resolve } from "node:path";
import { type Diagnostic, diagnosticOf, fail } from "../core/base/diagnostic.ts";
import type { Json } from "../core/base/json.ts";
import { apply } from "../core/graph/apply.ts";
import type { GraphDocument } from "../core/graph/document.ts";
import { lookup } from "../core/graph/entries.ts";
import { readText } from "../core/graph/files.ts";
import { flattenGroups } from "../core/graph/flatten.ts";
import { parseDocument } from "../core/graph/parse.ts";
import { graphAt, splitPath } from "../core/graph/scope.ts";

export type Loaded = { document?: GraphDocument; diagnostics: readonly Diagnostic[]; folder: string };

/** The document of a file with `node.param=value` settings applied (`group/node.param` within a group). Problems come back, nothing is thrown. */
export async function loadGraph(file: string, settings: readonly string[] = []): Promise<Loaded> {
  const folder = dirname(resolve(file));
  try {
    const { document, diagnostics, readOnly } = parseDocument(await readText(file));
    if (!document) return { diagnostics, folder };
    // A file from a newer version is legible, not runnable: its meaning is not known here.
    if (readOnly) {
      return { diagnostics: diagnostics.map((found) => ({ ...found, severity: "error" as const })), folder };
    }
    return { document: settings.reduce(applySetting, document), diagnostics, folder };
  } catch (thrown) {
    return { diagnostics: [diagnosticOf(thrown)], folder };
  }
}

function applySetting(document: GraphDocument, setting: string): GraphDocument {
  const match = /^([^.=]+)\.([^=]+)=(.*)$/s.exec(setting);
  if (!match) return fail("call.bad-set", { value: setting });
  const [, node, name, text] = match;
  const { scope, id } = splitPath(node);
  const record = lookup(graphAt(document, scope)?.nodes ?? {}, id);
  if (!record) return fail("graph.no-such-node", { node, nodes: Object.keys(flattenGroups(document).nodes) });
  // Whether the node has such a parameter is for the check to say, which knows the nodes.
  const before = lookup(record.params, name);
  const command = { kind: "setParam", node: id, name, value: settingValue(text, before) } as const;
  return apply(document, { kind: "within", groups: scope, command }).document;
}

/** JSON where it is JSON; otherwise, and wherever a text stood before, the text itself. */
function settingValue(text: string, before: Json | undefined): Json {
  if (typeof before === "string") return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** What keeps a graph from running. */
export function errorsOf(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter((found) => found.severity === "error");
}
