/** Writes an ensemble in XGBoost's JSON model format, so that `xgb.Booster(model_file="x.json")` reads it. */
import type { BoostedTree } from "../../tree/boosted-tree.ts";
import type { BoostedEnsemble } from "./boosted-rounds.ts";
import { objectiveNamed } from "./objectives.ts";

/** The release whose format this is. */
const version = [3, 2, 0];
const noParent = 2147483647;

/**
 * The model file. With `names` XGBoost asks its callers for features of the same names; they are left out when there are none.
 * What leaves would have said before shrinkage is not kept: `base_weights` holds what they say.
 */
export function writeXgboostModel(ensemble: BoostedEnsemble, names: readonly string[] = []): string {
  const { objective, featureCount, groups, start, trees } = ensemble;
  const known = objectiveNamed(objective);
  const scores = Array.from(start, (margin) => known?.fromMargin(margin) ?? margin);
  const roundEnds = Array.from({ length: trees.length / groups + 1 }, (_, round) => round * groups);
  return object({
    learner: object({
      attributes: "{}",
      feature_names: JSON.stringify(names),
      feature_types: JSON.stringify(names.map(() => "float")),
      gradient_booster: object({
        model: object({
          cats: JSON.stringify({ enc: [], feature_segments: [], sorted_idx: [] }),
          gbtree_model_param: JSON.stringify({ num_parallel_tree: "1", num_trees: String(trees.length) }),
          iteration_indptr: JSON.stringify(roundEnds),
          tree_info: JSON.stringify(trees.map((_, at) => at % groups)),
          trees: `[${trees.map((tree, at) => writtenTree(tree, at, featureCount)).join(",")}]`,
        }),
        name: '"gbtree"',
      }),
      learner_model_param: JSON.stringify({
        base_score: floats(scores),
        boost_from_average: "1",
        num_class: String(groups > 1 ? groups : 0),
        num_feature: String(featureCount),
        num_target: "1",
      }),
      objective: JSON.stringify({ name: objective, ...parametersOf(ensemble) }),
    }),
    version: JSON.stringify(version),
  });
}

/** An object of values that are JSON already. */
function object(parts: Readonly<Record<string, string>>): string {
  const lines = Object.entries(parts).map(([name, json]) => `${JSON.stringify(name)}:${json}`);
  return `{${lines.join(",")}}`;
}

/** XGBoost takes no whole number for a real one: each is written with its exponent. */
function floats(values: Iterable<number>): string {
  return `[${Array.from(values, (value) => value.toExponential()).join(",")}]`;
}

/** Each objective has its parameters in a group of its own; some are required even where nothing can be said in them. */
function parametersOf({
  objective,
  groups,
  options,
}: BoostedEnsemble): Record<string, Record<string, string>> {
  switch (objective) {
    case "multi:softprob":
    case "multi:softmax":
      return { softmax_multiclass_param: { num_class: String(groups) } };
    case "count:poisson":
      return { poisson_regression_param: { max_delta_step: String(options.maxDeltaStep) } };
    case "reg:tweedie":
      return { tweedie_regression_param: { tweedie_variance_power: String(options.tweediePower) } };
    case "reg:pseudohubererror":
      return { pseudo_huber_param: { huber_slope: String(options.huberSlope) } };
    default:
      return { reg_loss_param: { scale_pos_weight: "1" } };
  }
}

function writtenTree(tree: BoostedTree, id: number, featureCount: number): string {
  const { feature, threshold, left, right, defaultLeft, weight, gain, cover, categories } = tree;
  const nodes = [...feature.keys()];
  const parents = nodes.map(() => noParent);
  for (const node of nodes) {
    if (feature[node] < 0) continue;
    parents[left[node]] = node;
    parents[right[node]] = node;
  }
  const asked = nodes.filter((node) => categories?.[node] !== undefined);
  const codes = asked.map((node) => [...(categories?.[node] ?? [])]);
  let next = 0;
  const segments = codes.map(({ length }) => {
    next += length;
    return next - length;
  });
  const json = JSON.stringify;
  return object({
    base_weights: floats(weight),
    categories: json(codes.flat()),
    categories_nodes: json(asked),
    categories_segments: json(segments),
    categories_sizes: json(codes.map(({ length }) => length)),
    default_left: json([...defaultLeft]),
    id: json(id),
    left_children: json([...left]),
    loss_changes: floats(gain),
    parents: json(parents),
    right_children: json([...right]),
    split_conditions: floats(nodes.map((node) => (feature[node] < 0 ? weight[node] : threshold[node]))),
    split_indices: json(nodes.map((node) => Math.max(0, feature[node]))),
    split_type: json(nodes.map((node) => (categories?.[node] === undefined ? 0 : 1))),
    sum_hessian: floats(cover),
    tree_param: json({
      num_deleted: "0",
      num_feature: String(featureCount),
      num_nodes: String(nodes.length),
      size_leaf_vector: "1",
    }),
  });
}
