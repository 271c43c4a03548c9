/** Curves that no view knows by name: drawn as they come, so that a new learner's trace is never invisible. */
import { useMemo } from "react";
import type { TraceLook } from "../../../core/service/look.ts";
import { Curves } from "../chart/Curves.tsx";
import { useColours } from "../colours.ts";
import { useRound } from "../frame/choices.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { otherSeries } from "./series-of.ts";
import { useIndexWords } from "./use-index-words.ts";

/** Fills its parent. */
export function OtherCurves({ look, source, title, exporter }: ViewProps<TraceLook>) {
  const { v, named } = useViewWords();
  const colours = useColours();
  const { index, pointName } = useIndexWords(look.index);
  const [round, choose] = useRound(source.signature);
  const series = useMemo(
    () => otherSeries(look, colours, (key) => named("series", key)),
    [look, colours, named],
  );
  const sole = series.length === 1 ? series[0]?.name : undefined;
  const names = useMemo(() => ({ x: index, y: sole ?? v("axis.value") }), [index, sole, v]);
  const label = `${title}: ${sole ?? v("trace.curves")}`;
  return (
    <Curves
      form="lines"
      label={label}
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
