/**
 * Rows of a result in pages, asked for as they are needed and kept while they are near. Newest wishes come first; pages
 * that were wished for and scrolled past before their turn are never asked for.
 */
export type RowPage<Row> = { readonly offset: number; readonly rows: readonly Row[] };

export type RowPages<Row> = {
  /** A row if it is here. */
  get(index: number): Row | undefined;
  /** Asks for the pages of these rows, and for nothing that was wished before. */
  want(first: number, last: number): void;
  /** Fetched rows came or failed. */
  subscribe(listener: () => void): () => void;
  /** Counts changes, for `useSyncExternalStore`. */
  version(): number;
  failed(): boolean;
  retry(): void;
};

export type PageFetch<Row> = (offset: number, limit: number) => Promise<RowPage<Row>>;

export const pageSize = 200;
const mostPages = 60;

/** Pages in front of `fetch`, beginning with the rows that are known. */
export function createRowPages<Row>(start: RowPage<Row>, fetch: PageFetch<Row> | undefined): RowPages<Row> {
  const pages = new Map<number, readonly Row[]>();
  const listeners = new Set<() => void>();
  let wanted: number[] = [];
  let asking: number | undefined;
  let failed = false;
  let version = 0;

  function get(index: number): Row | undefined {
    const early = index - start.offset;
    return start.rows[early] ?? pages.get(Math.floor(index / pageSize))?.[index % pageSize];
  }

  function has(page: number): boolean {
    if (pages.has(page)) return true;
    const first = page * pageSize - start.offset;
    return first >= 0 && first + pageSize <= start.rows.length;
  }

  function changed(): void {
    version++;
    for (const listener of listeners) listener();
  }

  function next(): void {
    if (!fetch || asking !== undefined || failed) return;
    const page = wanted.find((number) => !has(number));
    if (page === undefined) return;
    asking = page;
    fetch(page * pageSize, pageSize).then(
      ({ rows }) => {
        pages.set(page, rows);
        for (const oldest of pages.keys()) {
          if (pages.size <= mostPages) break;
          pages.delete(oldest);
        }
        settle();
      },
      () => {
        failed = true;
        settle();
      },
    );
  }

  function settle(): void {
    asking = undefined;
    changed();
    next();
  }

  return {
    get,
    want(first, last) {
      const from = Math.floor(first / pageSize);
      const to = Math.floor(Math.max(first, last - 1) / pageSize);
      wanted = Array.from({ length: to - from + 1 }, (_, index) => from + index);
      next();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
    failed: () => failed,
    retry() {
      failed = false;
      changed();
      next();
    },
  };
}
