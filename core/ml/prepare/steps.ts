/** The list of steps. A new one is a line here and its algorithm a line in `learner/algorithms.ts`. */

import type { WorkContext } from "../context.ts";
import type { FeatureData, FittedPart } from "../learner/algorithm.ts";
import { imputeStep } from "./impute.ts";
import { oneHotStep } from "./one-hot.ts";
import { ordinalStep } from "./ordinal.ts";
import { pcaStep } from "./pca.ts";
import { standardizeStep } from "./standardize.ts";
import type { Step, StepBody } from "./step.ts";

const steps: readonly Step<unknown>[] = [imputeStep, standardizeStep, oneHotStep, ordinalStep, pcaStep];

/** Whether an algorithm is a step around another one. */
export function isStep(algorithm: string): boolean {
  return steps.some((step) => step.name === algorithm);
}

/** The body of a fitted part, if it is a step. */
export function stepBody(part: FittedPart): StepBody | undefined {
  return isStep(part.algorithm) ? (part.body as StepBody) : undefined;
}

/** The features behind the step of that name. */
export function throughStep(name: string, body: StepBody, data: FeatureData, ctx: WorkContext): FeatureData {
  const step = steps.find((one) => one.name === name);
  return step ? step.transform(body.statistics, data, ctx) : data;
}
