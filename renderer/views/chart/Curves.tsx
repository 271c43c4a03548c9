/**
 * Curves or bars over rounds, with a legend that doubles as a readout. A round can be chosen by a click or with the
 * arrow keys; screen readers meet a slider that says the values, and a table with all of them.
 */
import { type KeyboardEvent, useMemo, useRef } from "react";
import { useColours } from "../colours.ts";
import type { Sheet } from "../csv.ts";
import { type Exporter, useTakeaway } from "../frame/exporter.ts";
import { HiddenTable } from "../frame/HiddenTable.tsx";
import { fixed } from "../numbers.ts";
import { useViewWords } from "../words.ts";
import { Chart } from "./Chart.tsx";
import { Legend } from "./Legend.tsx";
import type { AxisNames } from "./option.ts";
import { barOption, type CurvePlan, curveOption, nearest, type Series } from "./series.ts";
import "./chart.css";

type CurvesProps = {
  form: "lines" | "bars";
  label: string;
  at: readonly number[];
  series: readonly Series[];
  names: AxisNames;
  pointName: (at: number) => string;
  chosen?: number | undefined;
  choose?: (at: number | undefined) => void;
  exporter?: Exporter;
};

const nowhere: Exporter = { current: {} };

/** Fills its parent. */
export function Curves({
  form,
  label,
  at,
  series,
  names,
  pointName,
  chosen,
  choose,
  exporter = nowhere,
}: CurvesProps) {
  const colours = useColours();
  const { language } = useViewWords();
  const svg = useRef<(() => string) | undefined>(undefined);
  useTakeaway(exporter, { svg: () => svg.current?.() ?? "", sheet: () => sheetOf(names.x, at, series) });
  const option = useMemo(() => {
    const plan: CurvePlan = { at, series, names, pointName, language, colours, chosen };
    return form === "lines" ? curveOption(plan) : barOption(plan);
  }, [form, at, series, names, pointName, language, colours, chosen]);
  const index = chosen === undefined ? -1 : at.indexOf(chosen);
  const values = series.map(({ values }) => (index < 0 ? undefined : fixed(language, values[index], 3)));
  const spoken =
    chosen === undefined
      ? label
      : [pointName(chosen), ...series.map(({ name }, i) => `${name} ${values[i]}`)].join(", ");
  return (
    <div className="curves" {...(choose ? slider({ at, chosen, choose, label, spoken }) : {})}>
      <Legend
        series={series}
        values={values}
        heading={index < 0 || chosen === undefined ? undefined : pointName(chosen)}
        bars={form === "bars"}
      />
      <Chart
        option={option}
        onPick={
          choose &&
          (({ x }) => {
            const next = nearest(at, x);
            choose(next === chosen ? undefined : next);
          })
        }
        onReady={(draw) => {
          svg.current = draw;
        }}
      />
      <HiddenTable
        caption={label}
        head={[names.x, ...series.map(({ name }) => name)]}
        of={series}
        rows={() =>
          at.map((point, i) => [String(point), ...series.map(({ values }) => fixed(language, values[i]))])
        }
      />
    </div>
  );
}

const back = (index: number, last: number) => (index < 0 ? last : index - 1);

/** Where a key moves to from a point of the index; −1 stands for none. */
const moves: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowRight: (index) => index + 1,
  ArrowUp: (index) => index + 1,
  ArrowLeft: back,
  ArrowDown: back,
  Home: () => 0,
  End: (_index, last) => last,
};

type SliderOf = {
  at: readonly number[];
  chosen: number | undefined;
  choose: (at: number | undefined) => void;
  label: string;
  spoken: string;
};

function slider({ at, chosen, choose, label, spoken }: SliderOf) {
  return {
    role: "slider",
    tabIndex: 0,
    "aria-label": label,
    "aria-valuemin": at[0] ?? 0,
    "aria-valuemax": at.at(-1) ?? 0,
    "aria-valuenow": chosen ?? at[0] ?? 0,
    "aria-valuetext": spoken,
    onKeyDown: (event: KeyboardEvent) => {
      const move = moves[event.key];
      if (!move && !(event.key === "Escape" && chosen !== undefined)) return;
      event.preventDefault();
      event.stopPropagation();
      const index = chosen === undefined ? -1 : at.indexOf(chosen);
      choose(move ? at[Math.min(at.length - 1, Math.max(0, move(index, at.length - 1)))] : undefined);
    },
  };
}

/** The numbers behind curves: the index, then a column a series. */
export function sheetOf(index: string, at: readonly number[], series: readonly Series[]): Sheet {
  return {
    head: [index, ...series.map(({ name }) => name)],
    rows: at.map((point, i) => [point, ...series.map(({ values }) => values[i] ?? null)]),
  };
}
