/** The bars of one column, each a button that selects its rows; what of a bar is selected is filled, the rest pale. */
import type { KeyboardEvent } from "react";
import type { ColumnProfileLook } from "../../../core/service/look-detail.ts";
import { howOf } from "../../store/row-selection.ts";
import type { SelectRows } from "../../store/use-row-selection.ts";
import type { Colours } from "../colours.ts";
import { shorten } from "../confusion/MatrixPicture.tsx";
import { layBins } from "../detail/bins.ts";
import { useViewWords } from "../words.ts";
import { barWhere } from "./bar-where.ts";
import { barsOf, cellOf } from "./profile-facts.ts";

export type BarAt = { readonly column: number; readonly bar: number };

type ColumnBarsProps = {
  column: ColumnProfileLook;
  /** Position among the columns that are shown. */
  index: number;
  rows: number;
  width: number;
  /** Of the whole row. */
  height: number;
  /** Whether the ends of the numbers, or the levels, stand below the bars. */
  labelled: boolean;
  colours: Colours;
  /** Selected rows in each bar; left out while nothing is selected. */
  marked: readonly number[] | undefined;
  /** The bar of this column that the Tab key stops at. */
  stop: number | undefined;
  go: (at: BarAt) => void;
  select: SelectRows | undefined;
};

/** What is not bars: above and below them, and the line of words where there is one. */
const [around, foot] = [10, 15];

/** Bars on a line. */
export function ColumnBars(props: ColumnBarsProps) {
  const { column, index, rows, width, height, labelled, colours, marked, stop, go, select } = props;
  const tall = height - around - (labelled ? foot : 0);
  const widest = labelled ? 72 : 26;
  const { v, language, integer } = useViewWords();
  const { numbers, levels = [] } = column;
  const ends = [numbers?.least ?? 0, numbers?.greatest ?? 0] as const;
  const bins = layBins(barsOf(column, rows), ends, { width, height: tall });
  return (
    <>
      {bins.map(({ x, y, width: wide, height, low, high, count }, i) => {
        const selected = marked?.[i] ?? 0;
        const where = barWhere(column, i);
        const span = numbers
          ? `${cellOf(column, low, language)} … ${cellOf(column, high, language)}`
          : (levels[i]?.level ?? v("profile.others"));
        const words = `${span}: ${integer(count)}`;
        const said = selected > 0 ? `${words}, ${v("tree.selected", { count: integer(selected) })}` : words;
        const box = { x: x + 0.4, width: Math.max(0.5, Math.min(wide, widest) - 0.8) };
        const fill = numbers ? colours.table : levels[i] ? colours.learner : colours.text3;
        const part = count === 0 ? 0 : Math.max(1, (selected / count) * height);
        return (
          <g
            key={x}
            data-selected={selected}
            {...(select &&
              where && {
                className: "profile-bar",
                role: "button",
                "data-bar": `${index}-${i}`,
                tabIndex: i === stop ? 0 : -1,
                "aria-pressed": selected > 0,
                "aria-label": `${column.name}, ${said}`,
                onFocus: () => go({ column: index, bar: i }),
                onClick: (event) => select(where, howOf(event)),
                onKeyDown: (event) => {
                  if (event.key !== "Enter" && event.key !== " ") return;
                  event.preventDefault();
                  event.stopPropagation();
                  select(where, event.key === " " ? "toggle" : howOf(event));
                },
              })}
          >
            {/* All of the height can be clicked: a bar of one row is a pixel high. */}
            <rect {...box} height={tall} fill="transparent" className="profile-room" />
            <rect {...box} y={y} height={height} fill={fill} opacity={marked ? 0.32 : 1} />
            {selected > 0 ? (
              <rect
                {...box}
                y={tall - part}
                height={part}
                fill={fill}
                stroke={colours.text}
                strokeWidth={0.8}
              />
            ) : null}
            <title>{said}</title>
          </g>
        );
      })}
      <path d={`M0 ${tall + 0.5}H${width}`} stroke={colours.lineStrong} />
      {labelled && numbers
        ? [ends[0], ends[1]].map((end, i) => (
            <text
              // biome-ignore lint/suspicious/noArrayIndexKey: the two ends, which may be one number
              key={i}
              x={i * width}
              y={tall + 12}
              fontSize={10}
              fill={colours.text3}
              textAnchor={i === 0 ? "start" : "end"}
            >
              {cellOf(column, end, language)}
            </text>
          ))
        : null}
      {labelled && !numbers
        ? bins.map(({ x, width: wide }, i) => (
            <text key={x} x={x} y={tall + 12} fontSize={10} fill={colours.text3}>
              {shorten(levels[i]?.level ?? v("profile.others"), wide / 6)}
            </text>
          ))
        : null}
    </>
  );
}

/** Left and right along the bars of a column, up and down to the next one that has bars. */
export function moveAlongBars(
  event: KeyboardEvent<SVGSVGElement>,
  columns: readonly ColumnProfileLook[],
  rows: number,
  go: (at: BarAt) => void,
): void {
  const name = event.target instanceof Element ? event.target.getAttribute("data-bar") : null;
  const [column = 0, bar = 0] = name?.split("-").map(Number) ?? [];
  if (name === null || !event.key.startsWith("Arrow")) return;
  event.preventDefault();
  event.stopPropagation();
  const across = { ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? 0;
  const down = { ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0;
  const there = columns[column + down];
  if (!there) return;
  const most = barsOf(there, rows).length - 1;
  const at = { column: column + down, bar: Math.max(0, Math.min(most, bar + across)) };
  const next = event.currentTarget.querySelector<SVGElement>(`[data-bar="${at.column}-${at.bar}"]`);
  if (!next) return;
  go(at);
  next.focus();
}
