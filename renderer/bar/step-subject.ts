/** What a step of history was about, in the names of the graph: `boost`, `prep/scaler, w3`. */
import type { Diff } from "../../core/graph/diff.ts";

const most = 2;
/** What says more about a step comes first. */
const kinds = ["nodes", "groups", "wires", "notes", "frames", "positions"];

/** The nodes that were changed, or else the wires, notes, frames; empty where none was. */
export function stepSubject({ added, removed, changed }: Diff): string {
  const paths = [added, removed, changed].flatMap((part) => Object.keys(part));
  for (const kind of kinds) {
    const found = [...new Set(paths.flatMap((path) => nameIn(path, kind)))];
    if (found.length === 0) continue;
    return found.slice(0, most).join(", ") + (found.length > most ? ` +${found.length - most}` : "");
  }
  return "";
}

/** `groups/prep/nodes/scaler` → `prep/scaler`. */
function nameIn(path: string, kind: string): string[] {
  const parts = path.split("/");
  const scope: string[] = [];
  while (parts[0] === "groups" && parts.length > 2) scope.push(parts.splice(0, 2)[1]);
  if (parts[0] === "view") parts.shift();
  return parts[0] === kind && parts[1] !== undefined ? [[...scope, parts[1]].join("/")] : [];
}
