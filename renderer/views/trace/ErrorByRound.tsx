/** Error by round: of the ensemble, of each learner, and the bound that holds the first. */
import { useMemo } from "react";
import type { TraceLook } from "../../../core/service/look.ts";
import { Curves } from "../chart/Curves.tsx";
import { useColours } from "../colours.ts";
import { useRound } from "../frame/choices.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { errorSeries } from "./series-of.ts";
import { useIndexWords } from "./use-index-words.ts";

/** Fills its parent. */
export function ErrorByRound({ look, source, title, exporter }: ViewProps<TraceLook>) {
  const { v, named } = useViewWords();
  const colours = useColours();
  const { index, pointName } = useIndexWords(look.index);
  const [round, choose] = useRound(source.signature);
  const series = useMemo(
    () => errorSeries(look, colours, (key) => named("series", key)),
    [look, colours, named],
  );
  const names = useMemo(() => ({ x: index, y: v("axis.error") }), [index, v]);
  const label = `${title}: ${v("trace.error")}`;
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
