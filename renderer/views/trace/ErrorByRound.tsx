/** Error by round: of the ensemble, of each learner, and the bound that holds the first. */
import type { TraceLook } from "../../../core/service/look.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { errorSeries } from "./series-of.ts";
import { TraceCurves } from "./TraceCurves.tsx";

/** Fills its parent. */
export function ErrorByRound(props: ViewProps<TraceLook>) {
  const { v } = useViewWords();
  const words = () => ({ name: v("trace.error"), y: v("axis.error") });
  return <TraceCurves {...props} form="lines" pick={errorSeries} words={words} />;
}
