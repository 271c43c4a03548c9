/**
 * The exact grower of second-order trees: every value of every feature is tried as a threshold, level by level, as XGBoost's
 * `tree_method="exact"` does. Readable before fast: it is the oracle of the histogram engine, and good enough for small data.
 * Missing values learn their direction by two scans: from the largest value down (they go left) and from the smallest up.
 */
import type { WorkContext } from "../context.ts";
import type { FeatureData } from "../learner/algorithm.ts";
import { type BoostedTree, goesLeft } from "./boosted-tree.ts";
import { float32Features, presort } from "./presort.ts";
import { prunedByGain } from "./prune-boosted.ts";
import { leafGain, leafWeight, rounded, splitGain, type TreeRules } from "./split-gain.ts";

/** First and second derivative of the loss by the margin, `[rows]` each, weights included. */
export type Gradients = { grad: Float32Array; hess: Float32Array };

/** Grows one tree after another on the same features. What every grower is: this one, and the histogram engine. */
export type TreeGrower = { grow(gradients: Gradients, rules: TreeRules): BoostedTree };

/** Smaller gains are no gains; also how far beyond the last value a threshold lies that parts only what is missing. */
const epsilon = Math.fround(1e-6);

const { fround } = Math;

/** The best question of each open node so far. */
type Best = Record<"gain" | "feature" | "threshold" | "defaultLeft", Float64Array>;

type Growing = Record<Exclude<keyof BoostedTree, "categories">, number[]> & { G: number[]; H: number[] };

/** Sorts each feature once. */
export function exactGrower(data: FeatureData, ctx: WorkContext): TreeGrower {
  const features = float32Features(data);
  const { orders, sorted } = presort(data, ctx);
  const columns = orders.map((order, feature) => {
    const missing = sorted[feature].findIndex(Number.isNaN);
    const present = missing < 0 ? data.rowCount : missing;
    return { order: order.subarray(0, present), values: sorted[feature].subarray(0, present) };
  });
  return { grow: (gradients, rules) => grow(features, columns, gradients, rounded(rules), ctx) };
}

type Column = { order: Uint32Array; values: Float32Array };

function grow(
  features: readonly Float32Array[],
  columns: readonly Column[],
  { grad, hess }: Gradients,
  rules: TreeRules,
  ctx: WorkContext,
): BoostedTree {
  const rows = grad.length;
  const tree: Growing = {
    feature: [],
    threshold: [],
    left: [],
    right: [],
    defaultLeft: [],
    weight: [],
    gain: [],
    cover: [],
    G: [],
    H: [],
  };
  /** The node in which each row stands. Nodes of one level are numbered in a row. */
  const place = new Int32Array(rows);
  const says = (G: number, H: number) => fround(leafWeight(rules, G, H) * rules.learningRate);

  function addNode(): number {
    tree.feature.push(-1);
    tree.threshold.push(0);
    tree.left.push(-1);
    tree.right.push(-1);
    tree.defaultLeft.push(0);
    tree.gain.push(0);
    tree.G.push(0);
    tree.H.push(0);
    return tree.feature.length - 1;
  }

  /** Sums over the rows of each node from `first` on. */
  function sumUp(first: number): void {
    for (let row = 0; row < rows; row++) {
      const node = place[row];
      if (node < first) continue;
      tree.G[node] += grad[row];
      tree.H[node] += hess[row];
    }
  }

  function split(node: number, at: number, best: Best): void {
    if (!(best.gain[at] > epsilon)) return;
    tree.feature[node] = best.feature[at];
    tree.threshold[node] = best.threshold[at];
    tree.defaultLeft[node] = best.defaultLeft[at];
    tree.gain[node] = best.gain[at];
    tree.left[node] = addNode();
    tree.right[node] = addNode();
  }

  addNode();
  sumUp(0);
  for (let first = 0, depth = 0; depth < rules.maxDepth; depth++) {
    const open = tree.feature.length - first;
    const best = bestQuestions(columns, place, { grad, hess }, rules, ctx, {
      first,
      G: tree.G.slice(first),
      H: tree.H.slice(first),
    });
    const next = first + open;
    for (let at = 0; at < open; at++) split(first + at, at, best);
    if (tree.feature.length === next) break;
    const grown = finished(tree, says);
    for (let row = 0; row < rows; row++) {
      const node = place[row];
      if (node < first || grown.feature[node] < 0) continue;
      const value = features[grown.feature[node]][row];
      place[row] = goesLeft(grown, node, value) ? grown.left[node] : grown.right[node];
    }
    first = next;
    sumUp(first);
  }
  return prunedByGain(finished(tree, says), rules.gamma);
}

