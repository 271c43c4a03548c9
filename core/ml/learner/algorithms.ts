/**
 * The list of algorithms, and the tools by which they use one another. This is the only file of the library that
 * knows them all; a new algorithm is one line here.
 */
import { fail } from "../../base/diagnostic.ts";
import { adaBoostAlgorithm } from "../boost/adaboost.ts";
import { constantAlgorithm } from "../constant/constant.ts";
import { linearAlgorithm } from "../linear/linear.ts";
import { logisticAlgorithm } from "../linear/logistic.ts";
import { stumpAlgorithm } from "../tree/stump.ts";
import { treeAlgorithm } from "../tree/tree.ts";
import type { Algorithm, Tools } from "./algorithm.ts";

const algorithms: readonly Algorithm<unknown, unknown>[] = [
  constantAlgorithm,
  stumpAlgorithm,
  treeAlgorithm,
  logisticAlgorithm,
  linearAlgorithm,
  adaBoostAlgorithm,
];

/** The algorithm of that name. Throws `learner.unknown-algorithm`. */
export function algorithmNamed(name: string): Algorithm<unknown, unknown> {
  const found = algorithms.find((algorithm) => algorithm.name === name);
  return (
    found ?? fail("learner.unknown-algorithm", { algorithm: name, known: algorithms.map((a) => a.name) })
  );
}

/** Fitting and predicting with parts, for algorithms that are made of others. */
export const tools: Tools = {
  prepare: (learner, data, ctx) => algorithmNamed(learner.algorithm).prepare?.(data, ctx),
  fit(learner, data, ctx, prepared) {
    const { body } = algorithmNamed(learner.algorithm).fit({ learner, data, prepared, ctx, tools });
    return { algorithm: learner.algorithm, body };
  },
  predict: (part, data, classes, want, ctx) =>
    algorithmNamed(part.algorithm).predict({ body: part.body, data, classes, want, ctx, tools }),
};
