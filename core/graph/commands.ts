/**
 * Every edit of a document, as data. `apply` (apply.ts) turns a command into a new document and a diff; nothing else
 * changes a document. Commands name things by id, so one that was made on an older revision fails cleanly or still fits.
 */
import type { Json } from "../base/json.ts";
import type {
  FrameRecord,
  GroupInput,
  GroupOutput,
  GroupRecord,
  NodeRecord,
  NoteRecord,
  PortRef,
  Position,
  Viewport,
} from "./document.ts";

export type Command =
  | { kind: "addNode"; id: string; node: NodeRecord; at: Position }
  /** Ids of nodes or groups. `rejoin` lists wires to put in place of the ones that vanish with the nodes (the caller knows the types). */
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
  /** Leads a wire through points, in the order in which it meets them; with none it runs by itself again. */
  | { kind: "setReroutes"; wire: string; points: readonly Position[] }
  | { kind: "setViewport"; viewport: Viewport }
  | { kind: "setDocument"; title?: string; seed?: number }
  /** Puts nodes and groups (with frames and notes) into a new group; wires over its edge become ports. */
  | {
      kind: "group";
      id: string;
      title: string;
      members: readonly string[];
      frames?: readonly string[];
      notes?: readonly string[];
    }
  /** Puts what is in a group back in its place; the wires lead on. */
  | { kind: "ungroup"; group: string }
  /** A whole group, as it comes from a paste. */
  | { kind: "addGroup"; id: string; group: GroupRecord; at: Position }
  | {
      kind: "setGroup";
      group: string;
      title?: string;
      note?: string | undefined;
      state?: "muted" | "bypassed" | undefined;
      fields: readonly ("title" | "note" | "state")[];
    }
  /** Makes or changes a port. What it feeds inside loses the wire, or the port, that fed it before. */
  | { kind: "setGroupInput"; group: string; port: string; record: GroupInput }
  | { kind: "setGroupOutput"; group: string; port: string; record: GroupOutput }
  /** The wires outside go along. */
  | { kind: "renameGroupPort"; group: string; side: "inputs" | "outputs"; port: string; name: string }
  | { kind: "removeGroupPort"; group: string; side: "inputs" | "outputs"; port: string }
  /** A command for the graph inside these groups, outermost first. */
  | { kind: "within"; groups: readonly string[]; command: Command }
  /** Several commands as one step of history; all or nothing. */
  | { kind: "batch"; commands: readonly Command[] };
