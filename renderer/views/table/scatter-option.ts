/** The chart of points by class. Classes differ in colour and in mark. */
import type { Language } from "../../words/language.ts";
import { type Axis, type AxisNames, baseOption, type ChartOption, tooltipStyle } from "../chart/option.ts";
import { tip } from "../chart/tip.ts";
import { type Colours, classColour } from "../colours.ts";
import { brief } from "../numbers.ts";
import { extentOf, type Point } from "./points.ts";

/** A mark as ECharts names it and as a path in a square of 10. */
export const marks = [
  { symbol: "circle", path: "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0" },
  { symbol: "triangle", path: "M0 -4.4L4.4 3.6H-4.4Z" },
  { symbol: "rect", path: "M-3.4 -3.4H3.4V3.4H-3.4Z" },
  { symbol: "diamond", path: "M0 -4.6L4.6 0L0 4.6L-4.6 0Z" },
  {
    symbol: "path://M-1.6 -5H1.6V-1.6H5V1.6H1.6V5H-1.6V1.6H-5V-1.6H-1.6Z",
    path: "M-1.5 -4.4H1.5V-1.5H4.4V1.5H1.5V4.4H-1.5V1.5H-4.4V-1.5H-1.5Z",
  },
] as const;

type ScatterPlan = {
  readonly points: readonly Point[];
  readonly classes: readonly string[];
  readonly names: AxisNames;
  readonly colours: Colours;
  readonly language: Language;
  /** Room above for the lists that pick the axes. */
  readonly picked: boolean;
  readonly rowName: (id: number) => string;
  /** Positions of the selected points; the others are pale. Left out while nothing of what is drawn is selected. */
  readonly lit?: ReadonlySet<number> | undefined;
};

/** One series a class, so that each has its colour and mark. */
export function scatterOption({
  points,
  classes,
  names,
  colours,
  language,
  rowName,
  picked,
  lit,
}: ScatterPlan): ChartOption {
  const base = baseOption(colours, names);
  const [xLow, xHigh] = extentOf(points.map(({ x }) => x));
  const [yLow, yHigh] = extentOf(points.map(({ y }) => y));
  const label = (value: number) => brief(language, value);
  const axis = (plain: Axis, min: number, max: number) => ({
    ...plain,
    min,
    max,
    axisLabel: { ...plain.axisLabel, showMinLabel: false, showMaxLabel: false, formatter: label },
  });
  const groups = new Map<number, Point[]>();
  for (const point of points) {
    const group = groups.get(point.group);
    if (group) group.push(point);
    else groups.set(point.group, [point]);
  }
  const small = points.length > 600 ? 5 : 6.5;
  return {
    ...base,
    grid: { left: 42, right: 12, top: picked ? 36 : 20, bottom: 32 },
    xAxis: axis(base.xAxis, xLow, xHigh),
    yAxis: axis(base.yAxis, yLow, yHigh),
    tooltip: {
      ...tooltipStyle(),
      trigger: "item",
      formatter: (shown: unknown) => {
        const [x, y, id, group] = (shown as { value: [number, number, number, number] }).value;
        const name = classes[group];
        const rows = [
          { name: names.x, value: label(x) },
          { name: names.y, value: label(y) },
        ];
        return tip(name === undefined ? rowName(id) : `${rowName(id)} · ${name}`, rows);
      },
    },
    series: [...groups].flatMap(([group, members]) => {
      const series = {
        type: "scatter" as const,
        symbol: marks[Math.max(0, group) % marks.length]?.symbol ?? "circle",
      };
      const color = group < 0 ? colours.text3 : classColour(colours, group);
      const data = (some: readonly Point[]) => some.map(({ x, y, id }) => [x, y, id, group]);
      const plain = {
        ...series,
        id: `class-${group}`,
        symbolSize: small,
        itemStyle: { color, opacity: lit ? 0.28 : 0.82 },
        data: data(lit ? members.filter(({ at }) => !lit.has(at)) : members),
      };
      if (!lit) return [plain];
      // Larger and ringed, so that they stand out without their colour.
      const selected = {
        ...series,
        id: `selected-${group}`,
        z: 3,
        symbolSize: small + 2.5,
        itemStyle: { color, opacity: 1, borderColor: colours.text, borderWidth: 1.4 },
        data: data(members.filter(({ at }) => lit.has(at))),
      };
      return [plain, selected];
    }),
  };
}
