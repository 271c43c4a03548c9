/** First and second derivatives of the losses, and their rounding to small integers. All f32 `[rows]`. */

/** Squared error: g = w·(margin − y), h = w. */
export function squaredGradients(
  margins: usize,
  targets: usize,
  weights: usize,
  rows: i32,
  gradients: usize,
  hessians: usize,
): void {
  const bytes = <usize>rows << 2;
  for (let at: usize = 0; at < bytes; at += 4) {
    const weight: f32 = weights == 0 ? 1 : load<f32>(weights + at);
    store<f32>(gradients + at, weight * (load<f32>(margins + at) - load<f32>(targets + at)));
    store<f32>(hessians + at, weight);
  }
}

/** Logistic loss: p = σ(margin), g = w·(p − y), h = w·p·(1 − p), at least `smallest`. Four rows at a time; `rows` may be any number, the arrays have room for a multiple of four. */
export function logisticGradients(
  margins: usize,
  targets: usize,
  weights: usize,
  rows: i32,
  smallest: f32,
  gradients: usize,
  hessians: usize,
): void {
  const bytes = <usize>rows << 2;
  const one = f32x4.splat(1);
  const floor = f32x4.splat(smallest);
  for (let at: usize = 0; at < bytes; at += 16) {
    const probability = f32x4.div(one, f32x4.add(one, exponential(f32x4.neg(v128.load(margins + at)))));
    let gradient = f32x4.sub(probability, v128.load(targets + at));
    let hessian = f32x4.max(f32x4.mul(probability, f32x4.sub(one, probability)), floor);
    if (weights != 0) {
      const weight = v128.load(weights + at);
      gradient = f32x4.mul(gradient, weight);
      hessian = f32x4.mul(hessian, weight);
    }
    v128.store(gradients + at, gradient);
    v128.store(hessians + at, hessian);
  }
}

/**
 * eˣ to 1e-7 relative: x = n·ln 2 + r with |r| ≤ ½ ln 2, ln 2 in two parts so that r keeps its digits (Cody & Waite
 * 1980), a polynomial of degree 6 for eʳ, and n added to the exponent. Outside ±87 it stays at the edge.
 */
// @ts-expect-error: a decorator of AssemblyScript
@inline
function exponential(x: v128): v128 {
  const inside = f32x4.min(f32x4.max(x, f32x4.splat(-87)), f32x4.splat(87));
  const n = f32x4.nearest(f32x4.mul(inside, f32x4.splat(1.44269504)));
  let r = f32x4.sub(inside, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  let y = f32x4.splat(1.3888889e-3);
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(8.3333333e-3));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(4.1666667e-2));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(0.16666667));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(0.5));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(1));
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(1));
  return i32x4.add(y, i32x4.shl(i32x4.trunc_sat_f32x4_s(n), 23));
}

/**
 * Writes gradient and hessian of the rows `begin` … `end`, each to its place among the bins as i16 and u16: value × scale,
 * rounded. With `noise` 0 that is to the nearest integer. With 1 it is down after adding a number from [0, 1) that depends on
 * the row and the `seed` alone, so that sums of coarse integers are right on average (Shi, Ke, Chen & Liu 2022, "Quantized
 * training of gradient boosting decision trees"). The arrays have room for a multiple of four.
 */
export function quantise(
  gradients: usize,
  hessians: usize,
  begin: i32,
  end: i32,
  gradientScale: f32,
  hessianScale: f32,
  seed: u32,
  noise: f32,
  out: usize,
  stride: usize,
): void {
  out += <usize>begin * stride;
  const gradientScales = f32x4.splat(gradientScale);
  const hessianScales = f32x4.splat(hessianScale);
  const seeds = i32x4.splat(seed);
  const share = f32x4.splat(noise * <f32>(1.0 / 65536));
  const half = f32x4.splat(0.5 - 0.5 * noise);
  let rows = i32x4.add(i32x4.splat(begin), i32x4(0, 1, 2, 3));
  for (let r: i32 = begin; r < end; r += 4) {
    const at = <usize>r << 2;
    let bits = i32x4.mul(v128.xor(rows, seeds), i32x4.splat(0x9e3779b1));
    bits = v128.xor(bits, i32x4.shr_u(bits, 15));
    bits = i32x4.mul(bits, i32x4.splat(0x85ebca77));
    bits = v128.xor(bits, i32x4.shr_u(bits, 13));
    const first = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(v128.and(bits, i32x4.splat(0xffff))), share), half);
    const second = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(i32x4.shr_u(bits, 16)), share), half);
    const gradient = f32x4.floor(f32x4.add(f32x4.mul(v128.load(gradients + at), gradientScales), first));
    const hessian = f32x4.add(f32x4.mul(v128.load(hessians + at), hessianScales), second);
    const both = v128.or(
      i32x4.shl(i32x4.trunc_sat_f32x4_s(gradient), 16),
      i32x4.trunc_sat_f32x4_s(hessian),
    );
    store<i32>(out, i32x4.extract_lane(both, 0));
    if (r + 1 < end) store<i32>(out + stride, i32x4.extract_lane(both, 1));
    if (r + 2 < end) store<i32>(out + 2 * stride, i32x4.extract_lane(both, 2));
    if (r + 3 < end) store<i32>(out + 3 * stride, i32x4.extract_lane(both, 3));
    out += 4 * stride;
    rows = i32x4.add(rows, i32x4.splat(4));
  }
}

/** The largest magnitude of f32 `[rows]`. */
export function largestOf(values: usize, rows: i32): f32 {
  let four = f32x4.splat(0);
  const whole = <usize>(rows & ~3) << 2;
  for (let at: usize = 0; at < whole; at += 16) four = f32x4.max(four, f32x4.abs(v128.load(values + at)));
  let most = max(max(f32x4.extract_lane(four, 0), f32x4.extract_lane(four, 1)), max(f32x4.extract_lane(four, 2), f32x4.extract_lane(four, 3)));
  for (let at = whole; at < <usize>rows << 2; at += 4) most = max(most, abs(load<f32>(values + at)));
  return most;
}
