/** The best question of one node, from its histograms. */

/**
 * Looks at every border between the bins of every allowed feature, with the missing values right and, where there are any,
 * left. Gains are T(G_L)²/(H_L+λ) + T(G_R)²/(H_R+λ) − T(G)²/(H+λ) with T(G) = sign(G)·max(|G|−α, 0) (Chen & Guestrin 2016,
 * eq. 7, doubled); a side with H below the smallest child's is no candidate. Of equal gains the first feature and the lowest
 * border win.
 *
 * `histograms`: i64 `[features, 256]`; `bins`: i32 `[features]`, without the one of missing values, which follows them;
 * `allowed`: u8 `[features]`; `total`: the node's sum, i64, packed the same; `settings`: f64 scale of a gradient, scale of a
 * hessian, λ, α, smallest child. Returns the best gain above `bar`, or `bar`, and writes to `out` i32 feature (−1: none),
 * i32 bin, i32 1 when missing goes left, i32 0, i64 packed sum of the left side.
 */
export function scanNode(
  histograms: usize,
  features: i32,
  bins: usize,
  allowed: usize,
  total: usize,
  settings: usize,
  bar: f64,
  out: usize,
): f64 {
  const whole = load<i64>(total);
  const gradientScale = load<f64>(settings);
  const hessianScale = load<f64>(settings, 8);
  const lambda = load<f64>(settings, 16);
  const alpha = load<f64>(settings, 24);
  const minChild = load<f64>(settings, 32);
  const kept = max<f64>(abs<f64>(gradientScale * <f64>(whole >> 32)) - alpha, 0);
  const own = kept * kept / (hessianScale * <f64>(whole & 0xffffffff) + lambda);
  store<i32>(out, -1);
  let best = bar + own;
  for (let f: i32 = 0; f < features; f++) {
    if (load<u8>(allowed + f) == 0) continue;
    const histogram = histograms + (<usize>f << 11);
    const count = load<i32>(bins + (<usize>f << 2));
    const missing = load<i64>(histogram + (<usize>count << 3));
    // With missing values "all others left" is a question too.
    let found = scan(histogram, count - i32(missing == 0), 0, whole, gradientScale, hessianScale, lambda, alpha, minChild, best, out, 0);
    if (missing != 0)
      found = scan(histogram, count - 1, missing, whole, gradientScale, hessianScale, lambda, alpha, minChild, found, out, 1);
    if (found > best) {
      best = found;
      store<i32>(out, f);
    }
  }
  return best - own;
}

// @ts-expect-error: a decorator of AssemblyScript
@inline
function scan(
  histogram: usize,
  borders: i32,
  start: i64,
  total: i64,
  gradientScale: f64,
  hessianScale: f64,
  lambda: f64,
  alpha: f64,
  minChild: f64,
  bar: f64,
  out: usize,
  missingLeft: i32,
): f64 {
  let left = start;
  let best = bar;
  const wholeGradient = gradientScale * <f64>(total >> 32);
  const wholeHessian = hessianScale * <f64>(total & 0xffffffff);
  const twoLambdas = f64x2.splat(lambda);
  const twoAlphas = f64x2.splat(alpha);
  for (let bin: i32 = 0; bin < borders; bin++) {
    left += load<i64>(histogram + (<usize>bin << 3));
    const gradient = gradientScale * <f64>(left >> 32);
    const hessian = hessianScale * <f64>(left & 0xffffffff);
    const rest = wholeHessian - hessian;
    if (hessian < minChild || rest < minChild) continue;
    const gradients = f64x2.replace_lane(f64x2.splat(gradient), 1, wholeGradient - gradient);
    const hessians = f64x2.add(f64x2.replace_lane(f64x2.splat(hessian), 1, rest), twoLambdas);
    const kept = f64x2.max(f64x2.sub(f64x2.abs(gradients), twoAlphas), f64x2.splat(0));
    const gains = f64x2.div(f64x2.mul(kept, kept), hessians);
    const gain = f64x2.extract_lane(gains, 0) + f64x2.extract_lane(gains, 1);
    if (gain > best) {
      best = gain;
      store<i32>(out, bin, 4);
      store<i32>(out, missingLeft, 8);
      store<i64>(out, left, 16);
    }
  }
  return best;
}
