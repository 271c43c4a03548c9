/**
 * EngineService: descriptors, checks, runs, results and scripts, as the page and the CLI see them. Everything is JSON;
 * the same interface is met in-process and over every transport. A page never receives a value, only a look at one.
 */
import type { DoctorReport } from "../base/backend-report.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { ProfileQuestion, TableProfile } from "../base/table-profile.ts";
import type { GraphDocument, Params } from "../graph/document.ts";
import type { NodeDescriptor } from "../node/descriptor.ts";
import type { WireType } from "../types/wire-type.ts";
import type { Look, LookRequest } from "./look.ts";
import type { Marks, MarksRequest, Selected, SelectedRows, SelectRequest } from "./selection.ts";

/**
 * A document as handed to the engine; `place` (a path below the granted folder) is what relative paths refer to. `of`
 * names the document, as the host does: it comes back with the run, and keeps apart what was never saved.
 */
export type Subject = { document: GraphDocument; place?: string; of?: string; revision?: number };

/** What a node's result is worth before a run. */
export type Freshness =
  /** A result with exactly this signature is in the store. */
  | "cached"
  /** There is a result of an earlier state of this node. */
  | "stale"
  | "new"
  /** It cannot run: its own or an ancestor's problem stands in `diagnostics`. */
  | "unready";

/** What a node will cost, about: `measured` when a run on this machine has corrected the guess. */
export type Forecast = { ms: number; bytes: number; measured: boolean };

export type NodeReport = {
  freshness: Freshness;
  /** Content key of the result, when the node is ready: ask for looks with it. */
  signature?: string;
  /** The key of the last result, legible while stale. */
  lastSignature?: string;
  /** Output types, with every fact known before the run. */
  outputs: Record<string, WireType>;
  /** Milliseconds that the result took, when cached or stale. */
  ms?: number;
  /** Bytes of the result. */
  bytes?: number;
  /** The most memory that the node held while it made the result. */
  peakBytes?: number;
  /** Before a run. */
  forecast?: Forecast;
  /** The result stays in the store whatever its budget. */
  pinned?: boolean;
  /** A learner card shows what the node that fits it found: `path` is the part of the model, `""` the whole. */
  mirror?: { node: string; path: string };
};

export type CheckReport = {
  revision: number;
  nodes: Record<string, NodeReport>;
  /** What each wire carries. */
  wires: Record<string, WireType>;
  diagnostics: Diagnostic[];
};

export type NodeRunState = "queued" | "running" | "done" | "cached" | "failed" | "blocked" | "cancelled";

/** One event of a run; the last of a node always arrives, those before may be merged (20 a second a node). */
export type RunEvent =
  | { kind: "started"; runId: string; seq?: number; of?: string; revision: number; nodes: string[] }
  | {
      kind: "node";
      runId: string;
      seq: number;
      node: string;
      state: NodeRunState;
      done?: number;
      total?: number;
      note?: string;
      ms?: number;
      bytes?: number;
      peakBytes?: number;
      signature?: string;
      /** Milliseconds since the run began. */
      at?: number;
      /** The thread that computes it, from 1; 0 is the engine's own. */
      worker?: number;
      /** Bytes that the engine holds at this moment. */
      memory?: number;
      /** For `blocked`: the node whose failure blocks it. */
      by?: string;
      /** Set on the copy that is shown on a learner's card: the node that does the work. */
      mirrorOf?: string;
    }
  /** A result that is still growing. */
  | { kind: "preview"; runId: string; seq: number; node: string; look: Look; mirrorOf?: string }
  | { kind: "diagnostic"; runId: string; seq: number; diagnostic: Diagnostic }
  | {
      kind: "finished";
      runId: string;
      seq: number;
      status: "done" | "failed" | "cancelled";
      ms: number;
      scores: Record<string, number>;
    };

export type ScriptText = {
  text: string;
  /** 1-based line range of each node's statement. */
  lines: Record<string, readonly [first: number, last: number]>;
  diagnostics: Diagnostic[];
};

/** A source node as it would stand in a graph, and what is asked of its data. */
export type ProfileRequest = {
  type: string;
  params: Params;
  place?: string;
  question?: ProfileQuestion;
};

/** `backend`: the one that tensor nodes use; what was asked for (`auto`) while that is being found out. */
export type EngineInfo = { version: string; backend: string; threads: number; memoryBytes: number };

export interface EngineService {
  info(): Promise<EngineInfo>;
  /** Which tensor backends are found, used, and why not; `afresh` probes again. Takes seconds when nothing is remembered. */
  doctor(request: { afresh?: boolean }): Promise<DoctorReport>;
  describe(): Promise<{ nodes: readonly NodeDescriptor[] }>;
  /** Types, freshness and problems of every node, without running anything. */
  check(subject: Subject): Promise<CheckReport>;
  /** Starts a run of `targets` (all nodes when left out) and what they need; answers at once, events follow. */
  run(request: Subject & { targets?: readonly string[] }): Promise<{ runId: string }>;
  /**
   * Cancels a run, or of it the branch of `nodes` (paths of nodes or groups): these, what follows them, and what only
   * they needed. Answers once every one of them has stopped; `false` where there was nothing left to cancel.
   */
  cancel(request: { runId: string; nodes?: readonly string[] }): Promise<{ cancelled: boolean }>;
  /** A look at one output; fails with `result.gone` when the store no longer has it. */
  look(request: LookRequest): Promise<Look>;
  /** Selects rows of a result; keeps them by their content, as results are kept. Fails with `result.gone` and `selection.*`. */
  select(request: SelectRequest): Promise<Selected>;
  /** What of a selection is in a result; fails with `selection.gone` when the store no longer has it. */
  marks(request: MarksRequest): Promise<Marks>;
  /** The numbers of selected rows in their source. */
  selectedRows(request: { selection: string }): Promise<SelectedRows>;
  /** What is odd about the columns of a source, and which was meant to be predicted; fails with `file.*` and `table.*`. */
  profile(request: ProfileRequest): Promise<TableProfile>;
  /** Keeps a result beyond the store's budget, or lets it go; answers what holds now (false where there is no such result). */
  pin(request: { signature: string; pinned: boolean }): Promise<{ pinned: boolean }>;
  script(subject: Subject): Promise<ScriptText>;
  /** Subscribes to the events of all runs; a late subscriber first gets the last event of each node of runs under way. Returns the unsubscriber. */
  subscribe(listener: (event: RunEvent) => void): () => void;
}
