/**
 * One ECharts instance, kept as long as its place on the page: new options are merged in, so a growing curve neither
 * flashes nor loses its tooltip. Knows nothing of what it draws.
 */
import type { EChartsType } from "echarts/core";
import { useEffect, useRef } from "react";
import type { Size } from "../use-size.ts";
import { useSize } from "../use-size.ts";
import type { ChartOption } from "./option.ts";
import { placeTip } from "./tip.ts";

export type PickedPoint = { readonly x: number; readonly y: number };

/** The pixels of a chart and the units of its axes, one in the other. */
export type PlaneOf = {
  contains(pixel: PickedPoint): boolean;
  toAxes(pixel: PickedPoint): PickedPoint;
  toPixels(point: PickedPoint): PickedPoint;
};

type ChartProps = {
  option: ChartOption;
  /** A click inside the axes, in their units. */
  onPick?: ((point: PickedPoint) => void) | undefined;
  /** The pointer inside the axes, in their units; `undefined` when it has left. */
  onHover?: ((point: PickedPoint | undefined) => void) | undefined;
  /** Told when the chart can be exported, and `undefined` when it is gone. */
  onReady?: (svg: (() => string) | undefined) => void;
  /** Told when places can be turned into units, and `undefined` when the chart is gone. */
  onPlane?: (plane: PlaneOf | undefined) => void;
};

/** Fills its parent. */
export function Chart({ option, onPick, onHover, onReady, onPlane }: ChartProps) {
  const [box, size] = useSize<HTMLDivElement>();
  const chart = useRef<EChartsType>(undefined);
  const latest = useRef({ option, onPick, onHover, onReady, onPlane, size });
  latest.current = { option, onPick, onHover, onReady, onPlane, size };
  const laidOut = size !== undefined && size.width > 0 && size.height > 0;

  useEffect(() => {
    const element = box.current;
    if (!element || !laidOut) return;
    let gone = false;
    let made: EChartsType | undefined;
    void import("./echarts.ts").then(({ init }) => {
      if (gone) return;
      made = init(element, undefined, { renderer: "canvas" });
      chart.current = made;
      made.setOption(latest.current.option);
      made.setOption({ tooltip: { position: tipPlace(element) } });
      const placeOf = ({ offsetX, offsetY }: { offsetX: number; offsetY: number }) => {
        const pixel = [offsetX, offsetY];
        if (!made?.containPixel("grid", pixel)) return undefined;
        const [x, y] = made.convertFromPixel("grid", pixel) as [number, number];
        return { x, y };
      };
      made.getZr().on("click", (event) => {
        const place = placeOf(event);
        if (place) latest.current.onPick?.(place);
      });
      made.getZr().on("mousemove", (event) => latest.current.onHover?.(placeOf(event)));
      made.getZr().on("globalout", () => latest.current.onHover?.(undefined));
      latest.current.onPlane?.(planeOf(made));
      latest.current.onReady?.(() => drawSvg(init, latest.current.option, latest.current.size));
    });
    // A slice of a font comes when a text first needs it; what was drawn before shows boxes.
    const redraw = () => made?.resize();
    document.fonts.addEventListener("loadingdone", redraw);
    return () => {
      gone = true;
      document.fonts.removeEventListener("loadingdone", redraw);
      made?.dispose();
      chart.current = undefined;
      latest.current.onReady?.(undefined);
      latest.current.onPlane?.(undefined);
    };
  }, [box, laidOut]);

  useEffect(() => {
    chart.current?.setOption(option, { replaceMerge: ["series"], lazyUpdate: true });
  }, [option]);

  useEffect(() => {
    if (size && size.width > 0 && size.height > 0) chart.current?.resize(size);
  }, [size]);

  return <div className="chart" ref={box} aria-hidden data-pick={onPick !== undefined} />;
}

function planeOf(chart: EChartsType): PlaneOf {
  const turned = ([x, y]: number[]): PickedPoint => ({ x: x ?? 0, y: y ?? 0 });
  return {
    contains: ({ x, y }) => chart.containPixel("grid", [x, y]),
    toAxes: ({ x, y }) => turned(chart.convertFromPixel("grid", [x, y])),
    toPixels: ({ x, y }) => turned(chart.convertToPixel("grid", [x, y])),
  };
}

/** ECharts types a position loosely; these are the parts that are there. */
function tipPlace(element: Element) {
  return (
    point: number[],
    _shown: unknown,
    _box: unknown,
    _rect: unknown,
    { contentSize }: { contentSize: number[] },
  ) => placeTip(element, point, contentSize);
}

/** The same option drawn as SVG, off the page. */
function drawSvg(
  init: typeof import("./echarts.ts").init,
  option: ChartOption,
  size: Size | undefined,
): string {
  const { width = 600, height = 300 } = size ?? {};
  const copy = init(null, undefined, { renderer: "svg", ssr: true, width, height });
  copy.setOption({
    ...option,
    backgroundColor: getComputedStyle(document.documentElement).getPropertyValue("--surface").trim(),
  });
  const svg = copy.renderToSVGString();
  copy.dispose();
  return svg;
}
