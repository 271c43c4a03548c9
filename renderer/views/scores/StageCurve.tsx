/** The score after each stage of a staged model: where more rounds stop helping. */
import { useMemo } from "react";
import type { ScoresLook } from "../../../core/service/look.ts";
import { Curves } from "../chart/Curves.tsx";
import { useColours } from "../colours.ts";
import { useRound } from "../frame/choices.ts";
import { useIndexWords } from "../trace/use-index-words.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";

/** Fills its parent. The error is drawn where there is one; else every metric that was staged. */
export function StageCurve({ look, source, title, exporter }: ViewProps<ScoresLook>) {
  const { v, named } = useViewWords();
  const colours = useColours();
  const { index, pointName } = useIndexWords("round");
  const [round, choose] = useRound(source.signature);
  const staged = useMemo(() => stagedOf(look), [look]);
  const at = useMemo(
    () => Array.from({ length: staged[0]?.[1].length ?? 0 }, (_, stage) => stage + 1),
    [staged],
  );
  const series = useMemo(
    () =>
      staged.map(([key, values], i) => ({
        key,
        name:
          key === "error"
            ? v(look.on === "training" ? "stage.trainingError" : "stage.testError")
            : named("metric", key),
        values,
        colour: i === 0 ? colours.predictions : (colours.classes[i] ?? colours.text2),
        dashed: i % 2 === 1,
      })),
    [staged, look.on, colours, named, v],
  );
  const names = useMemo(
    () => ({
      x: index,
      y: v(
        staged[0]?.[0] === "error" ? "axis.error" : staged[0]?.[0] === "rmse" ? "axis.value" : "axis.score",
      ),
    }),
    [index, staged, v],
  );
  const label = `${title}: ${v("scores.byStage")}`;
  return (
    <Curves
      form="lines"
      label={label}
      at={at}
      series={series}
      names={names}
      pointName={pointName}
      chosen={round}
      choose={choose}
      exporter={exporter}
    />
  );
}

/** An error is one minus its accuracy: drawing both would say one thing twice. */
function stagedOf({ byStage = {} }: ScoresLook): [string, (number | null)[]][] {
  const error = byStage.error ?? byStage.accuracy?.map((value) => (value === null ? null : 1 - value));
  return error ? [["error", error]] : Object.entries(byStage);
}
