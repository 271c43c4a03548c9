/**
 * Lines through points of a plane, with a legend that reads out the point under the pointer. Arrow keys walk along a
 * line (left, right) and from line to line (up, down); screen readers meet a slider that says the point, and a table.
 */
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { type How, howOf } from "../../store/row-selection.ts";
import { useColours } from "../colours.ts";
import type { Sheet } from "../csv.ts";
import { type Exporter, useTakeaway } from "../frame/exporter.ts";
import { HiddenTable } from "../frame/HiddenTable.tsx";
import { fixed } from "../numbers.ts";
import { useViewWords } from "../words.ts";
import { Chart } from "./Chart.tsx";
import { Legend } from "./Legend.tsx";
import { nearestPoint, spanOf, type XyPlan, type XyPoint, xyOption } from "./xy.ts";
import "./chart.css";

type XyCurvesProps = Omit<XyPlan, "colours" | "chosen"> & {
  label: string;
  /** A point in words, e.g. "threshold 0.4, recall 0.9". */
  say: (point: XyPoint) => string;
  sheet: () => Sheet;
  exporter: Exporter;
  /** Selects what a point stands for: by a click, or by Enter and Space at the point that is read out. */
  pick?: ((point: XyPoint, how: How) => void) | undefined;
};

/** Fills its parent. */
export function XyCurves({ label, say, sheet, exporter, pick, ...drawn }: XyCurvesProps) {
  const { lines, guides, names, xRange, yRange, categories, spots } = drawn;
  const colours = useColours();
  const { language } = useViewWords();
  const [wanted, choose] = useState<XyPoint>();
  const chosen = wanted && lines[wanted.line]?.x[wanted.point] !== undefined ? wanted : undefined;
  const svg = useRef<(() => string) | undefined>(undefined);
  useTakeaway(exporter, { svg: () => svg.current?.() ?? "", sheet });
  const option = useMemo(
    () =>
      xyOption({
        lines,
        guides,
        names,
        ...(xRange && { xRange }),
        ...(yRange && { yRange }),
        ...(categories && { categories }),
        ...(spots && { spots }),
        colours,
        chosen,
      }),
    [lines, guides, names, xRange, yRange, categories, spots, colours, chosen],
  );
  const front = chosen && lines[chosen.line];
  const named = useMemo(() => lines.filter(({ faint }) => !faint), [lines]);
  return (
    <div
      className="curves curves-xy"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, (front ?? lines[0])?.x.length ?? 1) - 1}
      aria-valuenow={chosen?.point ?? 0}
      aria-valuetext={chosen ? say(chosen) : label}
      data-pick={pick !== undefined}
      onClick={(event) => chosen && pick?.(chosen, howOf(event))}
      onKeyDown={(event) => {
        if (pick && chosen && (event.key === "Enter" || event.key === " ")) {
          event.preventDefault();
          event.stopPropagation();
          return pick(chosen, event.key === " " ? "toggle" : howOf(event));
        }
        return walk(
          event,
          lines.map(({ x, faint }) => (faint ? 0 : x.length)),
          chosen,
          choose,
        );
      }}
    >
      <Legend
        series={(front ? [front] : named).map((line) => ({ ...line, values: [] }))}
        values={[]}
        heading={chosen ? say(chosen) : undefined}
        bars={false}
      />
      <Chart
        option={option}
        onHover={(place) => choose(place && nearestPoint(lines, place, spanOf(lines, drawn)))}
        onReady={(draw) => {
          svg.current = draw;
        }}
      />
      <HiddenTable
        caption={label}
        head={["", names.x, names.y]}
        of={lines}
        rows={() =>
          named.flatMap(({ name, x, y }) =>
            x.map((at, point) => [name, categories?.[at] ?? fixed(language, at), fixed(language, y[point])]),
          )
        }
      />
    </div>
  );
}

const sideways: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
const upwards: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** `lengths`: points of each line, 0 for one that is only background. */
function walk(
  event: KeyboardEvent,
  lengths: readonly number[],
  chosen: XyPoint | undefined,
  choose: (point: XyPoint | undefined) => void,
): void {
  const { line, point } = chosen ?? {
    line: Math.max(
      0,
      lengths.findIndex((length) => length > 0),
    ),
    point: -1,
  };
  const last = (lengths[line] ?? 1) - 1;
  const next = (): XyPoint | undefined => {
    if (event.key === "Home") return { line, point: 0 };
    if (event.key === "End") return { line, point: last };
    const step = sideways[event.key];
    if (step !== undefined) return { line, point: Math.min(last, Math.max(0, point + step)) };
    const turn = upwards[event.key] ?? 1;
    for (let other = line + turn; other >= 0 && other < lengths.length; other += turn) {
      const length = lengths[other] ?? 0;
      if (length > 0) return { line: other, point: Math.min(Math.max(0, point), length - 1) };
    }
    return chosen;
  };
  if (event.key === "Escape" && chosen) choose(undefined);
  else if (event.key in sideways || event.key in upwards || event.key === "Home" || event.key === "End")
    choose(next());
  else return;
  event.preventDefault();
  event.stopPropagation();
}
