/**
 * Which results a result was made from, by signature. Learned whenever a document is checked, so that a look at a model can
 * find the table it was fitted on without a document at hand. A signature covers its inputs: what stands here never goes stale.
 */
import type { Analysis, NodeAnalysis } from "./analysis.ts";

/** One output of one result, and the columns of numbers that its type names; none where the columns are not known yet. */
export type Origin = { signature: string; port: string; numbers: readonly string[] };

const most = 20_000;

export class Lineage {
  private readonly tables = new Map<string, Origin>();

  /** Notes for each node that fits a learner where its training rows come from. */
  learn({ nodes }: Analysis): void {
    for (const node of nodes.values()) {
      const origin = trainingRows(node, nodes);
      if (node.signature === undefined || !origin) continue;
      this.tables.delete(node.signature);
      this.tables.set(node.signature, origin);
    }
    for (const oldest of this.tables.keys()) {
      if (this.tables.size <= most) break;
      this.tables.delete(oldest);
    }
  }

  /** The output that a fitted result was trained on, if a checked document had it. */
  trainedOn(signature: string): Origin | undefined {
    return this.tables.get(signature);
  }
}

function trainingRows(node: NodeAnalysis, nodes: Analysis["nodes"]): Origin | undefined {
  const port = node.definition?.traits.fit?.data;
  const input = port === undefined ? undefined : node.inputs[port];
  // A converted value (a trace as a table) is not what the other node has put out.
  if (!input || input.convert !== undefined) return undefined;
  const signature = nodes.get(input.from[0])?.signature;
  if (signature === undefined) return undefined;
  const columns = input.type.kind === "table" ? input.type.columns : undefined;
  const numbers = (columns ?? []).flatMap(({ kind, name }) => (kind === "numeric" ? [name] : []));
  return { signature, port: input.from[1], numbers };
}
