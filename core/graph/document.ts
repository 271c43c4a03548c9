/**
 * The document: what a `.espalier` file holds, keyed by id and name, never by position. Plain frozen-by-convention
 * data; every edit is a command (`commands.ts`). Fields that this version does not know stay where they were read,
 * which is why each record may carry further keys.
 */
import type { Json } from "../base/json.ts";

export const documentFormat = "espalier/graph";
export const documentVersion = 1;

/** Parameter values by name. Everything is stored, so that a later default never changes an old file. */
export type Params = Readonly<Record<string, Json>>;

export type NodeRecord = {
  readonly type: string;
  readonly version: number;
  readonly params: Params;
  readonly title?: string;
  readonly note?: string;
  readonly state?: "muted" | "bypassed";
};

/** `[node id, port name]`; a named slot of a many-port is `"learners.a"`. */
export type PortRef = readonly [node: string, port: string];

export type WireRecord = { readonly from: PortRef; readonly to: PortRef };

export type Position = readonly [x: number, y: number];

/** Text in the reader's language; English is the fallback. */
export type LocalText = { readonly en: string; readonly zh?: string };

export type NoteRecord = {
  readonly text: LocalText;
  readonly at: Position;
  readonly size: Position;
  readonly color?: "green" | "yellow" | "grey";
};

export type FrameRecord = { readonly title: LocalText; readonly at: Position; readonly size: Position };

export type Viewport = { readonly x: number; readonly y: number; readonly zoom: number };

export type ViewRecord = {
  readonly positions: Readonly<Record<string, Position>>;
  readonly frames: Readonly<Record<string, FrameRecord>>;
  readonly notes: Readonly<Record<string, NoteRecord>>;
  /** Points that wires are led through, by wire; a wire without any is not listed. */
  readonly reroutes?: Readonly<Record<string, readonly Position[]>>;
  readonly viewport?: Viewport;
};

/** What a document and a group have in common: one canvas full. Nodes and groups share one space of ids. */
export type Graph = {
  readonly nodes: Readonly<Record<string, NodeRecord>>;
  readonly wires: Readonly<Record<string, WireRecord>>;
  readonly groups: Readonly<Record<string, GroupRecord>>;
  readonly view: ViewRecord;
};

/** What both kinds of group ports have: a name for the eye, and a place among the others (ties by name). */
type GroupPortRecord = { readonly title?: string; readonly order?: number };

/** A port on a group's left side: the inputs inside that it feeds. With none it is there, and leads nowhere. */
export type GroupInput = GroupPortRecord & { readonly to: readonly PortRef[] };

/** A port on a group's right side: the output inside that feeds it, if any. */
export type GroupOutput = GroupPortRecord & { readonly from?: PortRef };

/**
 * A nested graph that stands in its parent like a node: wires of the parent end at its ports by name. Positions inside
 * are the inside's own. `state` holds for everything in it.
 */
export type GroupRecord = Graph & {
  readonly title: string;
  readonly note?: string;
  readonly state?: "muted" | "bypassed";
  readonly inputs: Readonly<Record<string, GroupInput>>;
  readonly outputs: Readonly<Record<string, GroupOutput>>;
};

export type GraphDocument = Graph & {
  readonly format: typeof documentFormat;
  readonly formatVersion: number;
  readonly title: string;
  /** Seeds of new nodes are drawn from this one and a counter. */
  readonly seed: number;
};

/** A group with nothing in it. */
export function emptyGroup(title: string): GroupRecord {
  return {
    title,
    inputs: {},
    outputs: {},
    nodes: {},
    wires: {},
    groups: {},
    view: { positions: {}, frames: {}, notes: {} },
  };
}

export function emptyDocument(title: string, seed = 1): GraphDocument {
  return {
    format: documentFormat,
    formatVersion: documentVersion,
    title,
    seed,
    nodes: {},
    wires: {},
    groups: {},
    view: { positions: {}, frames: {}, notes: {} },
  };
}
