/** Which results the dock shows: pinned nodes, then the selected one, else the ends of the graph. */
import { lookup } from "../../core/graph/entries.ts";
import { sourceOf } from "../../core/graph/flatten.ts";
import { graphAt, splitPath } from "../../core/graph/scope.ts";
import type { Look, LookRequest } from "../../core/service/look.ts";
import type { EditorState } from "../store/editor-state.ts";
import { groupOfType } from "../store/group-descriptor.ts";
import { resultOf } from "../store/node-view.ts";
import { recordAt, terminalOf } from "../store/seen.ts";
import { soleNode } from "../store/select.ts";

/** One panel: an output of a node, or a part of a model that stands for a learner. */
export type Panel = {
  key: string;
  /** The node whose card stands for it. */
  node: string;
  /** The node that made it: another one where a learner shows what fitting it found. */
  maker: string;
  port: string;
  source?: Pick<LookRequest, "signature" | "port" | "path">;
  preview?: Look;
  old: boolean;
};

/** The panel of this key, whatever is selected; none where its node or output is no more. */
export function panelOf(state: EditorState, key: string): Panel | undefined {
  const node = key.slice(0, Math.max(0, key.lastIndexOf("/")));
  return panelsOfNode(state, node).find((panel) => panel.key === key);
}

const mostPanels = 6;

/** The panels, in reading order. */
export function panelsOf(state: EditorState): Panel[] {
  const sole = soleNode(state);
  const nodes = new Set(
    [...state.pins, ...(sole === undefined ? [] : [sole])].filter((id) => recordAt(state, id)),
  );
  if (nodes.size === 0) for (const id of endsOf(state)) nodes.add(id);
  return [...nodes].flatMap((id) => panelsOfNode(state, id)).slice(0, mostPanels);
}

function panelsOfNode(state: EditorState, id: string): Panel[] {
  const group = groupOfType(recordAt(state, id)?.type ?? "");
  if (group !== undefined) return panelsOfGroup(state, group);
  const descriptor = state.known.get(recordAt(state, id)?.type ?? "");
  if (!descriptor) return [];
  const mirror = state.check?.nodes[id]?.mirror;
  const preview = state.run.previews[id];
  const fit = mirror && state.known.get(recordAt(state, mirror.node)?.type ?? "")?.traits.fit;
  if (mirror && fit) {
    const { signature, old } = resultOf(state, mirror.node);
    const panels = [panel(id, fit.model, signature, old, mirror)];
    if (mirror.path === "")
      panels.unshift({
        ...panel(id, fit.trace, signature, old, { node: mirror.node }),
        ...(preview ? { preview } : {}),
      });
    return panels;
  }
  const { signature, old } = resultOf(state, id);
  // A recipe says nothing that its parameters do not say; what was learnt is shown once a node fits it.
  const outputs = descriptor.outputs.filter(({ type }) => type !== "learner");
  return outputs.map(({ name }, index) => ({
    ...panel(id, name, signature, old),
    ...(preview && index === outputs.length - 1 ? { preview } : {}),
  }));
}

/** What a group shows is what comes out of it: the panels of the nodes that feed its outputs. */
function panelsOfGroup(state: EditorState, path: string): Panel[] {
  const { scope, id } = splitPath(path);
  const around = graphAt(state.document, scope);
  const group = around && lookup(around.groups, id);
  if (!around || !group) return [];
  const sources = Object.keys(group.outputs).flatMap((port) => {
    const source = sourceOf(around, scope, [id, port]);
    return source ? [source] : [];
  });
  return sources.flatMap(([node, port]) => panelsOfNode(state, node).filter((one) => one.port === port));
}

type Mirror = { node: string; path?: string };

function panel(
  node: string,
  port: string,
  signature: string | undefined,
  old: boolean,
  mirror?: Mirror,
): Panel {
  const path = mirror?.path === undefined ? {} : { path: mirror.path };
  const source = signature === undefined ? {} : { source: { signature, port, ...path } };
  return { key: `${node}/${port}`, node, maker: mirror?.node ?? node, port, old, ...source };
}

/**
 * Nodes that feed no other, those whose output one looks at first; where none of them has run, those that feed no other that
 * has, so that a graph that stops half-way shows how far it came.
 */
function endsOf(state: EditorState): string[] {
  const nodes = Object.keys(state.graph.nodes).filter((id) => !terminalOf(id));
  const hasRun = (id: string) => panelsOfNode(state, id).some(({ source }) => source !== undefined);
  const ends = endsAmong(state, nodes);
  if (ends.some(hasRun)) return ends;
  const furthest = endsAmong(state, nodes.filter(hasRun));
  return furthest.length > 0 ? furthest : ends;
}

function endsAmong(state: EditorState, nodes: readonly string[]): string[] {
  const among = new Set(nodes);
  const wires = Object.values(state.graph.wires);
  const feeding = new Set(wires.flatMap(({ from, to }) => (among.has(to[0]) ? [from[0]] : [])));
  return nodes.filter((id) => !feeding.has(id)).sort();
}
