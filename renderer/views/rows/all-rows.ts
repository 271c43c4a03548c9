/**
 * All rows of a result, for a file: asked for in large pages, a few at a time, so that the engine never waits for the page, and
 * handed over piece by piece, so that nobody has to hold a million of them.
 */
import type { PageFetch } from "./row-pages.ts";

const most = 1000;
const together = 4;

/**
 * As many rows as there are, in order, or fewer where the result ends earlier. What `fetch` throws is thrown, and so is the
 * reason of a signal that says to stop.
 */
export async function eachPiece<Row>(
  count: number,
  fetch: PageFetch<Row>,
  take: (rows: readonly Row[]) => void,
  signal?: AbortSignal,
): Promise<void> {
  const asked: ReturnType<PageFetch<Row>>[] = [];
  let next = 0;
  const ask = () => {
    if (next >= count) return;
    const page = fetch(next, Math.min(most, count - next));
    // Whoever is waited for fails first; the others must not fail unheard.
    page.catch(() => undefined);
    asked.push(page);
    next += most;
  };
  for (let n = 0; n < together; n++) ask();
  for (let page = asked.shift(); page; page = asked.shift()) {
    const { rows } = await page;
    signal?.throwIfAborted();
    if (rows.length === 0) return;
    ask();
    take(rows);
  }
}

/** All of them at once: for few. */
export async function allRows<Row>(count: number, fetch: PageFetch<Row>): Promise<Row[]> {
  const found: Row[] = [];
  await eachPiece(count, fetch, (rows) => {
    for (const row of rows) found.push(row);
  });
  return found;
}