function finished({ G, H, ...tree }: Growing, says: (G: number, H: number) => number): BoostedTree {
  return {
    feature: Int32Array.from(tree.feature),
    threshold: Float32Array.from(tree.threshold),
    left: Int32Array.from(tree.left),
    right: Int32Array.from(tree.right),
    defaultLeft: Uint8Array.from(tree.defaultLeft),
    weight: Float32Array.from(G, (g, node) => says(g, H[node])),
    gain: Float32Array.from(tree.gain),
    cover: Float32Array.from(H),
  };
}

type Level = { first: number; G: readonly number[]; H: readonly number[] };

/** For each node of the level the question that gains most; of equals the first feature, and of its thresholds the first tried. */
function bestQuestions(
  columns: readonly Column[],
  place: Int32Array,
  { grad, hess }: Gradients,
  rules: TreeRules,
  ctx: WorkContext,
  { first, G, H }: Level,
): Best {
  const open = G.length;
  const { minChildWeight } = rules;
  const nodeGain = Float64Array.from(G, (g, at) => leafGain(rules, g, H[at]));
  const numbers = () => new Float64Array(open);
  const best: Best = {
    gain: numbers(),
    feature: numbers(),
    threshold: numbers(),
    defaultLeft: numbers(),
  };

  columns.forEach(({ order, values }, feature) => {
    ctx.progress(0, 1);
    const constant = values.length > 0 && values[0] === values[values.length - 1];
    // Where nothing is missing both directions find the same questions.
    if (order.length < place.length && !constant) scan(1);
    scan(-1);

    function scan(step: 1 | -1): void {
      /** Sums of what the scan has passed in each node, and the last value seen there. */
      const passedG = numbers();
      const passedH = numbers();
      const last = numbers();
      const consider = (at: number, threshold: number) => {
        const [restG, restH] = [G[at] - passedG[at], H[at] - passedH[at]];
        if (passedH[at] < minChildWeight || restH < minChildWeight) return;
        const gain =
          step === 1
            ? splitGain(rules, passedG[at], passedH[at], restG, restH, nodeGain[at])
            : splitGain(rules, restG, restH, passedG[at], passedH[at], nodeGain[at]);
        if (!(gain > best.gain[at] && gain < Number.POSITIVE_INFINITY)) return;
        best.gain[at] = gain;
        best.feature[at] = feature;
        best.threshold[at] = threshold;
        best.defaultLeft[at] = step === -1 ? 1 : 0;
      };

      for (let i = step === 1 ? 0 : order.length - 1; i >= 0 && i < order.length; i += step) {
        const row = order[i];
        const at = place[row] - first;
        if (at < 0) continue;
        const value = values[i];
        if (passedH[at] !== 0 && value !== last[at]) {
          const middle = fround(fround(value + last[at]) * 0.5);
          consider(at, middle === value ? last[at] : middle);
        }
        passedG[at] += grad[row];
        passedH[at] += hess[row];
        last[at] = value;
      }
      // A threshold beyond all values parts what is there from what is missing.
      for (let at = 0; at < open; at++) {
        const gap = fround(Math.abs(last[at]) + epsilon);
        consider(at, fround(last[at] + step * gap));
      }
    }
  });
  return best;
}
