/** The rows of the nodes: which there are, which go left, what they sum up to. An order is u32 `[rows]`. */

/** 0, 1, 2 … */
export function fillOrder(order: usize, rows: i32): void {
  for (let r: i32 = 0; r < rows; r++) store<u32>(order + ((<usize>r) << 2), r);
}

/**
 * Writes the rows of `order` at `begin` … `end` to the same places of `out`: first those whose bin `goesLeft` (u8 `[256]`,
 * 0 or 1) names, from the front, then the others, from the back. Writes how many went left to `count` (i32). Without a
 * branch: each row is written to both ends, and only one end moves.
 */
export function partition(
  column: usize,
  order: usize,
  begin: i32,
  end: i32,
  goesLeft: usize,
  out: usize,
  count: usize,
): void {
  const first = out + (<usize>begin << 2);
  let front = first;
  let back = out + (<usize>(end - 1) << 2);
  const stop = order + (<usize>end << 2);
  for (let at = order + (<usize>begin << 2); at < stop; at += 4) {
    const row = load<u32>(at);
    const left = <usize>load<u8>(goesLeft + <usize>load<u8>(column + row));
    store<u32>(front, row);
    store<u32>(back, row);
    front += left << 2;
    back -= (1 - left) << 2;
  }
  store<i32>(count, <i32>((front - first) >> 2));
}

/**
 * Puts one thread's part of a partition where it belongs: of its places `begin` … `end` in `from` the first `left` rows go to
 * the address `front`, the others to `back`.
 */
export function placeParts(from: usize, begin: i32, left: i32, end: i32, front: usize, back: usize): void {
  const start = from + (<usize>begin << 2);
  memory.copy(front, start, <usize>left << 2);
  memory.copy(back, start + (<usize>left << 2), <usize>(end - begin - left) << 2);
}

/** Σ gradient and Σ hessian (f32 `[rows]`) in fixed point: i64 `out[0]`, `out[1]`, each value times its scale, rounded to zero. */
export function leafSums(
  gradients: usize,
  hessians: usize,
  order: usize,
  begin: i32,
  end: i32,
  gradientScale: f64,
  hessianScale: f64,
  out: usize,
): void {
  let gradient: i64 = 0;
  let hessian: i64 = 0;
  const stop = order + ((<usize>end) << 2);
  for (let at = order + ((<usize>begin) << 2); at < stop; at += 4) {
    const row = (<usize>load<u32>(at)) << 2;
    gradient += <i64>(<f64>load<f32>(gradients + row) * gradientScale);
    hessian += <i64>(<f64>load<f32>(hessians + row) * hessianScale);
  }
  store<i64>(out, gradient);
  store<i64>(out, hessian, 8);
}

/** Adds `value` to the margins (f32, `width` a row) of the named rows. */
export function addToRows(margins: usize, width: usize, order: usize, begin: i32, end: i32, value: f32): void {
  const stop = order + (<usize>end << 2);
  for (let at = order + (<usize>begin << 2); at < stop; at += 4) {
    const row = margins + ((<usize>load<u32>(at) * width) << 2);
    store<f32>(row, load<f32>(row) + value);
  }
}

/**
 * The same for rows that a tree was not grown on: each walks from the root by its bins. A node is 20 bytes: i32 feature (−1: a
 * leaf), i32 the last bin that goes left, i32 the bin of missing values if it goes left, else −1, i32 left child (the right one
 * follows it), f32 weight. `bins`: u8 `[rows]` at `stride` bytes.
 */
export function addByBins(
  margins: usize,
  width: usize,
  order: usize,
  begin: i32,
  end: i32,
  bins: usize,
  stride: usize,
  nodes: usize,
): void {
  const stop = order + (<usize>end << 2);
  for (let at = order + (<usize>begin << 2); at < stop; at += 4) {
    const row = <usize>load<u32>(at);
    const own = bins + row * stride;
    let node = nodes;
    for (let feature = load<i32>(node); feature >= 0; feature = load<i32>(node)) {
      const bin = <i32>load<u8>(own + feature);
      const left = i32(bin <= load<i32>(node, 4)) | i32(bin == load<i32>(node, 8));
      node = nodes + 20 * <usize>(load<i32>(node, 12) + 1 - left);
    }
    const to = margins + ((row * width) << 2);
    store<f32>(to, load<f32>(to) + load<f32>(node, 16));
  }
}
