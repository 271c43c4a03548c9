/** The numbers of a run. */
import { lookAt } from "./look.ts";

/** The numbers that a node's outputs contribute to the scores of a run. */
export function scoresOf(outputs: Readonly<Record<string, unknown>>): Record<string, number> {
  const scores: Record<string, number> = {};
  for (const value of Object.values(outputs)) {
    const look = lookAt(value, {});
    if (look?.kind !== "scores") continue;
    for (const [name, number] of Object.entries(look.values)) if (number !== null) scores[name] = number;
  }
  return scores;
}
