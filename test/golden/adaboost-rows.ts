/**
 * Prints the row ids that the split of the example `adaboost-breast-cancer` draws (test 0.3, stratified, seed 7), and
 * the same for iris and wine, so that scikit-learn can be trained on the very same rows:
 * `npx tsx test/golden/adaboost-rows.ts > test/golden/adaboost-rows.json`
 */
import { split } from "../../core/ml/table/split.ts";
import { readGolden } from "./plain-csv.ts";

const names = ["breast-cancer", "iris", "wine"] as const;
const drawn = names.map((name) => {
  const { train, test } = split(readGolden(name), { test: 0.3, stratify: true, seed: 7 });
  return [name, { train: [...train.origin[0].ids], test: [...test.origin[0].ids] }];
});
console.log(JSON.stringify(Object.fromEntries(drawn)));
