/**
 * Looks at sources, remembered by the file's stamp (path, size, time of change): a check after every keystroke must not
 * read the file again. A failed look is not remembered.
 */
import { stat } from "node:fs/promises";
import { fail } from "../base/diagnostic.ts";
import { canonicalJson, type Json } from "../base/json.ts";
import type { AnyNode, FileAccess, SourceFacts } from "../node/node.ts";

const remembered = 64;

export function probeCache() {
  const known = new Map<string, Promise<SourceFacts>>();

  return {
    /** Throws the `file.*` and table diagnostics of the node's `probe`. */
    async probe(
      node: AnyNode,
      params: Readonly<Record<string, Json>>,
      files: FileAccess,
    ): Promise<SourceFacts> {
      const look = node.probe ?? fail("internal.unexpected", { message: `${node.id} is no source` });
      const key = canonicalJson([node.id, node.version, params, await stampsOf(node, params, files)]);
      const before = known.get(key);
      if (before) return before;
      const facts = look(params, files);
      known.set(key, facts);
      facts.catch(() => known.delete(key));
      for (const oldest of known.keys()) {
        if (known.size <= remembered) break;
        known.delete(oldest);
      }
      return facts;
    },
  };
}

async function stampsOf(
  node: AnyNode,
  params: Readonly<Record<string, Json>>,
  files: FileAccess,
): Promise<Json> {
  const stamps: Json[] = [];
  for (const [name, spec] of Object.entries(node.params)) {
    const path = params[name];
    if (spec.kind !== "path" || typeof path !== "string") continue;
    const real = await files.resolve(path);
    const facts = await stat(real);
    stamps.push([real, facts.size, facts.mtimeMs]);
  }
  return stamps;
}
