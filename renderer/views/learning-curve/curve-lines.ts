/** A learning curve as two lines with bands, and which metric stands first. Pure. */
import type { LearningCurveLook, SpreadLook } from "../../../core/service/look.ts";
import type { XyLine } from "../chart/xy.ts";
import type { Colours } from "../colours.ts";

const first = ["accuracy", "r2"];

/** The metric that is drawn until the reader chooses. */
export function headMetric({ metrics }: LearningCurveLook): string {
  return first.find((name) => Object.hasOwn(metrics, name)) ?? Object.keys(metrics)[0] ?? "";
}

/** Training, dashed, then validation. */
export function curveLines(
  { metrics, sizes }: LearningCurveLook,
  metric: string,
  colours: Colours,
  names: { training: string; validation: string },
): XyLine[] {
  const parts = metrics[metric];
  if (!parts) return [];
  const line = (key: "training" | "validation", colour: string): XyLine => ({
    key,
    name: names[key],
    x: sizes,
    y: parts[key].mean,
    colour,
    dots: true,
    dashed: key === "training",
    ...bandOf(parts[key]),
  });
  return [line("training", colours.learner), line("validation", colours.predictions)];
}

/** One standard deviation to either side; none where a score is missing or a single fold has no spread. */
function bandOf({ mean, sd }: SpreadLook): Pick<XyLine, "band"> {
  const low = mean.flatMap((value, i) => (value === null || sd[i] == null ? [] : [value - (sd[i] ?? 0)]));
  const high = mean.flatMap((value, i) => (value === null || sd[i] == null ? [] : [value + (sd[i] ?? 0)]));
  return low.length === mean.length ? { band: { low, high } } : {};
}
