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
  readonly viewport?: Viewport;
};

export type GraphDocument = {
  readonly format: typeof documentFormat;
  readonly formatVersion: number;
  readonly title: string;
  /** Seeds of new nodes are drawn from this one and a counter. */
  readonly seed: number;
  readonly nodes: Readonly<Record<string, NodeRecord>>;
  readonly wires: Readonly<Record<string, WireRecord>>;
  /** Nested graphs with named ports; kept as read until groups exist. */
  readonly groups: Readonly<Record<string, Json>>;
  readonly view: ViewRecord;
};

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
