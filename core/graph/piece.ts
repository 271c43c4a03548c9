/**
 * A piece of a graph as text: what copying puts on the clipboard and pasting takes from it, in this window, another one,
 * or a message in between. Wires among the nodes go along; those that came from outside are remembered by name.
 */
import { type Diagnostic, fail } from "../base/diagnostic.ts";
import { freeId } from "../base/ids.ts";
import type { Command } from "./commands.ts";
import type { Graph, PortRef, Position, WireRecord } from "./document.ts";
import { lookup } from "./entries.ts";
import { isFields } from "./repair-fields.ts";
import { repairGraph } from "./repair-graph.ts";
import { pickReroutes } from "./reroutes.ts";

export const pieceFormat = "espalier/piece";

export type Piece = Graph & {
  readonly format: typeof pieceFormat;
  readonly formatVersion: 1;
  /** Wires into the piece from nodes that were left behind. */
  readonly incoming: readonly WireRecord[];
};

export type PieceSelection = {
  nodes: Iterable<string>;
  notes?: Iterable<string>;
  frames?: Iterable<string>;
};

/** The selected part of a graph; `nodes` are ids of nodes and groups. */
export function pieceOf(graph: Graph, selection: PieceSelection): Piece {
  const ids = new Set(selection.nodes);
  const wires = Object.entries(graph.wires);
  const within = Object.fromEntries(wires.filter(([, { from, to }]) => ids.has(from[0]) && ids.has(to[0])));
  return {
    format: pieceFormat,
    formatVersion: 1,
    nodes: pick(graph.nodes, ids),
    groups: pick(graph.groups, ids),
    wires: within,
    incoming: wires.flatMap(([, wire]) => (ids.has(wire.to[0]) && !ids.has(wire.from[0]) ? [wire] : [])),
    view: {
      positions: pick(graph.view.positions, ids),
      frames: pick(graph.view.frames, new Set(selection.frames ?? [])),
      notes: pick(graph.view.notes, new Set(selection.notes ?? [])),
      ...pickReroutes(graph.view, within),
    },
  };
}

/** A piece as text, readable in a message. */
export function writePiece(piece: Piece): string {
  return `${JSON.stringify(piece, null, 1)}\n`;
}

/**
 * The piece in a text, repaired where it is damaged; `undefined` for text that is something else. Throws `paste.newer` for
 * a piece that a newer Espalier copied.
 */
export function readPiece(text: string): { piece: Piece; diagnostics: Diagnostic[] } | undefined {
  if (!text.includes(pieceFormat)) return undefined;
  let raw: unknown;
  try {
    raw = JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
  } catch {
    return undefined;
  }
  if (!isFields(raw) || raw.format !== pieceFormat) return undefined;
  if (raw.formatVersion !== 1) return fail("paste.newer", { version: String(raw.formatVersion) });
  const diagnostics: Diagnostic[] = [];
  const { graph } = repairGraph(raw, diagnostics);
  const incoming = Array.isArray(raw.incoming) ? raw.incoming.flatMap(asWire) : [];
  return { piece: { ...graph, format: pieceFormat, formatVersion: 1, incoming }, diagnostics };
}

export type Placement = {
  /** Where the piece's top left corner comes to stand. */
  at: Position;
  /** Join what came from outside again, where a node of that name and no other wire stands in the way. */
  incoming: boolean;
};

