/** Times to write along an axis: about five, at round numbers of milliseconds. */
export function timeTicks(end: number): number[] {
  const rough = end / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? end;
  const ticks: number[] = [];
  // The last one would stand over the edge.
  for (let tick = 0; tick <= end * 0.94; tick += step) ticks.push(Number(tick.toPrecision(6)));
  return ticks;
}
