import type { Json } from "../base/json.ts";
import type { PortRef } from "../graph/document.ts";
import type { AnyNode } from "../node/node.ts";

/** A node as the script sees it: inputs already follow bypassed nodes. */
export type ScriptNode = {
  id: string;
  definition: AnyNode;
  params: Readonly<Record<string, Json>>;
  inputs: Readonly<Record<string, PortRef>>;
  /** SHA-256 of the file it reads, when it reads one. */
  sourceHash?: string;
};
