/** How metrics are shown: which is the headline, and what its uncertainty is. */
import type { ScoresLook } from "../../../core/service/look.ts";

const headlines = ["accuracy", "r2", "rmse"];

/** The metric that stands large. */
export function headlineOf({ values }: Pick<ScoresLook, "values">): string | undefined {
  return headlines.find((name) => Object.hasOwn(values, name)) ?? Object.keys(values)[0];
}

/**
 * Standard error of an accuracy on n unseen rows, √(p(1−p)/n): a share of independent rows is binomial. `undefined` for
 * other metrics, and for training rows, where it would promise what it cannot hold.
 */
export function standardError({ on, rows, values }: ScoresLook, name: string): number | undefined {
  const share = values[name];
  if (on !== "unseen" || name !== "accuracy" || share === null || share === undefined || rows < 2)
    return undefined;
  return Math.sqrt((share * (1 - share)) / rows);
}
