/** Where the bars of importances stand: a name to the left, a bar from zero, its spread as a line. Pure. */
import type { ImportanceLook } from "../../../core/service/look.ts";

export type Bar = {
  readonly name: string;
  readonly y: number;
  /** Left end and width of the bar. */
  readonly x: number;
  readonly width: number;
  /** Ends of the spread. */
  readonly low: number;
  readonly high: number;
};

export type BarLayout = {
  readonly bars: readonly Bar[];
  readonly rowHeight: number;
  readonly zero: number;
  readonly labelWidth: number;
  readonly height: number;
  /** Round numbers along the axis with their places. */
  readonly ticks: readonly { readonly value: number; readonly x: number }[];
};

/** The tallest row in a panel; in a room that is taller than a panel rows are, too. */
const tallest = 22;
const tallestShare = 0.06;
const lowest = 14;
const axis = 18;

/** All bars; taller than the room when there are many, and then it scrolls. */
export function layBars(
  { features }: Pick<ImportanceLook, "features">,
  room: { width: number; height: number },
): BarLayout {
  const longest = Math.max(1, ...features.map(({ name }) => name.length));
  const labelWidth = Math.min(room.width * 0.36, longest * 6.2 + 12);
  const most = Math.max(tallest, Math.min(2 * tallest, tallestShare * room.height));
  const rowHeight = Math.max(lowest, Math.min(most, (room.height - axis) / Math.max(1, features.length)));
  const left = Math.min(0, ...features.map(({ mean, sd }) => mean - sd));
  const right = Math.max(0, ...features.map(({ mean, sd }) => mean + sd));
  const span = right - left || 1;
  const wide = Math.max(1, room.width - labelWidth - 14);
  const place = (value: number) => labelWidth + ((value - left) / span) * wide;
  return {
    bars: features.map(({ name, mean, sd }, i) => ({
      name,
      y: i * rowHeight,
      x: Math.min(place(0), place(mean)),
      width: Math.abs(place(mean) - place(0)),
      low: place(mean - sd),
      high: place(mean + sd),
    })),
    rowHeight,
    zero: place(0),
    labelWidth,
    height: features.length * rowHeight + axis,
    ticks: roundSteps(left, right).map((value) => ({ value, x: place(value) })),
  };
}

/** Three to six round numbers within the ends. */
function roundSteps(low: number, high: number): number[] {
  const rough = (high - low) / 4;
  if (!(rough > 0)) return [0];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough) ?? rough;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}
