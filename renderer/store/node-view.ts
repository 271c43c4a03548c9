/**
 * What a card shows of its node, worked out from the document, the last check and the runs. One flat value of
 * primitives and stable objects, so that a card compares it cheaply and renders only when its own node changed.
 */

import type { NodeRecord } from "../../core/graph/document.ts";
import { lookup } from "../../core/graph/entries.ts";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import type { Forecast } from "../../core/service/engine-service.ts";
import type { Look } from "../../core/service/look.ts";
import type { EditorState, NodeRun } from "./editor-state.ts";
import { recordAt } from "./seen.ts";
import { hasThumbnail } from "./thumbnail.ts";
import { isConnected } from "./wire-index.ts";

export type StateName =
  | "new"
  | "stale"
  | "queued"
  | "running"
  | "done"
  | "cached"
  | "warned"
  | "failed"
  | "blocked"
  | "muted"
  | "bypassed"
  | "unready"
  | "unknown";

export type NodeView = {
  record: NodeRecord | undefined;
  descriptor: NodeDescriptor | undefined;
  state: StateName;
  /** The node whose failure blocks this one. */
  by: string | undefined;
  /** Names of inputs that are missing, joined by "\n". */
  missing: string;
  done: number | undefined;
  total: number | undefined;
  since: number | undefined;
  note: string | undefined;
  ms: number | undefined;
  bytes: number | undefined;
  /** What a run would take, where there is no result of this state yet. */
  forecastMs: number | undefined;
  forecastBytes: number | undefined;
  /** A run on this machine has corrected the forecast. */
  measured: boolean;
  preview: Look | undefined;
  /** Where the picture on the card comes from. */
  signature: string | undefined;
  port: string | undefined;
  path: string | undefined;
  /** The result belongs to an earlier state of the node. */
  old: boolean;
};

/** Everything a card shows of `id`. */
export function nodeView(state: EditorState, id: string): NodeView {
  const record = lookup(state.graph.nodes, id);
  const descriptor = record && state.descriptors.get(record.type);
  const report = lookup(state.check?.nodes ?? {}, id);
  const own = lookup(state.run.nodes, id);
  const mirror = lookup(state.run.mirrors, id);
  const working = isWorking(mirror) && state.run.active ? mirror : own;
  const name = stateName(state, id);
  const busy = name === "running" || name === "queued" ? working : undefined;
  const settled = own && own.signature === report?.signature && own.state === "done" ? own : undefined;
  return {
    record,
    descriptor,
    state: name,
    by: name === "blocked" ? (own?.by ?? blockerOf(state, id)) : undefined,
    missing: name === "unready" ? missingPorts(state, id, descriptor).join("\n") : "",
    done: busy?.done,
    total: busy?.total,
    since: busy?.since,
    note: busy?.note,
    ...cost(state, id, settled),
    preview: lookup(state.run.previews, id),
    ...picture(state, id, descriptor),
  };
}

/** What the result took. A learner is a recipe and takes nothing: its card tells what its fitting took. */
function cost(
  state: EditorState,
  id: string,
  settled: NodeRun | undefined,
): Pick<NodeView, "ms" | "bytes" | "forecastMs" | "forecastBytes" | "measured"> {
  const report = lookup(state.check?.nodes ?? {}, id);
  if (report?.mirror) {
    const fit = lookup(state.check?.nodes ?? {}, report.mirror.node);
    return report.mirror.path === ""
      ? { ms: fit?.ms, bytes: fit?.bytes, ...flat(fit?.forecast) }
      : { ms: undefined, bytes: undefined, ...flat(undefined) };
  }
  return {
    ms: settled?.ms ?? report?.ms,
    bytes: settled?.bytes ?? report?.bytes,
    ...flat(settled ? undefined : report?.forecast),
  };
}

/** As primitives: a new object on every check would have every card drawn again. */
function flat(forecast: Forecast | undefined): Pick<NodeView, "forecastMs" | "forecastBytes" | "measured"> {
  return {
    forecastMs: forecast?.ms,
    forecastBytes: forecast?.bytes,
    measured: forecast?.measured ?? false,
  };
}

/** The state in one word. A run counts as long as the node still has the signature that it ran with. */
export function stateName(state: EditorState, id: string): StateName {
  const record = recordAt(state, id);
  if (record?.state) return record.state;
  if (record && !state.descriptors.has(record.type)) return "unknown";
  const report = lookup(state.check?.nodes ?? {}, id);
  const own = lookup(state.run.nodes, id);
  const mirror = lookup(state.run.mirrors, id);
  if (state.run.active) {
    if (isWorking(mirror)) return mirror.state === "running" ? "running" : "queued";
    if (isWorking(own)) return own.state === "running" ? "running" : "queued";
  }
  if (own && (own.signature === report?.signature || report === undefined)) {
    if (own.state === "failed") return "failed";
    if (own.state === "blocked") return "blocked";
    if (own.state === "done") return warned(state, id) ? "warned" : "done";
    if (own.state === "cached") return "cached";
  }
  if (report?.freshness === "cached" && warned(state, id)) return "warned";
  return report?.freshness ?? "new";
}

function isWorking(run: NodeRun | undefined): run is NodeRun {
  return run?.state === "running" || run?.state === "queued";
}

function warned(state: EditorState, id: string): boolean {
  const signature = state.check?.nodes[id]?.signature;
  return state.run.problems.some(
    ({ diagnostic, signature: at }) =>
      diagnostic.node === id && diagnostic.severity === "warning" && at === signature,
  );
}

function blockerOf(state: EditorState, id: string): string | undefined {
  return state.run.problems.find(
    ({ diagnostic }) => diagnostic.severity === "error" && diagnostic.node !== id,
  )?.diagnostic.node;
}

function missingPorts(state: EditorState, id: string, descriptor: NodeDescriptor | undefined): string[] {
  return (descriptor?.inputs ?? [])
    .filter((port) => !port.optional && !isConnected(state.graph.wires, id, port.name, "in"))
    .map((port) => port.title[state.language]);
}

type Picture = Pick<NodeView, "signature" | "port" | "path" | "old">;
const noPicture: Picture = { signature: undefined, port: undefined, path: undefined, old: false };

/** The result that the card draws: its own first output, or for a learner what the node that fits it found. */
function picture(state: EditorState, id: string, descriptor: NodeDescriptor | undefined): Picture {
  if (!descriptor || !hasThumbnail(descriptor)) return noPicture;
  const mirror = state.check?.nodes[id]?.mirror;
  if (descriptor.makes === "learner" && !mirror) return noPicture;
  const source = mirror?.node ?? id;
  const { signature, old } = resultOf(state, source);
  if (signature === undefined) return noPicture;
  if (!mirror) return { signature, old, port: descriptor.outputs[0]?.name, path: undefined };
  const fit = state.known.get(recordAt(state, source)?.type ?? "")?.traits.fit;
  if (!fit) return noPicture;
  return mirror.path === ""
    ? { signature, old, port: fit.trace, path: undefined }
    : { signature, old, port: fit.model, path: mirror.path };
}

/** The key of the newest result of a node, and whether it is from before the last change. */
export function resultOf(state: EditorState, id: string): { signature: string | undefined; old: boolean } {
  const report = lookup(state.check?.nodes ?? {}, id);
  const own = lookup(state.run.nodes, id);
  const here = own?.state === "done" || own?.state === "cached";
  if (own && here && (own.signature === report?.signature || !report))
    return { signature: own.signature, old: false };
  if (report?.freshness === "cached") return { signature: report.signature, old: false };
  return { signature: report?.lastSignature, old: report?.lastSignature !== undefined };
}
