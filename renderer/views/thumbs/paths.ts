/** Lines and bars of small pictures as SVG paths. Pure, and linear in the number of points. */
export const thumbWidth = 190;
export const thumbHeight = 84;
const air = 6;

/** A polyline over the whole width; a gap where a value is missing. `low` and `high` are the ends of the scale. */
export function linePath(values: readonly (number | null)[], low: number, high: number): string {
  const step = (thumbWidth - 2 * air) / Math.max(1, values.length - 1);
  let pen = "M";
  let path = "";
  values.forEach((value, index) => {
    if (value === null) {
      pen = "M";
      return;
    }
    path += `${pen}${round(air + index * step)} ${round(heightOf(value, low, high))}`;
    pen = "L";
  });
  return path;
}

/** Bars from the ground; with more values than pixels the largest of each pixel stands. */
export function barPath(values: readonly number[], count = 62): string {
  const most = Math.max(...values, 0) || 1;
  const bars = Math.min(count, values.length);
  const slot = (thumbWidth - 2 * air) / Math.max(1, bars);
  return Array.from({ length: bars }, (_, bar) => {
    const part = values.slice(
      Math.floor((bar * values.length) / bars),
      Math.floor(((bar + 1) * values.length) / bars),
    );
    const top = heightOf(Math.max(...part, 0), 0, most);
    return `M${round(air + bar * slot)} ${thumbHeight - air}V${round(top)}h${round(Math.min(14, slot * 0.8))}V${thumbHeight - air}Z`;
  }).join("");
}

/** The scale that holds every value of the curves. */
export function scaleOf(curves: readonly (readonly (number | null)[])[]): [number, number] {
  let [low, high] = [0, Number.NEGATIVE_INFINITY];
  for (const values of curves) {
    for (const value of values) {
      if (value === null) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return high > low ? [low, high] : [low, low + 1];
}

function heightOf(value: number, low: number, high: number): number {
  const share = (value - low) / (high - low);
  return thumbHeight - air - Math.min(1, Math.max(0, share)) * (thumbHeight - 2 * air);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
