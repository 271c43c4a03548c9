/**
 * What the search for a node offers, best first, and what choosing it does. Where a wire waits for an end, the best is what
 * fits without a conversion, then what this user usually connects there, then what needs it.
 */
import { lookup } from "../../core/graph/entries.ts";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import { accepts } from "../../core/types/accepts.ts";
import { cardWidth } from "../canvas/card-geometry.ts";
import type { Editor } from "./editor.ts";
import type { Connecting, Dialog, EditorState } from "./editor-state.ts";
import { addNode } from "./graph-edits.ts";
import { habitOf } from "./habits.ts";
import { insertionOf, insertNew } from "./insert.ts";
import { bare, descriptorOf, inputOf, portForEnd, typeOfOutput } from "./port-types.ts";
import { replacementsOf, replaceNode } from "./replace.ts";

type Search = Extract<Dialog, { kind: "search" }>;

export type Offer = { readonly descriptor: NodeDescriptor; choose(editor: Editor): void };

/** The offers of an open search. */
export function offersOf(state: EditorState, search: Search): Offer[] {
  const { at, from, beside, wire, replace } = search;
  const all = [...state.known.values()];
  if (replace !== undefined)
    return replacementsOf(state, replace).map(({ descriptor }) => ({
      descriptor,
      choose: (editor) => void replaceNode(editor, replace, descriptor.id),
    }));
  if (wire !== undefined)
    return all.flatMap((descriptor): Offer[] => {
      const insertion = insertionOf(state, wire, descriptor);
      return insertion
        ? [{ descriptor, choose: (editor) => void insertNew(editor, descriptor.id, at, insertion) }]
        : [];
    });
  if (from) return rankedFor(state, from, all).map((found) => joined(found, from, at));
  const ends = beside === undefined ? [] : outputsOf(state, beside);
  const ranked = ends.flatMap((end) => rankedFor(state, end, all).map((found) => ({ ...found, end })));
  const best = [...new Map(ranked.reverse().map((found) => [found.descriptor.id, found])).values()].reverse();
  const taken = new Set(best.map(({ descriptor }) => descriptor.id));
  return [
    ...best.map((found) => joined(found, found.end, at)),
    ...all
      .filter(({ id }) => !taken.has(id))
      .map((descriptor) => ({
        descriptor,
        choose: (editor: Editor) => void addNode(editor, descriptor.id, at),
      })),
  ];
}

type Ranked = { readonly descriptor: NodeDescriptor; readonly port: string };

/** The types of node that a wire from `end` could go to, best first. */
export function rankedFor(
  state: EditorState,
  end: Connecting,
  descriptors: readonly NodeDescriptor[],
): Ranked[] {
  return descriptors
    .flatMap((descriptor) => {
      const port = portForEnd(state, end, descriptor);
      return port === undefined ? [] : [{ descriptor, port, worth: worthOf(state, end, descriptor, port) }];
    })
    .sort((a, b) => b.worth - a.worth);
}

/** Counts of joins weigh more than being needed, and less than fitting as it is. */
function worthOf(state: EditorState, end: Connecting, descriptor: NodeDescriptor, port: string): number {
  const type = lookup(state.graph.nodes, end.node)?.type ?? "";
  const [here, there] = [`${type}.${end.port}`, `${descriptor.id}.${port}`];
  const often = end.side === "out" ? habitOf(here, there) : habitOf(there, here);
  const needed = end.side === "out" && !descriptor.inputs.find(({ name }) => name === port)?.optional;
  return (isExact(state, end, descriptor, port) ? 10_000 : 0) + 2 * often + (needed ? 1 : 0);
}

function isExact(state: EditorState, end: Connecting, descriptor: NodeDescriptor, port: string): boolean {
  const own = (end.side === "out" ? descriptor.inputs : descriptor.outputs).find(({ name }) => name === port);
  const source = end.side === "out" ? typeOfOutput(state, [end.node, end.port]) : own && bare(own.type);
  const target = end.side === "out" ? own : inputOf(state, [end.node, end.port]);
  return source !== undefined && target !== undefined && accepts(target.type, source).kind === "yes";
}

function outputsOf(state: EditorState, node: string): Connecting[] {
  return (descriptorOf(state, node)?.outputs ?? []).map(({ name }) => ({ node, port: name, side: "out" }));
}

/** A new node with its wire; where it feeds the end, it stands to the left of it. */
function joined({ descriptor, port }: Ranked, end: Connecting, at: { x: number; y: number }): Offer {
  const place = end.side === "in" ? { x: at.x - cardWidth, y: at.y } : at;
  return { descriptor, choose: (editor) => void addNode(editor, descriptor.id, place, { end, port }) };
}
