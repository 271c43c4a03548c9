/** Reads an ensemble from XGBoost's JSON model format (`booster.save_model("x.json")`), trusting none of it. */
import { fail } from "../../../base/diagnostic.ts";
import type { BoostedTree } from "../../tree/boosted-tree.ts";
import { treeFault } from "../../tree/boosted-tree.ts";
import type { BoostedEnsemble } from "./boosted-rounds.ts";
import {
  elements,
  type Field,
  member,
  numbers,
  optionalMember,
  text,
  textNumber,
  textWhole,
  wrong,
} from "./json-fields.ts";
import { type Objective, objectiveNamed } from "./objectives.ts";

/** What a model file holds. */
export type ModelFile = {
  ensemble: BoostedEnsemble;
  /** Names of the features; empty where the file has none. */
  names: readonly string[];
};

/** More features than any table has; what stands there is only a number. */
const mostFeatures = 10_000_000;
const mostGroups = 10_000;

/**
 * The ensemble of a model file. Boosters of trees and DART are read; of objectives those that this library knows, others are refused.
 * Throws `xgboost-model.json`, `xgboost-model.field`, `xgboost-model.booster`, `xgboost-model.objective`, `xgboost-model.tree`.
 */
export function readXgboostModel(json: string): ModelFile {
  const learner = member({ value: parsed(json), path: "" }, "learner");
  const shape = member(learner, "learner_model_param");
  const featureCount = textWhole(member(shape, "num_feature"), 0, mostFeatures);
  const groups = Math.max(1, textWhole(member(shape, "num_class"), 0, mostGroups));
  const stated = member(learner, "objective");
  const name = text(member(stated, "name"));
  const objective = objectiveNamed(name) ?? fail("xgboost-model.objective", { objective: name });
  const { model, shares } = treesOf(member(learner, "gradient_booster"));
  const trees = elements(member(model, "trees")).map((one, at) =>
    readTree(one, at, featureCount, shares?.[at] ?? 1),
  );
  const names = optionalMember(learner, "feature_names");
  return {
    names: names ? elements(names).map(text) : [],
    ensemble: {
      objective: name,
      featureCount,
      groups,
      start: startOf(member(shape, "base_score"), groups, objective),
      trees: inTurns(trees, numbers(member(model, "tree_info")), groups, model.path),
      options: {
        tweediePower: option(stated, "tweedie_regression_param", "tweedie_variance_power", 1.5),
        huberSlope: option(stated, "pseudo_huber_param", "huber_slope", 1),
        maxDeltaStep: option(stated, "poisson_regression_param", "max_delta_step", 0.7),
      },
    },
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (thrown) {
    return fail("xgboost-model.json", { message: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}

/** The trees' model, and DART's weight of each tree. */
function treesOf(booster: Field): { model: Field; shares?: number[] } {
  const name = text(member(booster, "name"));
  if (name === "gbtree") return { model: member(booster, "model") };
  if (name !== "dart") return fail("xgboost-model.booster", { booster: name });
  return {
    model: member(member(booster, "gbtree"), "model"),
    shares: numbers(member(booster, "weight_drop")),
  };
}

/** `"[1E0,2E0]"`, or `"5E-1"` in older files. */
function startOf(field: Field, groups: number, objective: Objective): Float32Array {
  const scores = text(field)
    .replace(/^\[|\]$/g, "")
    .split(",")
    .map(Number);
  const all = scores.length === 1 ? new Array<number>(groups).fill(scores[0]) : scores;
  const margins = Float32Array.from(all, (score) => objective.toMargin(Math.fround(score)));
  return margins.length === groups && margins.every(Number.isFinite) ? margins : wrong(field.path);
}

function option(objective: Field, group: string, name: string, otherwise: number): number {
  const inside = optionalMember(objective, group);
  const stated = inside && optionalMember(inside, name);
  return stated ? textNumber(stated, 0, 1e30) : otherwise;
}

/** The trees so that they belong to the groups in turn; a round of several trees a group has them together. */
function inTurns(trees: BoostedTree[], groupOf: number[], groups: number, path: string): BoostedTree[] {
  const byGroup: BoostedTree[][] = Array.from({ length: groups }, () => []);
  trees.forEach((tree, at) => {
    byGroup[groupOf[at]]?.push(tree);
  });
  const each = trees.length / groups;
  if (groupOf.length !== trees.length || byGroup.some(({ length }) => length !== each))
    return wrong(`${path}.tree_info`);
  return Array.from({ length: trees.length }, (_, at) => byGroup[at % groups][Math.floor(at / groups)]);
}

function readTree(tree: Field, at: number, featureCount: number, share: number): BoostedTree {
  const column = (name: string) => numbers(member(tree, name));
  const left = column("left_children");
  const count = left.length;
  const all = {
    left,
    right: column("right_children"),
    feature: column("split_indices"),
    says: column("split_conditions"),
    defaultLeft: column("default_left"),
    base: column("base_weights"),
    gain: column("loss_changes"),
    cover: column("sum_hessian"),
  };
  for (const [name, values] of Object.entries(all))
    if (values.length !== count || count === 0) return brokenTree(at, 0, name);
  const kept = reachable(all.left, all.right, at);
  const place = new Map(kept.map((node, to) => [node, to]));
  const categories = readCategories(tree, count);
  const isLeaf = (node: number) => all.left[node] === -1;
  // What a leaf says is shrunk already; what inner nodes would have said is not.
  const sample = kept.find((node) => isLeaf(node) && all.base[node] !== 0);
  const shrinkage = sample === undefined ? 1 : all.says[sample] / all.base[sample];
  const inner = (of: (node: number) => number, atLeaf: number) => (node: number) =>
    isLeaf(node) ? atLeaf : of(node);
  const read: BoostedTree = {
    feature: Int32Array.from(
      kept,
      inner((node) => all.feature[node], -1),
    ),
    threshold: Float32Array.from(
      kept,
      inner((node) => (categories?.has(node) ? 0 : all.says[node]), 0),
    ),
    left: Int32Array.from(
      kept,
      inner((node) => place.get(all.left[node]) ?? -1, -1),
    ),
    right: Int32Array.from(
      kept,
      inner((node) => place.get(all.right[node]) ?? -1, -1),
    ),
    defaultLeft: Uint8Array.from(
      kept,
      inner((node) => all.defaultLeft[node], 0),
    ),
    weight: Float32Array.from(
      kept,
      (node) => share * (isLeaf(node) ? all.says[node] : all.base[node] * shrinkage),
    ),
    gain: Float32Array.from(
      kept,
      inner((node) => all.gain[node], 0),
    ),
    cover: Float32Array.from(kept, (node) => all.cover[node]),
    ...(categories && { categories: kept.map((node) => categories.get(node)) }),
  };
  const fault = treeFault(read, featureCount);
  return fault ? brokenTree(at, kept[fault.node], fault.what) : read;
}

/** Nodes that the root leads to, parents first: nodes that were pruned away stand in the file as well. */
function reachable(left: number[], right: number[], at: number): number[] {
  const kept = [0];
  const met = new Set(kept);
  for (const node of kept) {
    if (left[node] === -1 && right[node] === -1) continue;
    for (const child of [left[node], right[node]]) {
      if (!Number.isInteger(child) || child < 0 || child >= left.length || met.has(child))
        return brokenTree(at, node, "child");
      met.add(child);
      kept.push(child);
    }
  }
  return kept;
}

/** The codes that go right, of the nodes that ask about categories. */
function readCategories(tree: Field, count: number): Map<number, Uint32Array> | undefined {
  const nodes = optionalMember(tree, "categories_nodes");
  if (!nodes) return undefined;
  const asked = numbers(nodes);
  if (asked.length === 0) return undefined;
  const [starts, sizes, codes] = ["categories_segments", "categories_sizes", "categories"].map((name) =>
    numbers(member(tree, name)),
  );
  return new Map(
    asked.map((node, at) => {
      const [start, size] = [starts[at], sizes[at]];
      const inside = start >= 0 && size >= 0 && start + size <= codes.length;
      if (!inside || !Number.isInteger(node) || node < 0 || node >= count) return wrong(nodes.path);
      return [node, Uint32Array.from(codes.slice(start, start + size)).sort()];
    }),
  );
}

function brokenTree(tree: number, node: number, what: string): never {
  return fail("xgboost-model.tree", { tree, node, what });
}
