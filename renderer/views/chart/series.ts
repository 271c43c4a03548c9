/** Curves over a common index as plain data, and the option that draws them. Pure: tested without a page. */

import type { Language } from "../../words/language.ts";
import type { Colours } from "../colours.ts";
import { fixed } from "../numbers.ts";
import { type AxisNames, type Base, baseOption, type ChartOption, tooltipStyle } from "./option.ts";
import { tip } from "./tip.ts";

export type Series = {
  readonly key: string;
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly colour: string;
  readonly dashed?: boolean;
  readonly thin?: boolean;
};

export type CurvePlan = {
  /** Index values, 1-based. */
  readonly at: readonly number[];
  readonly series: readonly Series[];
  readonly names: AxisNames;
  /** How a point of the index is called, e.g. "round 7". */
  readonly pointName: (at: number) => string;
  readonly language: Language;
  readonly colours: Colours;
  /** The chosen point of the index, marked by a line. */
  readonly chosen?: number | undefined;
};

/** Lines over the index. */
export function curveOption(plan: CurvePlan): ChartOption {
  const { at, series, colours } = plan;
  const base = baseOption(colours, plan.names);
  return {
    ...base,
    xAxis: {
      ...base.xAxis,
      min: at[0] ?? 1,
      max: Math.max(at.at(-1) ?? 1, (at[0] ?? 1) + 1),
      minInterval: 1,
    },
    tooltip: {
      ...tooltipStyle(),
      trigger: "axis",
      axisPointer: { lineStyle: { color: colours.lineStrong } },
      formatter: tipOf(plan),
    },
    series: series.map(({ key, name, values, colour, dashed, thin }, index) => ({
      id: key,
      type: "line",
      name,
      data: values.map((value, point) => [at[point] ?? point + 1, value]),
      symbol: at.length === 1 ? "circle" : "none",
      symbolSize: 5,
      silent: true,
      lineStyle: {
        color: colour,
        width: thin ? 1.1 : 1.7,
        opacity: thin ? 0.75 : 1,
        type: dashed ? [4, 4] : "solid",
      },
      itemStyle: { color: colour },
      z: dashed ? 1 : thin ? 2 : 3,
      ...(index === 0 && plan.chosen !== undefined ? { markLine: marker(plan.chosen, colours.accent) } : {}),
    })),
  };
}

/** Bars over the index; the chosen one in the second colour. */
export function barOption(plan: CurvePlan): ChartOption {
  const { at, series, colours, chosen } = plan;
  const base = baseOption(colours, plan.names);
  return {
    ...base,
    xAxis: {
      ...base.xAxis,
      min: (at[0] ?? 1) - 0.5,
      max: (at.at(-1) ?? 1) + 0.5,
      minInterval: 1,
      axisLabel: wholeLabels(base),
    },
    tooltip: { ...tooltipStyle(), trigger: "axis", axisPointer: { type: "none" }, formatter: tipOf(plan) },
    series: series.map(({ key, name, values, colour }) => ({
      id: key,
      type: "bar",
      name,
      barCategoryGap: "18%",
      large: false,
      silent: true,
      data: values.map((value, point) => ({
        value: [at[point] ?? point + 1, value],
        itemStyle: { color: at[point] === chosen ? colours.predictions : colour, borderRadius: [1, 1, 0, 0] },
      })),
    })),
  };
}

function wholeLabels({ xAxis }: Base): object {
  return {
    ...xAxis.axisLabel,
    showMinLabel: false,
    showMaxLabel: false,
    formatter: (value: number) => (Number.isInteger(value) ? String(value) : ""),
  };
}

function marker(at: number, colour: string): object {
  return {
    silent: true,
    symbol: "none",
    animation: false,
    label: { show: false },
    lineStyle: { color: colour, width: 1, type: "solid" },
    data: [{ xAxis: at }],
  };
}

function tipOf({ at, series, pointName, language }: CurvePlan) {
  return (shown: unknown) => {
    const first = (Array.isArray(shown) ? shown[0] : shown) as { dataIndex: number } | undefined;
    const index = first?.dataIndex ?? 0;
    return tip(
      pointName(at[index] ?? index + 1),
      series.map(({ name, colour, dashed, values }) => ({
        name,
        colour,
        dashed: dashed ?? false,
        value: fixed(language, values[index]),
      })),
    );
  };
}

/** The point of `at` (ascending) that lies nearest to `x`. */
export function nearest(at: readonly number[], x: number): number | undefined {
  let low = 0;
  let high = at.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? 0) < x) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [at[low - 1], at[low]];
  return before !== undefined && after !== undefined && x - before < after - x ? before : after;
}
