/**
 * Histograms of gradient and hessian over bins. Both are small integers, packed in one i64 (gradient above, hessian
 * below) and added at once; the caller chooses their scale so that no sum leaves 32 bits. Integer sums do not depend on
 * order, so neither does a tree on the number of threads.
 *
 * A row is `stride` bytes: a bin for each feature, padded to four, then at `gradientAt` the hessian (u16) and the
 * gradient (i16). So one line of the cache brings all that a row has to say.
 */

/** Rows that are copied together before they are added: a gather that waits for memory then does not hold up the adds. */
const staged: i32 = 64;

/** i64 `[features, 256]` of rows `begin` … `end`, in their order. Adds to what is there. */
export function histogramOfAll(
  rows: usize,
  stride: usize,
  gradientAt: usize,
  begin: i32,
  end: i32,
  blocks: i32,
  histogram: usize,
): void {
  addRows(rows + <usize>begin * stride, end - begin, stride, gradientAt, blocks, histogram);
}

/** The same of the rows that `order` (u32) names at `begin` … `end`. `room` has space for 64 rows. */
export function histogramOfRows(
  rows: usize,
  stride: usize,
  gradientAt: usize,
  order: usize,
  begin: i32,
  end: i32,
  blocks: i32,
  histogram: usize,
  room: usize,
): void {
  for (let from: i32 = begin; from < end; from += staged) {
    const count = min(staged, end - from);
    let to = room;
    for (let i: i32 = 0; i < count; i++) {
      const row = rows + <usize>load<u32>(order + (<usize>(from + i) << 2)) * stride;
      for (let at: usize = 0; at < stride; at += 16) v128.store(to + at, v128.load(row + at));
      to += stride;
    }
    addRows(room, count, stride, gradientAt, blocks, histogram);
  }
}

/** `out` += `part`, i64 `[count]`; `count` is even. */
export function addHistogram(part: usize, out: usize, count: i32): void {
  const bytes = <usize>count << 3;
  for (let at: usize = 0; at < bytes; at += 16)
    v128.store(out + at, i64x2.add(v128.load(out + at), v128.load(part + at)));
}

/** `out` = `whole` − `part`, i64 `[count]`; `count` is even. */
export function subtractHistogram(whole: usize, part: usize, out: usize, count: i32): void {
  const bytes = <usize>count << 3;
  for (let at: usize = 0; at < bytes; at += 16)
    v128.store(out + at, i64x2.sub(v128.load(whole + at), v128.load(part + at)));
}

// @ts-expect-error: a decorator of AssemblyScript
@inline
function addRows(
  row: usize,
  count: i32,
  stride: usize,
  gradientAt: usize,
  blocks: i32,
  histogram: usize,
): void {
  for (let i: i32 = 0; i < count; i++) {
    const both = load<i32>(row + gradientAt);
    const packed = (<i64>(both >> 16) << 32) + <i64>(both & 0xffff);
    let bins = row;
    let at = histogram;
    for (let block: i32 = 0; block < blocks; block++) {
      const four = load<u32>(bins);
      const first = at + ((four & 255) << 3);
      const second = at + (((four >> 8) & 255) << 3);
      const third = at + (((four >> 16) & 255) << 3);
      const fourth = at + ((four >> 24) << 3);
      store<i64>(first, load<i64>(first) + packed);
      store<i64>(second, load<i64>(second, 2048) + packed, 2048);
      store<i64>(third, load<i64>(third, 4096) + packed, 4096);
      store<i64>(fourth, load<i64>(fourth, 6144) + packed, 6144);
      bins += 4;
      at += 8192;
    }
    row += stride;
  }
}
