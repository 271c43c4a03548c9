/**
 * TreeSHAP: what each feature adds to what a tree says of one row, so that the parts and the tree's mean sum to it (Lundberg, Erion &
 * Lee 2018, algorithm 2). A feature outside a subset is averaged over by the cover of both sides, as XGBoost's `pred_contribs` does.
 */
import { type BoostedTree, goesLeft, type TreeFeatures } from "./boosted-tree.ts";

/** One feature on the way to a node: the share of subsets that pass without it, and with it, and the weights of subset sizes. */
type Step = { feature: number; zero: number; one: number; weight: number };

/** Means of what the tree says below each node, weighed by cover. `[nodes]` */
export function nodeMeans({ feature, left, right, weight, cover }: BoostedTree): Float64Array {
  const means = Float64Array.from(weight);
  for (let node = feature.length - 1; node >= 0; node--) {
    if (feature[node] < 0) continue;
    const [l, r] = [left[node], right[node]];
    const total = cover[l] + cover[r];
    // No row of any weight arrived: then neither side has more say.
    means[node] = total > 0 ? (means[l] * cover[l] + means[r] * cover[r]) / total : (means[l] + means[r]) / 2;
  }
  return means;
}

/**
 * Adds the parts of one row to `parts`, from `offset` on: one number a feature, then the mean. `means` is {@link nodeMeans} of the tree.
 */
export function addContributions(
  tree: BoostedTree,
  means: Float64Array,
  features: TreeFeatures,
  row: number,
  parts: Float64Array,
  offset: number,
): void {
  const { feature, left, right, weight, cover } = tree;
  parts[offset + features.length] += means[0];
  if (feature[0] < 0) return;
  descend(0, [], { feature: -1, zero: 1, one: 1, weight: 1 });

  function descend(node: number, before: readonly Step[], step: Step): void {
    let path = extended(before, step);
    if (feature[node] < 0) {
      for (let at = 1; at < path.length; at++) {
        const { feature: of, one, zero } = path[at];
        const subsets = unwound(path, at).reduce((sum, other) => sum + other.weight, 0);
        parts[offset + of] += subsets * (one - zero) * weight[node];
      }
      return;
    }
    const asked = feature[node];
    const hot = goesLeft(tree, node, features[asked][row]) ? left[node] : right[node];
    const cold = hot === left[node] ? right[node] : left[node];
    // A feature that was asked before stands on the path once, with both questions in its shares.
    const earlier = path.findIndex((other, at) => at > 0 && other.feature === asked);
    const [zero, one] = earlier > 0 ? [path[earlier].zero, path[earlier].one] : [1, 1];
    if (earlier > 0) path = unwound(path, earlier);
    const total = cover[left[node]] + cover[right[node]];
    const share = (child: number) => (total > 0 ? cover[child] / total : 0.5);
    descend(hot, path, { feature: asked, zero: zero * share(hot), one, weight: 0 });
    descend(cold, path, { feature: asked, zero: zero * share(cold), one: 0, weight: 0 });
  }
}

function extended(path: readonly Step[], { feature, zero, one }: Step): Step[] {
  const length = path.length;
  const longer = path.map((step) => ({ ...step }));
  longer.push({ feature, zero, one, weight: length === 0 ? 1 : 0 });
  for (let i = length - 1; i >= 0; i--) {
    longer[i + 1].weight += (one * longer[i].weight * (i + 1)) / (length + 1);
    longer[i].weight = (zero * longer[i].weight * (length - i)) / (length + 1);
  }
  return longer;
}

/** The path without one of its features: what {@link extended} did, taken back. */
function unwound(path: readonly Step[], at: number): Step[] {
  const last = path.length - 1;
  const { zero, one } = path[at];
  const shorter = path.map((step) => ({ ...step }));
  let next = path[last].weight;
  for (let i = last - 1; i >= 0; i--) {
    if (one !== 0) {
      const kept = shorter[i].weight;
      shorter[i].weight = (next * (last + 1)) / ((i + 1) * one);
      next = kept - (shorter[i].weight * zero * (last - i)) / (last + 1);
    } else {
      shorter[i].weight = (shorter[i].weight * (last + 1)) / (zero * (last - i));
    }
  }
  for (let i = at; i < last; i++) {
    const { feature, zero: z, one: o } = path[i + 1];
    shorter[i] = { feature, zero: z, one: o, weight: shorter[i].weight };
  }
  shorter.pop();
  return shorter;
}
