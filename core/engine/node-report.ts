/** What a check says of one node: what it makes, whether a result of it is there, and what it took or may take. */
import type { NodeReport } from "../service/engine-service.ts";
import type { NodeAnalysis } from "./analysis.ts";
import type { Rates } from "./forecast.ts";
import type { Results } from "./results.ts";

export type KnownOfNode = {
  readonly results: Results;
  readonly rates: Rates;
  /** Of its last result, which "stale" refers to. */
  readonly lastSignature: string | undefined;
  readonly mirror: NodeReport["mirror"];
};

/** Its freshness, the types of its outputs, and times and sizes measured or forecast. */
export function nodeReport(
  node: NodeAnalysis,
  { results, rates, lastSignature, mirror }: KnownOfNode,
): NodeReport {
  const own = node.signature !== undefined && results.has(node.signature);
  const old = lastSignature !== undefined && results.has(lastSignature);
  const forecast = node.ready && !own ? rates.forecast(node) : undefined;
  const shown = results.peek((own ? node.signature : lastSignature) ?? "");
  return {
    freshness: !node.ready ? "unready" : own ? "cached" : old ? "stale" : "new",
    ...(node.signature === undefined ? {} : { signature: node.signature }),
    ...(old ? { lastSignature } : {}),
    outputs: { ...node.outputs },
    ...(shown ? { ms: shown.ms, bytes: shown.bytes } : {}),
    ...(shown?.peakBytes === undefined ? {} : { peakBytes: shown.peakBytes }),
    ...(forecast ? { forecast } : {}),
    ...(own && results.isPinned(node.signature ?? "") ? { pinned: true } : {}),
    ...(mirror ? { mirror } : {}),
  };
}
