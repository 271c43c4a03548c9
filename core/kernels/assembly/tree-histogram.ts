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

/** Features whose places are written out as constants: a loop over blocks of four takes a fifth longer. */
const written: usize = 16;

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
    for (let left = blocks; left > 0; left -= 4) {
      let to: usize;
      to = at + (<usize>load<u8>(bins) << 3);
      store<i64>(to, load<i64>(to) + packed);
      to = at + (<usize>load<u8>(bins, 1) << 3);
      store<i64>(to, load<i64>(to, 2048) + packed, 2048);
      to = at + (<usize>load<u8>(bins, 2) << 3);
      store<i64>(to, load<i64>(to, 4096) + packed, 4096);
      to = at + (<usize>load<u8>(bins, 3) << 3);
      store<i64>(to, load<i64>(to, 6144) + packed, 6144);
      if (left == 1) break;
      to = at + (<usize>load<u8>(bins, 4) << 3);
      store<i64>(to, load<i64>(to, 8192) + packed, 8192);
      to = at + (<usize>load<u8>(bins, 5) << 3);
      store<i64>(to, load<i64>(to, 10240) + packed, 10240);
      to = at + (<usize>load<u8>(bins, 6) << 3);
      store<i64>(to, load<i64>(to, 12288) + packed, 12288);
      to = at + (<usize>load<u8>(bins, 7) << 3);
      store<i64>(to, load<i64>(to, 14336) + packed, 14336);
      if (left == 2) break;
      to = at + (<usize>load<u8>(bins, 8) << 3);
      store<i64>(to, load<i64>(to, 16384) + packed, 16384);
      to = at + (<usize>load<u8>(bins, 9) << 3);
      store<i64>(to, load<i64>(to, 18432) + packed, 18432);
      to = at + (<usize>load<u8>(bins, 10) << 3);
      store<i64>(to, load<i64>(to, 20480) + packed, 20480);
      to = at + (<usize>load<u8>(bins, 11) << 3);
      store<i64>(to, load<i64>(to, 22528) + packed, 22528);
      if (left == 3) break;
      to = at + (<usize>load<u8>(bins, 12) << 3);
      store<i64>(to, load<i64>(to, 24576) + packed, 24576);
      to = at + (<usize>load<u8>(bins, 13) << 3);
      store<i64>(to, load<i64>(to, 26624) + packed, 26624);
      to = at + (<usize>load<u8>(bins, 14) << 3);
      store<i64>(to, load<i64>(to, 28672) + packed, 28672);
      to = at + (<usize>load<u8>(bins, 15) << 3);
      store<i64>(to, load<i64>(to, 30720) + packed, 30720);
      bins += written;
      at += written << 11;
    }
    row += stride;
  }
}
