/** Finding nodes by what people type: titles in both languages, ids, categories, summaries, in this order of worth. */
import type { NodeDescriptor } from "../../core/node/descriptor.ts";

/** The descriptors that match every word of the query, best first; all of them, as they came, when it is empty. */
export function searchNodes(descriptors: readonly NodeDescriptor[], query: string): NodeDescriptor[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...descriptors];
  return descriptors
    .map((descriptor, order) => ({ descriptor, order, score: scoreOf(descriptor, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map(({ descriptor }) => descriptor);
}

function scoreOf(descriptor: NodeDescriptor, words: readonly string[]): number {
  const titles = [descriptor.title.en, descriptor.title.zh].map((text) => text.toLowerCase());
  const rest = [descriptor.summary.en, descriptor.summary.zh, descriptor.category].join(" ").toLowerCase();
  let sum = 0;
  for (const word of words) {
    const worth = titles.some((title) => title.startsWith(word))
      ? 8
      : titles.some((title) => title.includes(word))
        ? 5
        : descriptor.id.includes(word)
          ? 3
          : rest.includes(word)
            ? 1
            : 0;
    if (worth === 0) return 0;
    sum += worth;
  }
  return sum;
}

/** Descriptors by category, categories in the order in which they first appear. */
export function byCategory(
  descriptors: readonly NodeDescriptor[],
): [category: string, nodes: NodeDescriptor[]][] {
  const groups = new Map<string, NodeDescriptor[]>();
  for (const descriptor of descriptors) {
    const group = groups.get(descriptor.category);
    if (group) group.push(descriptor);
    else groups.set(descriptor.category, [descriptor]);
  }
  return [...groups];
}
