/** All rows of a result, for a file: asked for in large pages, a few at a time, so that the engine never waits for the page. */
import type { PageFetch } from "./row-pages.ts";

const most = 1000;
const together = 4;

/** As many rows as there are, or fewer where the result ends earlier. What `fetch` throws is thrown. */
export async function allRows<Row>(count: number, fetch: PageFetch<Row>): Promise<Row[]> {
  const found: Row[] = [];
  for (let from = 0; from < count; from += most * together) {
    const offsets = Array.from({ length: together }, (_, at) => from + at * most).filter((at) => at < count);
    const pages = await Promise.all(offsets.map((offset) => fetch(offset, Math.min(most, count - offset))));
    for (const { rows } of pages) for (const row of rows) found.push(row);
    if (pages.some(({ rows }) => rows.length === 0)) break;
  }
  return found;
}
