/** Which rows of a table come to which node of a fitted tree: what a reader who points at a node means. */
import type { AdaBoostBody } from "../boost/adaboost.ts";
import type { GbdtBody } from "../boost/gbdt-body.ts";
import { quietContext, type WorkContext } from "../context.ts";
import type { FeatureData, FittedPart } from "../learner/algorithm.ts";
import { modelFeatures } from "../learner/predict.ts";
import { stepBody, throughStep } from "../prepare/steps.ts";
import { takeRows } from "../table/table.ts";
import { float32Feature, float32Features } from "../tree/presort.ts";
import type { StumpBody } from "../tree/stump.ts";
import { leafOf, type TreeBody } from "../tree/tree-body.ts";
import type { Model, Table } from "../values.ts";
import { openModel } from "./open-model.ts";

/**
 * The leaf in which each row ends, `[rows]`, by its position among the nodes that `openModel(model, member)` lists;
 * `undefined` where that opens no tree. Throws what `predict` throws of a table.
 *
 * ```ts
 * import { fit, leavesReached, moons, stump } from "espalier";
 * const data = moons({ rows: 50 });
 * leavesReached(await fit(stump(), data), data)?.length; // 50
 * ```
 */
export function leavesReached(
  model: Model,
  table: Table,
  member = 0,
  ctx: WorkContext = quietContext,
): Int32Array | undefined {
  let part: FittedPart = model;
  let data: FeatureData | undefined;
  for (;;) {
    const step = stepBody(part);
    if (step) {
      data = throughStep(part.algorithm, step, data ?? modelFeatures(model, table, ctx), ctx);
      part = step.part;
    } else if (part.algorithm === "adaboost") {
      const { rounds }: AdaBoostBody = part.body as AdaBoostBody;
      const shown = rounds[Math.min(Math.max(0, member), rounds.length - 1)];
      if (!shown) return undefined;
      part = shown;
    } else if (part.algorithm === "gbdt") {
      const { trees }: GbdtBody = part.body as GbdtBody;
      const body = trees[Math.min(Math.max(0, member), trees.length - 1)];
      if (!body) return undefined;
      part = { algorithm: "tree", body };
    } else break;
  }
  if (part.algorithm !== "stump" && part.algorithm !== "tree") return undefined;
  data ??= modelFeatures(model, table, ctx);
  return part.algorithm === "stump"
    ? stumpLeaves(part.body as StumpBody, data)
    : treeLeaves(part.body as TreeBody, data);
}

/** A stump opens as its question, the leaf of yes and the leaf of no; without a question as one leaf. */
function stumpLeaves({ split }: StumpBody, { features, rowCount }: FeatureData): Int32Array {
  const leaves = new Int32Array(rowCount);
  if (!split) return leaves;
  const column = float32Feature(features[split.feature]);
  for (let row = 0; row < rowCount; row++) leaves[row] = column[row] <= split.threshold ? 1 : 2;
  return leaves;
}

function treeLeaves(body: TreeBody, data: FeatureData): Int32Array {
  const features = float32Features(data);
  const leaves = new Int32Array(data.rowCount);
  for (let row = 0; row < leaves.length; row++) leaves[row] = leafOf(body, features, row);
  return leaves;
}

/**
 * The positions of the rows that come to `node`, a leaf or a question, ascending. Throws as {@link leavesReached}.
 *
 * ```ts
 * import { fit, moons, rowsAtNode, stump } from "espalier";
 * const data = moons({ rows: 50 });
 * rowsAtNode(await fit(stump(), data), data, 0)?.length; // 50
 * ```
 */
export function rowsAtNode(model: Model, table: Table, node: number, member = 0): Uint32Array | undefined {
  const { tree } = openModel(model, member);
  const leaves = tree?.[node] && leavesReached(model, table, member);
  if (!tree || !leaves) return undefined;
  const below = new Uint8Array(tree.length);
  below[node] = 1;
  // Children stand after their parents.
  tree.forEach(({ left, right }, at) => {
    if (below[at] === 0 || left === undefined || right === undefined) return;
    below[left] = 1;
    below[right] = 1;
  });
  const rows = new Uint32Array(leaves.length);
  let count = 0;
  for (let row = 0; row < leaves.length; row++) if (below[leaves[row]] === 1) rows[count++] = row;
  return rows.slice(0, count);
}

/** How many rows come to each node, `[nodes]`; with `rows` those at these positions alone. Throws as {@link leavesReached}. */
export function arrivals(
  model: Model,
  table: Table,
  member = 0,
  rows?: Uint32Array,
): Uint32Array | undefined {
  const { tree } = openModel(model, member);
  if (!tree) return undefined;
  const counts = new Uint32Array(tree.length);
  if (rows?.length === 0) return counts;
  const leaves = leavesReached(model, rows ? takeRows(table, rows) : table, member);
  if (!leaves) return undefined;
  for (const leaf of leaves) counts[leaf]++;
  for (let at = tree.length - 1; at >= 0; at--) {
    const { left, right } = tree[at];
    if (left !== undefined && right !== undefined) counts[at] = counts[left] + counts[right];
  }
  return counts;
}
