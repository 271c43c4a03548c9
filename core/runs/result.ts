/** A result: what a node gave, what it cost, and what it had to say while it ran. */
import type { Diagnostic } from "../base/diagnostic.ts";

export type Result = {
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly ms: number;
  /** Bytes in memory. */
  readonly bytes: number;
  /** The most memory that the node held while it worked, over what its thread held before. */
  readonly peakBytes?: number;
  /** Findings of the run, shown again whenever the result is brought back. */
  readonly warnings: readonly Diagnostic[];
};
