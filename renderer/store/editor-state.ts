/**
 * Everything the page knows, as one immutable value. The document is the only part that a file holds; the rest can be
 * asked for again. Results are not here: they are looked up by signature (`looks.ts`).
 */
import type { Diagnostic } from "../../core/base/diagnostic.ts";
import type { GraphDocument, Viewport } from "../../core/graph/document.ts";
import type { History } from "../../core/graph/history.ts";
import type { Scope } from "../../core/graph/scope.ts";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import type { CheckReport, EngineInfo, NodeRunState } from "../../core/service/engine-service.ts";
import type { DocumentFile, HostInfo, RecoveryEntry } from "../../core/service/host-service.ts";
import type { Look } from "../../core/service/look.ts";
import type { KeyMap } from "../actions/key-map.ts";
import type { Theme } from "../theme/theme.ts";
import type { Language } from "../words/language.ts";
import type { Joining } from "./join-by-keys.ts";
import type { RowSelection } from "./row-selection.ts";
import type { SeenGraph } from "./seen.ts";

export type Selection = {
  readonly nodes: ReadonlySet<string>;
  readonly wires: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
  readonly frames: ReadonlySet<string>;
};

/** Where the document came from and what of it is on disk, as the host says. */
export type FileState = DocumentFile & {
  /** What the file holds, or how a document without one began: the document is dirty when it is another. */
  readonly saved: GraphDocument;
};

/** What a run last said of one node. */
export type NodeRun = {
  readonly runId: string;
  readonly state: NodeRunState;
  /** The key that the node had when the run began, or the key of its result. */
  readonly signature?: string;
  readonly done?: number;
  readonly total?: number;
  readonly note?: string;
  readonly ms?: number;
  readonly bytes?: number;
  readonly by?: string;
  /** When this node's work began, for the time left. */
  readonly since: number;
};

export type RunProblem = { readonly diagnostic: Diagnostic; readonly signature?: string };

export type LogEntry = {
  readonly at: number;
  readonly runId: string;
  readonly what:
    | { kind: "started"; count: number }
    | {
        kind: "finished";
        status: "done" | "failed" | "cancelled";
        ms: number;
        scores: Readonly<Record<string, number>>;
      }
    | { kind: "node"; node: string; state: NodeRunState; ms?: number }
    | { kind: "diagnostic"; diagnostic: Diagnostic };
};

/** When the nodes of the newest run waited and worked, in milliseconds since it began. */
export type Timeline = {
  readonly runId: string;
  /** The page's clock when the run began. */
  readonly began: number;
  /** How long it took; none while it runs. */
  readonly ms?: number;
  readonly status?: "done" | "failed" | "cancelled";
  readonly bars: Readonly<Record<string, TimelineBar>>;
  /** What the engine held: `[ms, bytes]`. */
  readonly memory: readonly (readonly [number, number])[];
};

export type TimelineBar = {
  readonly state: NodeRunState;
  /** None for what did not work: cached, blocked, cancelled in time. */
  readonly began?: number;
  readonly ended?: number;
  readonly worker?: number;
};

export type RunView = {
  /** The run that this page watches; `undefined` when nothing runs. */
  readonly active?: { readonly runId: string; readonly cancelling: boolean };
  readonly nodes: Readonly<Record<string, NodeRun>>;
  /** Progress of the node that does a learner's work, by the learner's id. */
  readonly mirrors: Readonly<Record<string, NodeRun>>;
  readonly previews: Readonly<Record<string, Look>>;
  readonly problems: readonly RunProblem[];
  readonly log: readonly LogEntry[];
  readonly timeline?: Timeline;
};

/** The end of a wire that is being dragged. */
export type Connecting = { readonly node: string; readonly port: string; readonly side: "in" | "out" };

export type Point = { readonly x: number; readonly y: number };

