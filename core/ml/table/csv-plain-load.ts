/** A plain CSV file read by our own reader while DuckDB judges the kinds of its columns. */
import type { CsvSource } from "./csv-duckdb.ts";
import type { Reading } from "./csv-kinds.ts";
import { type PlainCells, readPlain } from "./csv-plain.ts";
import { type CsvHead, checkSize, guessReadings, type Kinds, kindsOf } from "./csv-sample.ts";
import { type Watch, withDuckDB } from "./duckdb.ts";
import { checkThinning } from "./file-content.ts";

/**
 * A plain file by our own reader, with the kinds of its columns as `load` would judge them. `cells`: nothing where the file is not plain, or where
 * rows are chosen; `kinds`: nothing where not even the beginning can be read. What is to be said of that is said by `load`.
 */
export async function loadPlain(
  source: CsvSource,
  beginning: CsvHead,
  watch: Watch,
): Promise<{ kinds?: Kinds; cells?: PlainCells }> {
  const { every, limit } = checkThinning(beginning);
  if (every !== 1 || limit !== Number.POSITIVE_INFINITY) return {};
  let percent = 0;
  let stopped = false;
  async function read(readings: readonly Reading[]): Promise<PlainCells | undefined> {
    const guess = await checkSize(source.path, source.path, readings, beginning);
    return readPlain(source, readings, {
      guess,
      watch(done) {
        percent = done;
        watch(done);
      },
      stop: () => stopped,
    });
  }
  // DuckDB judges the kinds on other threads. Most often they are what the first lines say, and the file has been read meanwhile.
  const guessed = guessReadings(source, beginning);
  const judging = withDuckDB(
    () => watch(percent),
    (db) => kindsOf(db, source, beginning).catch(() => undefined),
  ).then((kinds) => {
    stopped = !kinds?.readings.every((reading, column) => reading === guessed[column]);
    return kinds;
  });
  const [kinds, ahead] = await Promise.all([judging, settled(read(guessed))]);
  if (!kinds) return {};
  if (!stopped && ahead.status === "rejected") throw ahead.reason;
  if (!stopped && ahead.status === "fulfilled") return { kinds, ...(ahead.value && { cells: ahead.value }) };
  stopped = false;
  const cells = await read(kinds.readings);
  return { kinds, ...(cells && { cells }) };
}

/** Whether a guess could be read matters only once it is known to be right. */
async function settled<T>(work: Promise<T>): Promise<PromiseSettledResult<T>> {
  return (await Promise.allSettled([work]))[0];
}
