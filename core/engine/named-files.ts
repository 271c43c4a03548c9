/** Files between the names that a graph gives them and where they really lie. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Params } from "../graph/document.ts";
import type { AnyNode, FileAccess } from "../node/node.ts";

/** The files that a node names, resolved: a worker thread asks nobody. */
export async function pathsOf(
  { params: specs }: AnyNode,
  params: Params,
  files: FileAccess,
): Promise<Record<string, string>> {
  const paths: Record<string, string> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const path = params[name];
    if (spec.kind === "path" && typeof path === "string") paths[path] = await files.resolve(path);
  }
  return paths;
}

/** A diagnostic that names files as they were asked for, not where they lie. */
export function asNamed(files: Readonly<Record<string, string>>): (found: Diagnostic) => Diagnostic {
  const names = new Map(Object.entries(files).map(([name, real]) => [real, name]));
  return (found) => {
    const name = names.get(String(found.values.path));
    return name === undefined ? found : { ...found, values: { ...found.values, path: name } };
  };
}
