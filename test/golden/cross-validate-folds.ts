/**
 * Prints the folds that Espalier draws (`[repeat][row]` → fold), so that scikit-learn can be validated on the very same:
 * `npx tsx test/golden/cross-validate-folds.ts > test/golden/cross-validate-folds.json`
 */

import { quietContext } from "../../core/ml/context.ts";
import { foldings } from "../../core/ml/evaluate/folds.ts";
import { readGolden } from "./plain-csv.ts";

const drawn = [
  ["iris", { folds: 5, kind: "stratified", repeats: 2, seed: 3 }],
  ["wine", { folds: 4, kind: "random", repeats: 1, seed: 8 }],
  ["breast-cancer", { folds: 10, kind: "stratified", repeats: 1, seed: 1 }],
  ["diabetes", { folds: 5, kind: "random", repeats: 2, seed: 4 }],
  ["friedman1", { folds: 3, kind: "random", repeats: 1, seed: 5 }],
  ["counts", { folds: 4, kind: "time", repeats: 1, seed: 0 }],
] as const;
const cases = drawn.map(([data, options]) => ({
  data,
  options,
  folds: foldings(readGolden(data), options, quietContext).map(({ of }) => [...of]),
}));
console.log(JSON.stringify(cases));
