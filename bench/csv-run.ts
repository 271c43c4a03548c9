/** The process of one reading: `csv-run.ts ours|duckdb|nothing FILE`, answers in JSON. A small file is read first, so that code is loaded. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { readTable } from "../core/ml/table/read-table.ts";

/** `tableBytes`: what the columns, their bitmaps and the row numbers take, texts of dictionaries aside. */
export type CsvRun = { ms: number; rows: number; peakBytes: number; tableBytes: number };

const [side = "", file = ""] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "espalier-bench-"));
const small = join(folder, "small.csv");
writeFileSync(small, `x,kind\n${Array.from({ length: 5000 }, (_, i) => `${i / 7},k${i % 9}\n`).join("")}`);
const read = { ours, duckdb, nothing: async () => ({ rows: 0, tableBytes: 0 }) }[side];
if (!read) throw new Error(`no side ${side}`);
await read(small);
const started = performance.now();
const { rows, tableBytes } = await read(file);
const ms = performance.now() - started;
rmSync(folder, { recursive: true });
const run: CsvRun = { ms, rows, tableBytes, peakBytes: process.resourceUsage().maxRSS * 1024 };
console.log(JSON.stringify(run));

async function ours(path: string) {
  const table = await readTable(path);
  let tableBytes = table.origin[0].ids.byteLength;
  for (const column of table.columns)
    tableBytes +=
      ("values" in column ? column.values : column.codes).byteLength + (column.valid?.byteLength ?? 0);
  return { rows: table.rowCount, tableBytes };
}

/** DuckDB as it comes, its own guess at the file included; each block is handed over and dropped. */
async function duckdb(path: string) {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const result = await connection.stream(`select * from read_csv('${path.replaceAll("'", "''")}')`);
  let rows = 0;
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
    rows += chunk.rowCount;
  connection.closeSync();
  instance.closeSync();
  return { rows, tableBytes: 0 };
}
