/** Every node, in the order of the palette. Written by build/generate-nodes.mjs; do not edit. */
import type { AnyNode } from "../core/node/node.ts";
import { boosterAdaBoost } from "./booster/adaboost.ts";
import { dataExample } from "./data/example.ts";
import { dataFile } from "./data/file.ts";
import { dataGenerate } from "./data/generate.ts";
import { evaluateFit } from "./evaluate/fit.ts";
import { evaluatePredict } from "./evaluate/predict.ts";
import { learnerConstant } from "./learner/constant.ts";
import { learnerStump } from "./learner/stump.ts";
import { learnerTree } from "./learner/tree.ts";
import { metricClassification } from "./metric/classification.ts";
import { metricConfusion } from "./metric/confusion.ts";
import { metricRegression } from "./metric/regression.ts";
import { prepareSplit } from "./prepare/split.ts";

export const nodes: readonly AnyNode[] = [
  dataExample,
  dataFile,
  dataGenerate,
  prepareSplit,
  learnerConstant,
  learnerStump,
  learnerTree,
  boosterAdaBoost,
  evaluateFit,
  evaluatePredict,
  metricClassification,
  metricConfusion,
  metricRegression,
];
