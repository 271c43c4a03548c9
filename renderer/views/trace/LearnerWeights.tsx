/** How much each round's learner has to say: α as bars. A click marks the round in every view of the same result. */
import type { TraceLook } from "../../../core/service/look.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { weightSeries } from "./series-of.ts";
import { TraceCurves } from "./TraceCurves.tsx";

/** Fills its parent. */
export function LearnerWeights(props: ViewProps<TraceLook>) {
  const { v } = useViewWords();
  const words = () => ({ name: v("trace.alpha"), y: v("axis.alpha") });
  return <TraceCurves {...props} form="bars" pick={weightSeries} words={words} />;
}
