/** All rows of a result, for a file: asked for in large pages, one after the other. */
import type { PageFetch } from "./row-pages.ts";

const most = 1000;

/** As many rows as there are, or fewer where the result ends earlier. What `fetch` throws is thrown. */
export async function allRows<Row>(count: number, fetch: PageFetch<Row>): Promise<Row[]> {
  const found: Row[] = [];
  while (found.length < count) {
    const { rows } = await fetch(found.length, most);
    if (rows.length === 0) break;
    for (const row of rows) found.push(row);
  }
  return found;
}
