/**
 * A cloud of points painted step by step, so that whoever paints can stop for a frame: the plain ones in the order of their
 * rows, so that no class hides another, and those that are selected above them.
 */
import { type Colours, classColour } from "../colours.ts";
import { marks } from "../table/scatter-option.ts";
import { type Cloud, countIn } from "./cloud.ts";
import { makeStamp, type Sheet, type Stamp, stamp } from "./raster.ts";
import type { Sight } from "./sight.ts";

export type PaintPlan = {
  readonly cloud: Cloud;
  /** What the pixels span, from edge to edge. */
  readonly sight: Sight;
  /** In device pixels, of which `ratio` are one of the page's. */
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  readonly colours: Colours;
  /** A bit a point; left out while none is selected. */
  readonly lit: Uint8Array | undefined;
};

/** Points between two looks at the clock: a fraction of a millisecond. */
const step = 2000;

/** Stamps what is in sight; yields now and then, and returns how many points that were. */
export function* paint(plan: PaintPlan, sheet: Sheet): Generator<undefined, number> {
  const { cloud, sight, width, height, lit } = plan;
  const { xs, ys } = cloud;
  const stamps = stampsFor(plan, countIn(cloud, sight));
  const [perX, perY] = [width / (sight.x[1] - sight.x[0]), height / (sight.y[1] - sight.y[0])];
  let painted = 0;
  for (const above of lit ? [false, true] : [false]) {
    for (let point = 0; point < xs.length; point++) {
      if (point % step === step - 1) yield;
      if (lit && isLit(lit, point) !== above) continue;
      const x = (xs[point] - sight.x[0]) * perX;
      const y = height - (ys[point] - sight.y[0]) * perY;
      // Also where it is not a number.
      if (!(x > -20 && x < width + 20 && y > -20 && y < height + 20)) continue;
      const mark = stamps(cloud.group(point), above);
      if (mark) stamp(sheet, mark, Math.round(x), Math.round(y));
      painted++;
    }
  }
  return painted;
}

/** Whether a point is among the selected ones. */
export function isLit(lit: Uint8Array, point: number): boolean {
  return ((lit[point >> 3] >> (point & 7)) & 1) === 1;
}

/** Radius in the page's pixels of a point among so many in sight. */
export function radiusFor(count: number): number {
  const usual = Math.min(3.6, Math.max(1.2, 70 / Math.sqrt(Math.max(1, count))));
  return Math.round(usual * 4) / 4;
}

/** How strongly a point is painted: in a crowd less, so that the crowd shows where it is densest. */
export function opacityFor(count: number, pale: boolean): number {
  if (pale) return count > 20_000 ? 0.16 : 0.28;
  return count > 20_000 ? 0.6 : 0.82;
}

function stampsFor({ colours, ratio, lit }: PaintPlan, count: number) {
  const radius = radiusFor(count);
  const made = new Map<number, Stamp | undefined>();
  return (group: number, above: boolean): Stamp | undefined => {
    const key = group * 2 + (above ? 1 : 0);
    if (made.has(key)) return made.get(key);
    const mark = makeStamp({
      path: markOf(group),
      colour: group < 0 ? colours.text3 : classColour(colours, group),
      opacity: above ? 1 : opacityFor(count, lit !== undefined),
      radius: (above ? radius + (radius > 2 ? 1.2 : 0.5) : radius) * ratio,
      // Ringed, so that they stand out without their colour; rings of tiny points would be all that is seen of them.
      ...(above && radius > 2 ? { edge: { colour: colours.text, width: 1.4 * ratio } } : {}),
    });
    made.set(key, mark);
    return mark;
  };
}

/** The mark of a class, as a path in a square of 10. */
export function markOf(group: number): string {
  return marks[Math.max(0, group) % marks.length]?.path ?? marks[0].path;
}
