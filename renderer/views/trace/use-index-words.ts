/** How the index of a trace and its points are called: rounds, epochs, or whatever a learner counts. */
import { useCallback } from "react";
import { useViewWords, type ViewKey } from "../words.ts";

const known: Readonly<Record<string, ViewKey>> = {
  round: "index.round",
  epoch: "index.epoch",
  pass: "index.pass",
  iteration: "index.iteration",
};

/** The index's name, and the name of one point. */
export function useIndexWords(index: string): { index: string; pointName: (at: number) => string } {
  const { v } = useViewWords();
  const key = known[index];
  const name = key ? v(key) : index;
  const pointName = useCallback((at: number) => v("index.point", { index: name, at: String(at) }), [v, name]);
  return { index: name, pointName };
}
