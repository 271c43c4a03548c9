/**
 * Grows a CART: finds the best split of a node, parts its rows, goes on with the children; depth first, or always with
 * the node that improves most when the number of leaves is limited. The order of rows in every feature is sorted
 * once and parted stably at each split, so that a node of n rows costs O(n·d) and never a sort.
 *
 * Which splits are looked at, when a node stays a leaf and where missing cells may go follows scikit-learn 1.9
 * (`_splitter.pyx`, `_tree.pyx`), apart from ties, which go to the first feature and the first threshold.
 */
import type { WorkContext } from "../context.ts";
import type { Presorted } from "./presort.ts";
import type { SplitCriterion } from "./split-criterion.ts";
import { type GrowingTree, noTree } from "./tree-body.ts";

/** When to stop. All limits as in {@link TreeOptions}, with ∞ for "no limit". */
export type GrowthLimits = {
  maxDepth: number;
  minSamplesSplit: number;
  minSamplesLeaf: number;
  minImpurityDecrease: number;
  maxLeafNodes: number;
};

type Split = { feature: number; threshold: number; missingLeft: boolean; improvement: number };
type Open = { node: number; start: number; end: number; depth: number };

const smallestGap = Math.fround(1e-7);

/** Which features a node looks at: all in their order, or `draw()`'s until `most` of them had a value to part. */
export type FeatureDraw = { most: number; draw: () => ArrayLike<number> };

/**
 * Grows a tree on the rows of positive weight; `features`: `[features][rows]` float32, `NaN` where missing. With `drawn`
 * a node goes on beyond `most` features only while it has found no split (as scikit-learn's splitter does).
 */
