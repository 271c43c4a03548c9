/** What things of the graph are called on screen: titles in the reader's language in place of ids and paths. */
import type { Diagnostic, DiagnosticValue, Repair } from "../../core/base/diagnostic.ts";
import type { NodeRecord } from "../../core/graph/document.ts";
import { lookup } from "../../core/graph/entries.ts";
import { graphAt, splitPath } from "../../core/graph/scope.ts";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import { wordDiagnostic, wordRepair } from "../../core/words/word.ts";
import type { EditorState } from "./editor-state.ts";
import { recordAt } from "./seen.ts";

type Named = Pick<EditorState, "document" | "graph" | "known" | "descriptors" | "language">;

/** The title of the node or group at a path: the user's own, or its type's; the path where nothing stands there. */
export function titleAt(state: Named, path: string): string {
  const record = recordAt(state, path);
  if (record) return titleOfRecord(state, record) ?? path;
  const { scope, id } = splitPath(path);
  return lookup(graphAt(state.document, scope)?.groups ?? {}, id)?.title ?? path;
}

/** The same for a record that may no longer be in the graph; `undefined` where neither it nor its type is known. */
export function titleOfRecord(
  state: Named,
  { title, type }: Pick<NodeRecord, "title" | "type">,
): string | undefined {
  return title ?? descriptorOfType(state, type)?.title[state.language];
}

/** What is said about a node, with titles for the nodes and ports it names. */
export function wordInTitles(state: Named, diagnostic: Diagnostic): { what: string; hint: string } {
  const values = inTitles(state, diagnostic.values, diagnostic.node);
  return wordDiagnostic({ ...diagnostic, values }, state.language);
}

/** The label of a repair's button, with titles for the nodes and ports it names. */
export function wordRepairInTitles(state: Named, repair: Repair, node: string | undefined): string {
  return wordRepair({ ...repair, values: inTitles(state, repair.values, node) }, state.language);
}

type Values = Readonly<Record<string, DiagnosticValue>>;

function inTitles(state: Named, values: Values, node: string | undefined): Values {
  const titled = Object.entries(values).map(([name, value]) => {
    if (typeof value !== "string") return [name, value];
    if (name === "port") return [name, node === undefined ? value : portTitle(state, node, value)];
    return [name, nodeValues.has(name) ? refTitle(state, value) : value];
  });
  return Object.fromEntries(titled);
}

/** Values that name a node, `prep/scaler`, or one of its ports, `prep/scaler.table`. */
const nodeValues = new Set(["node", "from", "split", "after"]);

function refTitle(state: Named, ref: string): string {
  if (recordAt(state, ref)) return titleAt(state, ref);
  const dot = ref.lastIndexOf(".");
  const node = ref.slice(0, dot);
  return dot > 0 && recordAt(state, node)
    ? `${titleAt(state, node)} · ${portTitle(state, node, ref.slice(dot + 1))}`
    : ref;
}

/** An output on screen: its node's title, and its own where the node has several. */
export function outputTitle(state: Named, node: string, port: string): string {
  const descriptor = descriptorOfType(state, recordAt(state, node)?.type ?? "");
  const title = titleAt(state, node);
  return (descriptor?.outputs.length ?? 0) > 1 ? `${title} · ${portTitle(state, node, port)}` : title;
}

function portTitle(state: Named, node: string, port: string): string {
  const descriptor = descriptorOfType(state, recordAt(state, node)?.type ?? "");
  const ports = [...(descriptor?.inputs ?? []), ...(descriptor?.outputs ?? [])];
  return ports.find(({ name }) => name === port)?.title[state.language] ?? port;
}

function descriptorOfType(state: Named, type: string): NodeDescriptor | undefined {
  return state.descriptors.get(type) ?? state.known.get(type);
}
