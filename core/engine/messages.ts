/** What the engine and its worker thread say to each other (structured clone over a MessagePort). */
import type { BackendName } from "../base/backend-report.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Json } from "../base/json.ts";
import type { ProfileQuestion } from "../base/table-profile.ts";
import type { Look } from "../service/look.ts";

export type WorkerSetup = {
  /** URL of the module that exports `nodes`. */
  nodesModule: string;
};

export type Job = {
  id: number;
  type: string;
  params: Readonly<Record<string, Json>>;
  inputs: Readonly<Record<string, unknown>>;
  /** Not the node's result is wanted but the profile of its source; it comes back as the one output, `profile`. */
  question?: ProfileQuestion;
  /** Resolved files by the path the node asks for. */
  files: Readonly<Record<string, string>>;
  /** For a node that computes on tensors. */
  backend?: BackendName;
  /** Int32[1] in shared memory; 1 means cancel. */
  flag: SharedArrayBuffer;
};

/** Sent instead of a job: the thread ends once it has nothing left to do. */
export const lastWord = "end";

export type FromWorker =
  | { kind: "ready" }
  | { kind: "progress"; job: number; done: number; total: number; note?: string }
  | { kind: "warning"; job: number; diagnostic: Diagnostic }
  | { kind: "log"; job: number; text: string }
  | { kind: "preview"; job: number; look: Look }
  | { kind: "done"; job: number; outputs: Readonly<Record<string, unknown>>; ms: number; peakBytes: number }
  | { kind: "failed"; job: number; diagnostic: Diagnostic }
  | { kind: "cancelled"; job: number };
