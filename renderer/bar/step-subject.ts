/** What a step of history was about, in the titles of the graph: `AdaBoost`, `Split → Fit`, `Tree, Fit +1`. */
import type { Json } from "../../core/base/json.ts";
import type { Diff } from "../../core/graph/diff.ts";
import type { NodeRecord, PortRef } from "../../core/graph/document.ts";
import { pathOf } from "../../core/graph/scope.ts";

/** The title of what stands, or stood, at a path; `record` is the node as the step knew it. */
export type TitleOf = (path: string, record?: Partial<NodeRecord>) => string;

const most = 2;
/** What says more about a step comes first. */
const kinds = ["nodes", "groups", "wires", "positions"];

type Entry = { scope: string[]; id: string; record: Json };

/** The nodes that were changed, or else the groups, the wires, the moved cards; empty where there are none. */
export function stepSubject({ added, removed, changed }: Diff, titleOf: TitleOf): string {
  const latest = Object.fromEntries(Object.entries(changed).map(([path, [, after]]) => [path, after]));
  const entries = [added, removed, latest].flatMap((part) => Object.entries(part));
  for (const kind of kinds) {
    const found = entries.flatMap(([path, record]) => entryIn(path, kind, record));
    const names = [...new Set(found.map((entry) => nameOf(entry, kind, titleOf)))];
    if (names.length > 0)
      return names.slice(0, most).join(", ") + (names.length > most ? ` +${names.length - most}` : "");
  }
  return "";
}

function nameOf({ scope, id, record }: Entry, kind: string, titleOf: TitleOf): string {
  if (kind === "nodes") return titleOf(pathOf(scope, id), record as Partial<NodeRecord>);
  if (kind !== "wires") return titleOf(pathOf(scope, id));
  const { from, to } = record as unknown as { from: PortRef; to: PortRef };
  return `${titleOf(pathOf(scope, from[0]))} → ${titleOf(pathOf(scope, to[0]))}`;
}

/** `groups/prep/nodes/scaler` → `scaler` within `prep`. */
function entryIn(path: string, kind: string, record: Json): Entry[] {
  const parts = path.split("/");
  const scope: string[] = [];
  while (parts[0] === "groups" && parts.length > 2) scope.push(parts.splice(0, 2)[1]);
  if (parts[0] === "view") parts.shift();
  return parts[0] === kind && parts[1] !== undefined ? [{ scope, id: parts[1], record }] : [];
}
