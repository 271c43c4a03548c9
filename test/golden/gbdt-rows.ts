/**
 * Prints which rows gradient boosting draws (those of each round, and of the validation part), so that scikit-learn can be
 * trained on the very same: `npx tsx test/golden/gbdt-rows.ts > test/golden/gbdt-rows.json`
 */
import { randomStream } from "../../core/base/random.ts";
import { gbdt } from "../../core/ml/boost/gbdt.ts";
import { drawRows, validationParts } from "../../core/ml/boost/gbdt-parts.ts";
import { quietContext } from "../../core/ml/context.ts";
import { learningData } from "../../core/ml/learner/learning-data.ts";
import { takeRows } from "../../core/ml/table/table.ts";
import { readGolden } from "./plain-csv.ts";

const rounds = 30;
const seed = 5;
const drawn = (["diabetes", "friedman1", "breast-cancer", "wine"] as const).map((name) => {
  const table = readGolden(name);
  const trained = Array.from({ length: table.rowCount }, (_, row) => row).filter((row) => row % 4 !== 0);
  const { data } = learningData(takeRows(table, trained), gbdt().abilities, quietContext);
  const { train, validation } = validationParts(data, 0.2, seed);
  const random = randomStream(seed, "gbdt/rows");
  const every = Uint32Array.from({ length: data.rowCount }, (_, row) => row);
  const inBag = Array.from({ length: rounds }, () => [...drawRows(every, 0.6, random).inBag]);
  return [name, { train: [...train], validation: [...validation], inBag }];
});
console.log(JSON.stringify(Object.fromEntries(drawn)));
