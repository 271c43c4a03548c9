/**
 * Models of ours in XGBoost's format, small ones. `npx tsx test/golden/xgboost-ours.ts DIR` writes them into a folder for
 * `xgboost-ours.py`, which keeps what XGBoost says with them; the tests fit the same ones.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeXgboostModel } from "../../core/ml/boost/xgboost/write-model.ts";
import { type GoldenCase, goldenFit } from "./xgboost-fit.ts";

const small = { rounds: 5, max_depth: 3 };
const wanted: [GoldenCase["data"], GoldenCase["objective"], GoldenCase["given"]][] = [
  ["iris", { objective: "multi:softprob", num_class: 3 }, { ...small, holes: true }],
  ["breast-cancer", { objective: "binary:logistic" }, { ...small, holes: true }],
  ["diabetes", { objective: "reg:squarederror" }, small],
  ["friedman1", { objective: "reg:pseudohubererror", huber_slope: 1.5 }, small],
  ["counts", { objective: "count:poisson" }, small],
  ["counts", { objective: "reg:tweedie", tweedie_variance_power: 1.3 }, small],
  ["diabetes", { objective: "reg:gamma" }, { ...small, gamma: 1 }],
];

/** The models, in the order of the golden file. */
export const ours = wanted.map(([data, objective, given]) => {
  const want: GoldenCase = { data, objective, given, rows: [], margins: [], leaves: [] };
  const { ensemble } = goldenFit(want);
  return { name: `${data}, ${objective.objective}`, want, ensemble };
});

if (process.argv[1] === fileURLToPath(import.meta.url))
  ours.forEach(({ want, ensemble }, at) => {
    const content = { data: want.data, holes: want.given.holes === true, model: writeXgboostModel(ensemble) };
    writeFileSync(join(process.argv[2], `${at}.json`), JSON.stringify(content));
  });
