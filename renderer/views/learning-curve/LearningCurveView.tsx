/** Scores by the number of training rows, with bands of one standard deviation over the folds. One metric at a time. */
import { useMemo, useState } from "react";
import type { LearningCurveLook } from "../../../core/service/look.ts";
import { XyCurves } from "../chart/XyCurves.tsx";
import { useColours } from "../colours.ts";
import { Picker } from "../frame/Picker.tsx";
import { fixed } from "../numbers.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { curveLines, headMetric } from "./curve-lines.ts";

const none: readonly [] = [];

/** Fills its parent. */
export function LearningCurveView({ look, title, exporter }: ViewProps<LearningCurveLook>) {
  const { v, language, named, integer } = useViewWords();
  const colours = useColours();
  const metrics = Object.keys(look.metrics);
  const [wanted, choose] = useState<string>();
  const metric = wanted !== undefined && metrics.includes(wanted) ? wanted : headMetric(look);
  const lines = useMemo(
    () =>
      curveLines(look, metric, colours, { training: v("curve.training"), validation: v("curve.validation") }),
    [look, metric, colours, v],
  );
  const names = useMemo(() => ({ x: v("curve.rows"), y: named("metric", metric) }), [metric, v, named]);
  const parts = look.metrics[metric];
  return (
    <>
      <XyCurves
        label={`${title}: ${named("metric", metric)}`}
        lines={lines}
        guides={none}
        names={names}
        say={({ line, point }) => {
          const part = line === 0 ? parts?.training : parts?.validation;
          const rows = integer(look.sizes[point] ?? 0);
          return v("curve.point", {
            count: look.sizes[point] ?? 0,
            shown: rows,
            mean: fixed(language, part?.mean[point]),
            sd: fixed(language, part?.sd[point]),
          });
        }}
        exporter={exporter}
        sheet={() => ({
          head: ["metric", "rows", "training", "training sd", "validation", "validation sd"],
          rows: metrics.flatMap((name) =>
            look.sizes.map((size, i) => [
              name,
              size,
              look.metrics[name]?.training.mean[i] ?? null,
              look.metrics[name]?.training.sd[i] ?? null,
              look.metrics[name]?.validation.mean[i] ?? null,
              look.metrics[name]?.validation.sd[i] ?? null,
            ]),
          ),
        })}
      />
      <Picker
        label={v("curve.metric")}
        value={metric}
        choices={metrics.map((name) => ({ id: name, title: named("metric", name) }))}
        choose={choose}
      />
    </>
  );
}