export function growTree(
  features: readonly Float32Array[],
  weights: Float64Array,
  presorted: Presorted,
  criterion: SplitCriterion,
  limits: GrowthLimits,
  ctx: WorkContext,
  drawn?: FeatureDraw,
): GrowingTree {
  const every = weights.every((weight) => weight > 0);
  const orders = presorted.orders.map((order) =>
    every ? order.slice() : order.filter((row) => weights[row] > 0),
  );
  const [someOrder] = orders;
  const count = someOrder.length;
  const scratch = new Uint32Array(count);
  const goesLeft = new Uint8Array(weights.length);
  const tree = noTree(criterion.width);
  let finished = 0;

  criterion.enter(someOrder, 0, count);
  const whole = criterion.weight();
  const root = addNode(0, count, 0);
  if (Number.isFinite(limits.maxLeafNodes)) growBestFirst(root);
  else growDepthFirst(root);
  ctx.progress(count, count);
  return tree;

  function growDepthFirst(first: Open): void {
    // A child's number is known only when its turn comes, so that nodes stand in the order in which they are read.
    const waiting: { open: Omit<Open, "node">; parent: number; side: "left" | "right" }[] = [];
    let here: Open | undefined = first;
    while (here) {
      const split = splitOf(here);
      if (split) {
        const middle = part(here, split);
        const depth = here.depth + 1;
        waiting.push({ open: { start: middle, end: here.end, depth }, parent: here.node, side: "right" });
        waiting.push({ open: { start: here.start, end: middle, depth }, parent: here.node, side: "left" });
      } else finished += here.end - here.start;
      const next = waiting.pop();
      here = next && addNode(next.open.start, next.open.end, next.open.depth);
      if (next && here) tree[next.side][next.parent] = here.node;
    }
  }

  function growBestFirst(first: Open): void {
    const frontier: { open: Open; split: Split }[] = [];
    const offer = (open: Open): void => {
      const split = splitOf(open);
      if (split) frontier.push({ open, split });
    };
    offer(first);
    for (let leaves = 1; leaves < limits.maxLeafNodes && frontier.length > 0; leaves++) {
      let best = 0;
      for (let i = 1; i < frontier.length; i++)
        if (frontier[i].split.improvement > frontier[best].split.improvement) best = i;
      const [{ open, split }] = frontier.splice(best, 1);
      const middle = part(open, split);
      const left = addNode(open.start, middle, open.depth + 1);
      tree.left[open.node] = left.node;
      offer(left);
      const right = addNode(middle, open.end, open.depth + 1);
      tree.right[open.node] = right.node;
      offer(right);
    }
  }

  function addNode(start: number, end: number, depth: number): Open {
    criterion.enter(someOrder, start, end);
    const node = tree.feature.push(-1) - 1;
    tree.threshold.push(Number.NaN);
    tree.left.push(0);
    tree.right.push(0);
    tree.missingLeft.push(0);
    tree.impurity.push(criterion.impurity());
    tree.weight.push(criterion.weight());
    tree.rows.push(end - start);
    criterion.say(tree.says);
    return { node, start, end, depth };
  }

  /** The split of a node, or nothing when it stays a leaf. Expects the criterion to be at the node. */
  function splitOf({ node, start, end, depth }: Open): Split | undefined {
    const rows = end - start;
    const { maxDepth, minSamplesSplit, minSamplesLeaf, minImpurityDecrease, maxLeafNodes } = limits;
    if (depth >= maxDepth || rows < minSamplesSplit || rows < 2 * minSamplesLeaf) return undefined;
    if (tree.impurity[node] <= Number.EPSILON) return undefined;
    const split = bestSplit(start, end);
    if (!split) return undefined;
    if (minImpurityDecrease === 0 && !Number.isFinite(maxLeafNodes)) return split;
    split.improvement = improvementOf(node, start, end, split);
    return split.improvement + Number.EPSILON < minImpurityDecrease ? undefined : split;
  }

  function bestSplit(start: number, end: number): Split | undefined {
    const best: BestSoFar = { bar: Number.NEGATIVE_INFINITY, slack: criterion.slack() };
    const visited = drawn?.draw();
    let looked = 0;
    for (let turn = 0; turn < orders.length; turn++) {
      if (drawn && best.split && looked >= drawn.most) break;
      const feature = visited ? visited[turn] : turn;
      ctx.progress(finished, count);
      const order = orders[feature];
      const column = features[feature];
      let known = end;
      while (known > start && Number.isNaN(column[order[known - 1]])) known--;
      if (known === start) continue;
      const missing = end - known;
      const constant = column[order[known - 1]] <= Math.fround(column[order[start]] + smallestGap);
      if (constant && missing === 0) continue;
      looked++;
      scan(feature, order, start, end, missing, false, best);
      if (missing === 0) continue;
      // Once more, with the missing cells on the left.
      for (let i = 0; i < missing; i++) scratch[start + i] = order[known + i];
      for (let i = start; i < known; i++) scratch[missing + i] = order[i];
      scan(feature, scratch, start, end, missing, true, best);
    }
    return best.split;
  }

  /** Rows move to the left in the order of `sequence`, which has the missing cells first or last. */
  function scan(
    feature: number,
    sequence: Uint32Array,
    start: number,
    end: number,
    missing: number,
    missingFirst: boolean,
    best: BestSoFar,
  ): void {
    const column = features[feature];
    const { minSamplesLeaf } = limits;
    criterion.begin(sequence, start, end);
    let previous = Number.POSITIVE_INFINITY;
    for (let i = start; i < end; i++) {
      const row = sequence[i];
      const value = column[row];
      const noValue = Number.isNaN(value);
      // A gap between two values, or the first missing cell after all of them. Nothing exceeds infinity, or `NaN`.
      const candidate = noValue ? Number.isFinite(previous) : value > Math.fround(previous + smallestGap);
      const left = i - start;
      const right = end - i;
      if (candidate && left >= minSamplesLeaf && right >= minSamplesLeaf) {
        const proxy = criterion.proxy();
        if (proxy > best.bar) {
          best.bar = proxy + best.slack;
          best.split = {
            feature,
            threshold: noValue ? Number.POSITIVE_INFINITY : previous / 2 + value / 2,
            // Without missing cells to learn from, later ones go with the larger side.
            missingLeft: missing > 0 ? missingFirst : left > right,
            improvement: 0,
          };
        }
      }
      criterion.advance(row);
      previous = value;
    }
  }

  function sendsLeft({ feature, threshold, missingLeft }: Split, row: number): boolean {
    const value = features[feature][row];
    return Number.isNaN(value) ? missingLeft : value <= threshold;
  }

  /** (W_node/W)·(I − W_L/W_node·I_L − W_R/W_node·I_R) */
  function improvementOf(node: number, start: number, end: number, split: Split): number {
    let left = start;
    let right = end;
    for (let i = start; i < end; i++) {
      const row = someOrder[i];
      if (sendsLeft(split, row)) scratch[left++] = row;
      else scratch[--right] = row;
    }
    criterion.enter(scratch, start, left);
    let rest = criterion.weight() * criterion.impurity();
    criterion.enter(scratch, left, end);
    rest += criterion.weight() * criterion.impurity();
    return (tree.weight[node] * tree.impurity[node] - rest) / whole;
  }

  /** Parts the node's rows in every feature's order, stably, and writes the split into the tree; where right begins. */
  function part({ node, start, end }: Open, split: Split): number {
    tree.feature[node] = split.feature;
    tree.threshold[node] = split.threshold;
    tree.missingLeft[node] = split.missingLeft ? 1 : 0;
    for (let i = start; i < end; i++) goesLeft[someOrder[i]] = sendsLeft(split, someOrder[i]) ? 1 : 0;
    let middle = start;
    for (const order of orders) {
      ctx.progress(finished, count);
      let left = start;
      let right = 0;
      for (let i = start; i < end; i++) {
        const row = order[i];
        if (goesLeft[row] === 1) order[left++] = row;
        else scratch[right++] = row;
      }
      order.set(scratch.subarray(0, right), left);
      middle = left;
    }
    return middle;
  }
}

type BestSoFar = { bar: number; slack: number; split?: Split };
