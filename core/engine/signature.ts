/**
 * Signatures: the content key of a node's result. Ids, titles and positions do not enter, so equal subgraphs share
 * results; everything that could change a number does.
 */
import { canonicalJson, hashText, type Json } from "../base/json.ts";
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
  const text = canonicalJson({
    type: definition.id,
    version: definition.version,
    params,
    upstream,
    source: sourceHash ?? null,
    epoch: engineEpoch,
    build,
    ...(tensor === undefined ? {} : { tensor }),
  });
  return remembered(text);
}

const mostRemembered = 8192;
const longestRemembered = 4096;
const known = new Map<string, string>();

/** A graph is checked after every key, and nearly all of its nodes are what they were: their hashes are not computed again. */
function remembered(text: string): string {
  const old = known.get(text);
  if (old !== undefined) return old;
  const signature = hashText(text);
  if (known.size >= mostRemembered) known.clear();
  if (text.length <= longestRemembered) known.set(text, signature);
  return signature;
}
