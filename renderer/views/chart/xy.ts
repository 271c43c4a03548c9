/** Lines through points of a plane, each with its own x, as plain data, and the option that draws them. Pure. */
import type { LineSeriesOption } from "echarts/charts";
import type { Colours } from "../colours.ts";
import { type AxisNames, baseOption, type ChartOption } from "./option.ts";

export type XyLine = {
  readonly key: string;
  readonly name: string;
  readonly x: readonly number[];
  readonly y: readonly (number | null)[];
  readonly colour: string;
  readonly dashed?: boolean;
  readonly thin?: boolean;
  /** In the background, one of many: neither named nor pointed at. */
  readonly faint?: boolean;
  /** Steps, not slopes: a value holds back to the point before it, or `"after"` its point until the next. */
  readonly steps?: boolean | "after";
  /** Every point stands as a dot, because few were measured. */
  readonly dots?: boolean;
  /** Spread around the line, `[points]` each. */
  readonly band?: { readonly low: readonly number[]; readonly high: readonly number[] };
};

/** A dashed straight line that something is compared with. */
export type Guide = {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly colour: string;
};

/** A place that is marked, in the colour of a line. */
export type Spot = { readonly key: string; readonly x: number; readonly y: number; readonly colour: string };

/** A point of a line, by position. */
export type XyPoint = { readonly line: number; readonly point: number };

export type XyPlan = {
  readonly lines: readonly XyLine[];
  readonly guides: readonly Guide[];
  readonly names: AxisNames;
  /** Ends of the axes; left out, they follow the points. */
  readonly xRange?: readonly [number, number];
  readonly yRange?: readonly [number, number];
  /** Names along x, when x counts categories 0, 1, 2, … */
  readonly categories?: readonly string[];
  /** Where the selected rows stand, by the line that they stand for. */
  readonly spots?: readonly Spot[];
  readonly colours: Colours;
  readonly chosen: XyPoint | undefined;
};

/** Bands below, guides, lines, and the chosen point on top. */
export function xyOption(plan: XyPlan): ChartOption {
  const { lines, guides, colours, chosen, xRange, yRange } = plan;
  const base = baseOption(colours, plan.names);
  const picked = chosen && lines[chosen.line];
  const spot = picked && chosen ? [picked.x[chosen.point], picked.y[chosen.point]] : undefined;
  return {
    ...base,
    xAxis: {
      ...base.xAxis,
      scale: true,
      ...(xRange && { min: xRange[0], max: xRange[1] }),
      ...(plan.categories && categoryAxis(plan.categories, base.xAxis.axisLabel)),
    },
    yAxis: { ...base.yAxis, scale: true, ...(yRange && { min: yRange[0], max: yRange[1] }) },
    series: [
      ...lines.flatMap(bandSeries),
      ...guides.map(({ from, to, colour }, index) => ({
        ...quiet,
        id: `guide-${index}`,
        data: [[...from], [...to]],
        symbol: "none",
        lineStyle: { color: colour, width: 1, type: [4, 4] },
        z: 1,
      })),
      ...lines.map(lineSeries),
      ...(plan.spots ?? []).map((mark) => markSeries(mark, colours.text)),
      ...(spot && picked ? [spotSeries(spot, picked.colour, colours.surface)] : []),
    ],
  };
}

const quiet = { type: "line", silent: true } as const;

function lineSeries({ key, x, y, colour, dashed, thin, faint, dots, steps }: XyLine): LineSeriesOption {
  return {
    ...quiet,
    id: key,
    step: steps === "after" ? "end" : steps ? "start" : false,
    data: x.map((at, point) => [at, y[point] ?? null]),
    symbol: dots || x.length === 1 ? "circle" : "none",
    symbolSize: 5,
    showAllSymbol: true,
    lineStyle: {
      color: colour,
      width: faint ? 0.8 : thin ? 1.1 : 1.7,
      opacity: faint ? 0.22 : 1,
      type: dashed ? [4, 4] : "solid",
    },
    itemStyle: { color: colour },
    z: faint ? 2 : thin ? 3 : 4,
  };
}

/** The room between low and high: an unseen line, and on it the difference as an area. */
function bandSeries({ key, x, colour, band }: XyLine): LineSeriesOption[] {
  if (!band) return [];
  const part = (id: string, heights: readonly number[], opacity: number): LineSeriesOption => ({
    ...quiet,
    id,
    stack: `band-${key}`,
    stackStrategy: "all",
    data: x.map((at, point) => [at, heights[point] ?? 0]),
    symbol: "none",
    lineStyle: { opacity: 0 },
    areaStyle: { color: colour, opacity, origin: "start" },
    z: 1,
  });
  const height = band.high.map((high, point) => high - (band.low[point] ?? 0));
  return [part(`low-${key}`, band.low, 0), part(`high-${key}`, height, 0.14)];
}

function spotSeries(spot: readonly unknown[], colour: string, ground: string): LineSeriesOption {
  return {
    ...quiet,
    id: "spot",
    data: [[...spot] as [number, number]],
    symbol: "circle",
    symbolSize: 8,
    itemStyle: { color: colour, borderColor: ground, borderWidth: 1.5 },
    z: 9,
  };
}

/** A diamond with an edge: told from the points of a line by its form. */
function markSeries({ key, x, y, colour }: Spot, edge: string): LineSeriesOption {
  return {
    ...quiet,
    id: `selected-${key}`,
    data: [[x, y]],
    symbol: "diamond",
    symbolSize: 13,
    itemStyle: { color: colour, borderColor: edge, borderWidth: 1.5 },
    z: 8,
  };
}

function categoryAxis(categories: readonly string[], label: object): object {
  return {
    min: -0.5,
    max: categories.length - 0.5,
    interval: 1,
    axisLabel: {
      ...label,
      showMinLabel: false,
      showMaxLabel: false,
      formatter: (value: number) => categories[value] ?? "",
    },
  };
}

/** The point that lies nearest to (x, y), the axes being `wide` and `high` in their own units; lines in front win ties. */
export function nearestPoint(
  lines: readonly XyLine[],
  { x, y }: { readonly x: number; readonly y: number },
  [wide, high]: readonly [number, number],
): XyPoint | undefined {
  let best: XyPoint | undefined;
  let least = Number.POSITIVE_INFINITY;
  lines.forEach((line, index) => {
    if (line.faint) return;
    line.x.forEach((at, point) => {
      const value = line.y[point];
      if (value === null || value === undefined) return;
      const distance = ((at - x) / wide) ** 2 + ((value - y) / high) ** 2;
      if (distance > least) return;
      least = distance;
      best = { line: index, point };
    });
  });
  return best;
}

/** How wide and high the points of the lines lie, never 0. */
export function spanOf(
  lines: readonly XyLine[],
  { xRange, yRange }: Pick<XyPlan, "xRange" | "yRange">,
): [number, number] {
  const across = xRange ?? ends(lines.flatMap(({ x }) => x));
  const upwards = yRange ?? ends(lines.flatMap(({ y }) => y.flatMap((value) => value ?? [])));
  return [across[1] - across[0] || 1, upwards[1] - upwards[0] || 1];
}

function ends(values: readonly number[]): [number, number] {
  return values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}
