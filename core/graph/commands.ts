/**
 * Every edit of a document, as data. `apply` (apply.ts) turns a command into a new document and a diff; nothing else
 * changes a document. Commands name things by id, so one that was made on an older revision fails cleanly or still fits.
 */
import type { Json } from "../base/json.ts";
import type { FrameRecord, NodeRecord, NoteRecord, PortRef, Position, Viewport } from "./document.ts";

export type Command =
  | { kind: "addNode"; id: string; node: NodeRecord; at: Position }
  /** `rejoin` lists wires to put in place of the ones that vanish with the nodes (the caller knows the types). */
  | {
      kind: "removeNodes";
      ids: readonly string[];
      rejoin?: readonly { id: string; from: PortRef; to: PortRef }[];
    }
  | { kind: "setParam"; node: string; name: string; value: Json }
  /** `undefined` removes the title, note or state. */
  | {
      kind: "setNode";
      node: string;
      title?: string | undefined;
      note?: string | undefined;
      state?: "muted" | "bypassed" | undefined;
      fields: readonly ("title" | "note" | "state")[];
    }
  /** Replaces a node's type in place, keeping id and position; wires that no longer fit are the caller's to remove. */
  | { kind: "replaceNode"; node: string; record: NodeRecord }
  /** An input port holds one wire: adding a second one replaces the first. */
  | { kind: "addWire"; id: string; from: PortRef; to: PortRef }
  | { kind: "removeWires"; ids: readonly string[] }
  | { kind: "move"; positions: Readonly<Record<string, Position>> }
  | { kind: "setNote"; id: string; note: NoteRecord }
  | { kind: "removeNote"; id: string }
  | { kind: "setFrame"; id: string; frame: FrameRecord }
  | { kind: "removeFrame"; id: string }
  | { kind: "setViewport"; viewport: Viewport }
  | { kind: "setDocument"; title?: string; seed?: number }
  /** Several commands as one step of history; all or nothing. */
  | { kind: "batch"; commands: readonly Command[] };
