/** The curves of a trace, sorted into what belongs on one axis: errors as shares of rows, learner weights, the rest. */
import type { TraceLook } from "../../../core/service/look.ts";
import type { Series } from "../chart/series.ts";
import type { Colours } from "../colours.ts";

type Stroke = Pick<Series, "colour" | "dashed" | "thin">;

const errors = ["bound", "error", "trainingError"] as const;
const weights = ["alpha", "alphaHalf"] as const;

/** Whether a trace has anything to say under any of these names. */
export function hasSeries(look: TraceLook, names: readonly string[]): boolean {
  return names.some((name) => look.series[name]?.some((value) => value !== null));
}

/** Names of the series that are neither errors nor learner weights, such as a loss. */
export function otherNames({ series }: TraceLook): string[] {
  const known: readonly string[] = [...errors, ...weights];
  return Object.keys(series).filter((name) => !known.includes(name));
}

/** Whether there are errors by round. */
export function hasErrors(look: TraceLook): boolean {
  return hasSeries(look, errors);
}

/** Training error, error of each learner, and the dashed bound, those that are there; the bound lies lowest. */
export function errorSeries(look: TraceLook, colours: Colours, name: (key: string) => string): Series[] {
  const strokes: Readonly<Record<(typeof errors)[number], Stroke>> = {
    bound: { colour: colours.text3, dashed: true },
    error: { colour: colours.predictions, thin: true },
    trainingError: { colour: colours.learner },
  };
  return [...errors].reverse().flatMap((key) => {
    const values = look.series[key];
    return values?.some((value) => value !== null) ? [{ key, name: name(key), values, ...strokes[key] }] : [];
  });
}

/** The say of each round's learner. */
export function weightSeries(look: TraceLook, colours: Colours, name: (key: string) => string): Series[] {
  return [{ key: "alpha", name: name("alpha"), values: look.series.alpha ?? [], colour: colours.learner }];
}

/** Everything else, in class colours, every other one dashed so that colour is never the only sign. */
export function otherSeries(look: TraceLook, colours: Colours, name: (key: string) => string): Series[] {
  return otherNames(look).map((key, index) => ({
    key,
    name: name(key),
    values: look.series[key] ?? [],
    colour: colours.classes[index % colours.classes.length] ?? colours.text2,
    dashed: index % 2 === 1,
  }));
}
