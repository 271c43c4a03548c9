/** How much each round's learner has to say: α as bars. A click marks the round in every view of the same result. */
import { useMemo } from "react";
import type { TraceLook } from "../../../core/service/look.ts";
import { Curves } from "../chart/Curves.tsx";
import { useColours } from "../colours.ts";
import { useRound } from "../frame/choices.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { useIndexWords } from "./use-index-words.ts";

/** Fills its parent. */
export function LearnerWeights({ look, source, title, exporter }: ViewProps<TraceLook>) {
  const { v, named } = useViewWords();
  const colours = useColours();
  const { index, pointName } = useIndexWords(look.index);
  const [round, choose] = useRound(source.signature);
  const series = useMemo(
    () => [
      {
        key: "alpha",
        name: named("series", "alpha"),
        values: look.series.alpha ?? [],
        colour: colours.learner,
      },
    ],
    [look, colours, named],
  );
  const names = useMemo(() => ({ x: index, y: v("axis.alpha") }), [index, v]);
  const label = `${title}: ${v("trace.alpha")}`;
  return (
    <Curves
      form="bars"
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
