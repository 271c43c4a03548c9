/**
 * Values to bins. A feature has cuts c₀ < c₁ < …; the bin of a value is the number of cuts that do not exceed it, so that
 * "bin ≤ b" says "value < c_b". A missing value (NaN) has the bin after all others.
 */

/** Cuts are padded with +∞ to this many, so that the search has no branch and no end to look for. */
const cutRoom: usize = 256;

/**
 * Bins of `rows` rows of all features. `values`: f32, a feature's rows `valueStride` values after the last feature's;
 * `cuts`: f32 `[features, 256]`; `missing`: u8 `[features]`, the bin of NaN. Written are `columns`: u8 `[features]` at `columnStride` bytes from each other, and
 * `out`: u8 `[rows]` at `stride` bytes, one byte a feature.
 */
export function binRows(
  values: usize,
  valueStride: i32,
  rows: i32,
  features: i32,
  cuts: usize,
  missing: usize,
  columns: usize,
  columnStride: usize,
  out: usize,
  stride: usize,
): void {
  for (let f: i32 = 0; f < features; f++) {
    const from = values + ((<usize>(f * valueStride)) << 2);
    const sorted = cuts + ((<usize>f * cutRoom) << 2);
    const column = columns + <usize>f * columnStride;
    const absent = <i32>load<u8>(missing + f);
    let row = out + f;
    for (let r: i32 = 0; r < rows; r++) {
      const value = load<f32>(from + ((<usize>r) << 2));
      let bin: i32 = 0;
      bin += (<i32>(load<f32>(sorted + 508) <= value)) << 7;
      bin += (<i32>(load<f32>(sorted + (bin << 2) + 252) <= value)) << 6;
      bin += (<i32>(load<f32>(sorted + (bin << 2) + 124) <= value)) << 5;
      bin += (<i32>(load<f32>(sorted + (bin << 2) + 60) <= value)) << 4;
      bin += (<i32>(load<f32>(sorted + (bin << 2) + 28) <= value)) << 3;
      bin += (<i32>(load<f32>(sorted + (bin << 2) + 12) <= value)) << 2;
      bin += (<i32>(load<f32>(sorted + (bin << 2) + 4) <= value)) << 1;
      bin += <i32>(load<f32>(sorted + (bin << 2)) <= value);
      bin = value == value ? bin : absent;
      store<u8>(column + r, bin);
      store<u8>(row, bin);
      row += stride;
    }
  }
}
