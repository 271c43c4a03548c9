/** The option type of our charts, and what every chart has alike: axes with names, thin lines, tooltip, no animation. */
import type { BarSeriesOption, LineSeriesOption, ScatterSeriesOption } from "echarts/charts";
import type { GridComponentOption, TooltipComponentOption } from "echarts/components";
import type { ComposeOption } from "echarts/core";
import type { Colours } from "../colours.ts";

export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | ScatterSeriesOption | GridComponentOption | TooltipComponentOption
>;

export type AxisNames = { readonly x: string; readonly y: string };

/** What we set of an axis; ECharts types the two axes apart although they take the same. */
export type Axis = {
  type: "value";
  axisLabel: { color: string; fontSize: number; margin: number; hideOverlap: boolean };
  [setting: string]: unknown;
};

/** The parts that every chart starts from. */
export type Base = Omit<ChartOption, "xAxis" | "yAxis"> & { xAxis: Axis; yAxis: Axis };

/** A chart redraws ten times a second while something trains: nothing in it moves by itself. */
export function baseOption(colours: Colours, names: AxisNames): Base {
  const plain = axis(colours);
  return {
    animation: false,
    textStyle: { fontFamily: colours.font },
    grid: { left: 42, right: 12, top: 20, bottom: 32 },
    xAxis: {
      ...plain,
      name: names.x,
      nameLocation: "middle",
      nameGap: 19,
      splitLine: { show: false },
    },
    yAxis: {
      ...plain,
      name: names.y,
      nameGap: 7,
      nameTextStyle: { align: "left", padding: [0, 0, 0, -38], color: colours.text3, fontSize: 10 },
      axisLine: { show: false, onZero: false },
    },
  };
}

function axis(colours: Colours): Axis {
  return {
    type: "value",
    nameTextStyle: { color: colours.text3, fontSize: 10 },
    axisLine: { onZero: false, lineStyle: { color: colours.lineStrong } },
    axisTick: { show: false },
    axisLabel: { color: colours.text3, fontSize: 10, margin: 5, hideOverlap: true },
    splitLine: { lineStyle: { color: colours.line } },
    splitNumber: 5,
  };
}

/** The look of a tooltip, in the tokens of the page. */
export function tooltipStyle(): TooltipComponentOption {
  return {
    className: "chart-tip",
    transitionDuration: 0,
    appendTo: "body",
    backgroundColor: "var(--raised)",
    borderColor: "var(--line-strong)",
    borderWidth: 1,
    padding: [6, 9],
    textStyle: { color: "var(--text)", fontSize: 12 },
    extraCssText: "box-shadow: var(--shadow-2); border-radius: var(--radius);",
  };
}
