/** One turn of our side of the benchmark `pipeline`: loads the table, then times split and fit, and says its peak memory. */
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import {
  accuracy,
  codeColumn,
  fitNow,
  logistic,
  predictNow,
  split,
  standardize,
  type Table,
  tableFrom,
} from "../core/ml/espalier.ts";

export type PipelineRequest = { features: string; labels: string; rows: number; columns: number };
export type PipelineAnswer = {
  seconds: number;
  splitSeconds: number;
  peakBytes: number;
  accuracy: number;
  coefficients: number[];
};

function loadTable({ features, labels, rows, columns }: PipelineRequest): Table {
  const values = Array.from({ length: columns }, () => new Float64Array(new SharedArrayBuffer(rows * 8)));
  const chunk = new Float64Array(1000 * columns);
  const file = openSync(features, "r");
  for (let start = 0; start < rows; start += 1000) {
    const count = readSync(file, chunk) / 8 / columns;
    for (let i = 0; i < count; i++)
      for (let j = 0; j < columns; j++) values[j][start + i] = chunk[i * columns + j];
  }
  closeSync(file);
  const codes = new Int32Array(new Uint8Array(readFileSync(labels)).buffer);
  return tableFrom({
    columns: [
      // As a reader makes them: nothing is missing, so the cells stand as they are.
      ...values.map((cells, j) => ({
        name: `x${j}`,
        role: "feature" as const,
        kind: "numeric" as const,
        values: cells,
      })),
      codeColumn("y", codes, ["no", "yes"], { role: "target" }),
    ],
    source: "bench/pipeline",
  });
}

const request = JSON.parse(process.argv[2]) as PipelineRequest;
const table = loadTable(request);
const start = performance.now();
const { train, test } = split(table, { test: 0.3, seed: 1 });
const parted = performance.now();
const model = fitNow(standardize(logistic({ tolerance: 1e-4 })), train);
const end = performance.now();
const { part } = model.body as { part: { body: { weights: Float64Array } } };
const answer: PipelineAnswer = {
  seconds: (end - start) / 1000,
  splitSeconds: (parted - start) / 1000,
  peakBytes: process.resourceUsage().maxRSS * 1024,
  accuracy: accuracy(predictNow(model, test)),
  coefficients: [...part.body.weights],
};
process.send?.(answer, () => process.exit(0));
