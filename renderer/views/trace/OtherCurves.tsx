/** Curves that no view knows by name: drawn as they come, so that a new learner's trace is never invisible. */
import type { TraceLook } from "../../../core/service/look.ts";
import type { Series } from "../chart/series.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { otherSeries } from "./series-of.ts";
import { TraceCurves } from "./TraceCurves.tsx";

/** Fills its parent. A curve that is alone gives the view and its axis their names. */
export function OtherCurves(props: ViewProps<TraceLook>) {
  const { v } = useViewWords();
  const words = (series: readonly Series[]) => {
    const sole = series.length === 1 ? series[0]?.name : undefined;
    return { name: sole ?? v("trace.curves"), y: sole ?? v("axis.value") };
  };
  return <TraceCurves {...props} form="lines" pick={otherSeries} words={words} />;
}
