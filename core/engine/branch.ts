/** Which nodes of a run belong to one branch alone: for cancelling it without touching the rest. */
import type { Analysis } from "./analysis.ts";

/**
 * The named nodes (a group's path stands for all in it), what follows them, and what nothing outside of these needs.
 * A node that ends a line of its own stays, though it feeds nobody. All among `wanted`.
 */
export function branchOf(
  analysis: Analysis,
  wanted: ReadonlySet<string>,
  named: readonly string[],
): ReadonlySet<string> {
  const order = analysis.order.filter((id) => wanted.has(id));
  const branch = new Set(
    order.filter((id) => named.some((name) => id === name || id.startsWith(`${name}/`))),
  );
  const sourcesOf = (id: string) =>
    Object.values(analysis.nodes.get(id)?.inputs ?? {}).map((input) => input.from[0]);
  const followers = new Map<string, string[]>();
  for (const id of order) {
    for (const source of sourcesOf(id)) {
      if (branch.has(source)) branch.add(id);
      followers.set(source, [...(followers.get(source) ?? []), id]);
    }
  }
  for (const id of [...order].reverse()) {
    const after = followers.get(id) ?? [];
    if (after.length > 0 && after.every((next) => branch.has(next))) branch.add(id);
  }
  return branch;
}
