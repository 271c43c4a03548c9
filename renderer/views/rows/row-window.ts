/**
 * Which rows of equal height a scroller shows. O(1) in the number of rows, so a million cost what ten cost. Browsers cut
 * elements off somewhere above 16 million pixels; beyond `tallest` the scroll bar therefore stands for more rows than it
 * has pixels, and rows are placed where the reader is.
 */
export const tallest = 8_000_000;

export type Geometry = {
  readonly rowCount: number;
  readonly rowHeight: number;
  /** Height in which rows are seen. */
  readonly viewport: number;
};

export type RowWindow = {
  /** Rows `first` … `last - 1` are drawn. */
  readonly first: number;
  readonly last: number;
  /** Where row `first` stands in the scrolled body, in pixels. */
  readonly top: number;
};

/** Height of the scrolled body. */
export function bodyHeight({ rowCount, rowHeight }: Geometry): number {
  return Math.min(rowCount * rowHeight, tallest);
}

/** Most that can be scrolled. */
export function scrollRange(geometry: Geometry): number {
  return Math.max(0, bodyHeight(geometry) - geometry.viewport);
}

/** Pixels that the rows move for one pixel of the scroll bar: 1 until the body is cut at `tallest`. */
export function speed(geometry: Geometry): number {
  const range = scrollRange(geometry);
  return range === 0 ? 1 : (geometry.rowCount * geometry.rowHeight - geometry.viewport) / range;
}

/** The rows seen at `scrollTop`, with a few on either side. */
export function rowWindow(geometry: Geometry, scrollTop: number, around = 3): RowWindow {
  const { rowCount, rowHeight, viewport } = geometry;
  const at = Math.min(Math.max(0, scrollTop), scrollRange(geometry));
  const exact = (at * speed(geometry)) / rowHeight;
  const first = Math.max(0, Math.floor(exact) - around);
  const last = Math.min(rowCount, Math.ceil(exact + viewport / rowHeight) + around);
  return { first, last, top: at - (exact - first) * rowHeight };
}

/** The scroll position that puts `row` at the top. */
export function scrollTopOf(geometry: Geometry, row: number): number {
  return Math.min(scrollRange(geometry), Math.max(0, (row * geometry.rowHeight) / speed(geometry)));
}

/** The row at the top, as a fraction. */
export function rowAt(geometry: Geometry, scrollTop: number): number {
  return (scrollTop * speed(geometry)) / geometry.rowHeight;
}
