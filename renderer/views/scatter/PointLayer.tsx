/**
 * The points, on a canvas. While the plane is moved the canvas is moved and stretched as a whole, which costs nothing; what is
 * in sight is painted beside it a few milliseconds a frame, and put in its place when it is done.
 */
import { useCallback, useEffect, useLayoutEffect, useRef } from "react";
import type { Colours } from "../colours.ts";
import type { PlaneLayout } from "../detail/plane-layout.ts";
import type { Cloud } from "./cloud.ts";
import { type PaintPlan, paint } from "./paint.ts";
import type { Ends, Sight } from "./sight.ts";

type PointLayerProps = {
  cloud: Cloud;
  sight: Sight;
  layout: PlaneLayout;
  colours: Colours;
  lit: Uint8Array | undefined;
};

/** What is painted beyond each edge, as a share of what is in sight: room to move into. */
const margin = 0.15;
/** Milliseconds of painting in a frame. */
const slice = 4;

type Painted = { readonly plan: PaintPlan; readonly wide: number; readonly high: number };
type Job = {
  readonly painted: Painted;
  readonly image: ImageData;
  readonly steps: Generator<undefined, number>;
};

/** Covers the inside of the axes. */
export function PointLayer({ cloud, sight, layout, colours, lit }: PointLayerProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const shown = useRef<Painted>(undefined);
  const job = useRef<Job>(undefined);
  const frame = useRef<number>(undefined);
  const wanted = useRef({ cloud, sight, layout, colours, lit });
  wanted.current = { cloud, sight, layout, colours, lit };

  const place = useCallback(() => {
    const { current: element } = canvas;
    const { current: there } = shown;
    if (!element || !there) return;
    const now = wanted.current;
    const { plan, wide, high } = there;
    const { left, top, width, height } = now.layout;
    const [perX, perY] = [width / spanOf(now.sight.x), height / spanOf(now.sight.y)];
    const x = (plan.sight.x[0] - now.sight.x[0]) * perX;
    const y = (now.sight.y[1] - plan.sight.y[1]) * perY;
    const [wideNow, highNow] = [spanOf(plan.sight.x) * perX, spanOf(plan.sight.y) * perY];
    element.style.transform = `translate(${x}px, ${y}px) scale(${wideNow / wide}, ${highNow / high})`;
    const box = element.parentElement;
    if (box) Object.assign(box.style, { left: px(left), top: px(top), width: px(width), height: px(height) });
  }, []);

  const work = useCallback(() => {
    frame.current = undefined;
    const begun = performance.now();
    while (performance.now() - begun < slice) {
      job.current ??= jobFor(wanted.current);
      if (!job.current) return;
      const { done, value } = job.current.steps.next();
      if (!done) continue;
      const { painted, image } = job.current;
      job.current = undefined;
      if (canvas.current) show(canvas.current, painted, image, value);
      shown.current = painted;
      place();
      if (isPainted(painted.plan, wanted.current)) return;
    }
    frame.current = requestAnimationFrame(work);
  }, [place]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is wanted is read from `wanted`
  useLayoutEffect(() => {
    place();
    if (frame.current === undefined && !(shown.current && isPainted(shown.current.plan, wanted.current)))
      work();
  }, [cloud, sight, layout, colours, lit, place, work]);

  useEffect(
    () => () => {
      if (frame.current !== undefined) cancelAnimationFrame(frame.current);
      frame.current = undefined;
    },
    [],
  );

  return (
    <div className="point-layer" aria-hidden>
      <canvas ref={canvas} data-testid="points" />
    </div>
  );
}

type Wanted = Omit<PointLayerProps, "layout"> & { readonly layout: PlaneLayout };

function jobFor({ cloud, sight, layout, colours, lit }: Wanted): Job | undefined {
  const ratio = window.devicePixelRatio || 1;
  const [wide, high] = [layout.width * (1 + 2 * margin), layout.height * (1 + 2 * margin)];
  const width = Math.round(wide * ratio);
  const height = Math.round(high * ratio);
  if (width < 1 || height < 1) return undefined;
  const plan: PaintPlan = {
    cloud,
    sight: { x: widened(sight.x), y: widened(sight.y) },
    width,
    height,
    ratio,
    colours,
    lit,
  };
  const image = new ImageData(width, height);
  return { painted: { plan, wide, high }, image, steps: paint(plan, image) };
}

/** Whether nothing has changed since this was planned. */
function isPainted(plan: PaintPlan, { cloud, sight, layout, colours, lit }: Wanted): boolean {
  const same = (a: Ends, b: Ends) => a[0] === b[0] && a[1] === b[1];
  return (
    plan.cloud === cloud &&
    plan.colours === colours &&
    plan.lit === lit &&
    plan.width === Math.round(layout.width * (1 + 2 * margin) * plan.ratio) &&
    plan.height === Math.round(layout.height * (1 + 2 * margin) * plan.ratio) &&
    same(plan.sight.x, widened(sight.x)) &&
    same(plan.sight.y, widened(sight.y))
  );
}

function show(
  canvas: HTMLCanvasElement,
  { plan, wide, high }: Painted,
  image: ImageData,
  count: number,
): void {
  if (canvas.width !== plan.width || canvas.height !== plan.height) {
    canvas.width = plan.width;
    canvas.height = plan.height;
    Object.assign(canvas.style, { width: px(wide), height: px(high) });
  }
  canvas.getContext("2d")?.putImageData(image, 0, 0);
  canvas.dataset.painted = String(count);
}

function widened([low, high]: Ends): Ends {
  const by = (high - low) * margin;
  return [low - by, high + by];
}

function spanOf([low, high]: Ends): number {
  return high - low;
}

function px(length: number): string {
  return `${length}px`;
}
