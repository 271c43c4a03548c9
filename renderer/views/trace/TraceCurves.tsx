/** What all pictures of a trace have alike: the index along x, the chosen round, the frame of curves. */
import { useMemo } from "react";
import type { TraceLook } from "../../../core/service/look.ts";
import { Curves } from "../chart/Curves.tsx";
import type { Series } from "../chart/series.ts";
import { type Colours, useColours } from "../colours.ts";
import { useRound } from "../frame/choices.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { useIndexWords } from "./use-index-words.ts";

type TraceCurvesProps = ViewProps<TraceLook> & {
  form: "lines" | "bars";
  /** Which curves, in order; a constant function. */
  pick: (look: TraceLook, colours: Colours, name: (key: string) => string) => Series[];
  /** Names of the view and of the y axis, given the curves. */
  words: (series: readonly Series[]) => { name: string; y: string };
};

/** Fills its parent. */
export function TraceCurves({ look, source, title, exporter, form, pick, words }: TraceCurvesProps) {
  const { named } = useViewWords();
  const colours = useColours();
  const { index, pointName } = useIndexWords(look.index);
  const [round, choose] = useRound(source.signature);
  const series = useMemo(
    () => pick(look, colours, (key) => named("series", key)),
    [pick, look, colours, named],
  );
  const { name, y } = words(series);
  const names = useMemo(() => ({ x: index, y }), [index, y]);
  return (
    <Curves
      form={form}
      label={`${title}: ${name}`}
      at={look.at}
      series={series}
      names={names}
      pointName={pointName}
      chosen={round}
      choose={choose}
      exporter={exporter}
    />
  );
}
