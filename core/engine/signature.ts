/**
 * Signatures: the content key of a node's result. Ids, titles and positions do not enter, so equal subgraphs share
 * results; everything that could change a number does.
 */
import { hashJson, type Json } from "../base/json.ts";
import type { AnyNode } from "../node/node.ts";

/** Raised whenever the meaning of results changes without any node's version changing. */
export const engineEpoch = 1;

export type UpstreamSignature = { signature: string; port: string; convert?: string | undefined };

/** H(type @ version, parameters, upstream, content hash of a source, epoch, build; of a tensor node also backend and kernels) as 64 hexadecimal digits. */
export function signNode(
  definition: AnyNode,
  params: Readonly<Record<string, Json>>,
  upstream: Readonly<Record<string, UpstreamSignature>>,
  sourceHash?: string,
  build = "",
  tensor?: string,
): string {
  return hashJson({
    type: definition.id,
    version: definition.version,
    params,
    upstream,
    source: sourceHash ?? null,
    epoch: engineEpoch,
    build,
    ...(tensor === undefined ? {} : { tensor }),
  });
}