/** Commands that put a piece into a graph under free ids, and what its nodes, notes and frames are called there. */
export function insertPiece(
  graph: Graph,
  piece: Piece,
  { at, incoming }: Placement,
): { commands: Command[]; nodes: string[]; notes: string[]; frames: string[] } {
  const names = freeNames(Object.keys({ ...piece.nodes, ...piece.groups }), {
    ...graph.nodes,
    ...graph.groups,
  });
  const notes = freeNames(Object.keys(piece.view.notes), graph.view.notes);
  const frames = freeNames(Object.keys(piece.view.frames), graph.view.frames);
  const corner = cornerOf(piece);
  const moved = ([x, y]: Position): Position => [x - corner[0] + at[0], y - corner[1] + at[1]];
  const place = (id: string) => moved(lookup(piece.view.positions, id) ?? corner);
  const name = (id: string) => names.get(id) ?? id;
  const commands: Command[] = [
    ...Object.entries(piece.nodes).map(
      ([id, node]): Command => ({ kind: "addNode", id: name(id), node, at: place(id) }),
    ),
    ...Object.entries(piece.groups).map(
      ([id, group]): Command => ({ kind: "addGroup", id: name(id), group, at: place(id) }),
    ),
    ...Object.entries(piece.view.notes).map(
      ([id, note]): Command => ({
        kind: "setNote",
        id: notes.get(id) ?? id,
        note: { ...note, at: moved(note.at) },
      }),
    ),
    ...Object.entries(piece.view.frames).map(
      ([id, frame]): Command => ({
        kind: "setFrame",
        id: frames.get(id) ?? id,
        frame: { ...frame, at: moved(frame.at) },
      }),
    ),
  ];
  const taken = new Set(Object.keys(graph.wires));
  const joined = incoming ? piece.incoming.filter(({ from }) => canFeed(graph, from)) : [];
  const wires: [PortRef, PortRef, (readonly Position[])?][] = [
    ...Object.entries(piece.wires).map(([id, { from, to }]): [PortRef, PortRef, (readonly Position[])?] => [
      [name(from[0]), from[1]],
      [name(to[0]), to[1]],
      lookup(piece.view.reroutes ?? {}, id),
    ]),
    ...joined.map(({ from, to }): [PortRef, PortRef] => [from, [name(to[0]), to[1]]]),
  ];
  for (const [from, to, points] of wires) {
    const id = freeId("w1", taken);
    taken.add(id);
    commands.push({ kind: "addWire", id, from, to });
    if (points) commands.push({ kind: "setReroutes", wire: id, points: points.map(moved) });
  }
  return { commands, nodes: [...names.values()], notes: [...notes.values()], frames: [...frames.values()] };
}

/** The top left corner of all that has a place. */
export function cornerOf({ view }: Pick<Piece, "view">): Position {
  const places = [
    ...Object.values(view.positions),
    ...Object.values(view.notes).map(({ at }) => at),
    ...Object.values(view.frames).map(({ at }) => at),
  ];
  if (places.length === 0) return [0, 0];
  return [
    places.reduce((least, [x]) => Math.min(least, x), places[0][0]),
    places.reduce((least, [, y]) => Math.min(least, y), places[0][1]),
  ];
}

function canFeed(graph: Graph, [id, port]: PortRef): boolean {
  const group = lookup(graph.groups, id);
  return group ? lookup(group.outputs, port) !== undefined : lookup(graph.nodes, id) !== undefined;
}

function freeNames(ids: readonly string[], taken: Readonly<Record<string, unknown>>): Map<string, string> {
  const given = new Set<string>();
  return new Map(
    ids.map((id) => {
      const free = freeId(id.replace(/\d+$/, "") || id, {
        has: (name) => Object.hasOwn(taken, name) || given.has(name),
      });
      const own = Object.hasOwn(taken, id) || given.has(id) ? free : id;
      given.add(own);
      return [id, own];
    }),
  );
}

function asWire(raw: unknown): WireRecord[] {
  if (!isFields(raw)) return [];
  const isRef = (ref: unknown): ref is [string, string] =>
    Array.isArray(ref) && ref.length === 2 && ref.every((part) => typeof part === "string");
  return isRef(raw.from) && isRef(raw.to) ? [{ from: raw.from, to: raw.to }] : [];
}

function pick<T>(record: Readonly<Record<string, T>>, ids: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([id]) => ids.has(id)));
}