export type Dialog =
  | { kind: "open" }
  | { kind: "save"; after?: () => void }
  /** The file and the document have changed in the same entries; `after` runs once mine is saved. */
  | { kind: "conflict"; after?: () => void }
  | { kind: "recovery"; entries: readonly RecoveryEntry[] }
  | { kind: "guard"; proceed: () => void }
  | { kind: "keys" }
  /** Tensor backends: found, usable, used, why not. */
  | { kind: "backends" }
  | { kind: "commands" }
  /** From a data file to a graph that runs: one of the folder, one from elsewhere, or still to be chosen. */
  | { kind: "fromData"; path?: string; file?: File }
  /** Another file for a parameter that names one. */
  | { kind: "chooseFile"; node: string; param: string }
  /** What is known of a node type. */
  | { kind: "reference"; type: string }
  /** Connect and disconnect a node from a list. */
  | { kind: "wires"; node: string }
  /**
   * Search for a node to add; `at` on the canvas, `screen` in the window. With `from`, only what fits that end; with
   * `wire`, only what stands in it; with `replace`, only what can stand in that node's place; with `beside`, what fits
   * that node's outputs first.
   */
  | {
      kind: "search";
      at: Point;
      screen: Point;
      from?: Connecting;
      beside?: string;
      wire?: string;
      replace?: string;
    };

export type Notice = {
  readonly id: number;
  readonly tone: "info" | "error";
  readonly what: string;
  readonly hint?: string;
  /** What it says as a code, where a diagnostic is behind it. */
  readonly code?: string;
};

export type DockTab = "results" | "script" | "problems" | "runs";
export type LeftTab = "nodes" | "outline" | "examples" | "files";

export type EditorState = {
  readonly document: GraphDocument;
  /** Counts documents that were opened: the canvas fits its view to each new one. */
  readonly opened: number;
  readonly history: History;
  /** Counts the changes that the engine can notice; moving a card is none. */
  readonly revision: number;
  readonly file: FileState;
  readonly selection: Selection;
  /** What the engine describes. */
  readonly known: ReadonlyMap<string, NodeDescriptor>;
  /** The same, with the groups that are seen. */
  readonly descriptors: ReadonlyMap<string, NodeDescriptor>;
  /** The groups that were entered, outermost first. */
  readonly scope: Scope;
  /** What the canvas shows of the document. Follows from `document`, `scope` and `known` by itself. */
  readonly graph: SeenGraph;
  readonly check?: CheckReport;
  readonly run: RunView;
  readonly pins: ReadonlySet<string>;
  /** The result that fills the window, by the key of its panel. */
  readonly enlarged?: string;
  /** This page is a window with one result: the key of its panel, and whether its document was closed. */
  readonly popped?: { readonly panel: string; readonly left: boolean };
  /** The rows that every view lights up. */
  readonly rows?: RowSelection | undefined;
  readonly connecting?: Connecting;
  /** A wire that is being joined by keyboard. */
  readonly joining?: Joining;
  /** The note or frame whose words are to be written, as React Flow calls it. */
  readonly writing?: string | undefined;
  /** The wire that what is being dragged would be put on. */
  readonly aimed?: string | undefined;
  readonly dialog?: Dialog;
  /** The start page stands in place of the panels. */
  readonly start: boolean;
  readonly notices: readonly Notice[];
  /** The steps of history are open to travel along. */
  readonly showHistory: boolean;
  readonly dock: DockTab;
  readonly left: LeftTab;
  /** Counts changes of the granted folder that this page made, so that lists are read again. */
  readonly folderVersion: number;
  readonly connection: "open" | "closed";
  /** Why unsaved changes are in memory only. */
  readonly journalProblem?: Diagnostic;
  readonly engine?: EngineInfo;
  readonly host?: HostInfo;
  /** How a run ended while another tab was in front. */
  readonly news?: "done" | "failed";
  /** How many documents are open in this page, and how many closed ones can be brought back. */
  readonly tabs: { readonly open: number; readonly closed: number };
  /** Keys that the user gave to actions. */
  readonly keys: KeyMap;
  readonly language: Language;
  readonly theme: Theme;
};

export const noSelection: Selection = {
  nodes: new Set(),
  wires: new Set(),
  notes: new Set(),
  frames: new Set(),
};

export const noRun: RunView = { nodes: {}, mirrors: {}, previews: {}, problems: [], log: [] };

/** Where the canvas looks; kept out of the store because it changes with every frame. */
export type ViewportHolder = { current: Viewport | undefined };
