/** How the index of a trace and its points are called: rounds, epochs, or whatever a learner counts. */
import { useCallback } from "react";
import { useViewWords } from "../words.ts";

/** The index's name, and the name of one point. */
export function useIndexWords(index: string): { index: string; pointName: (at: number) => string } {
  const { v } = useViewWords();
  const name = index === "round" ? v("index.round") : index === "epoch" ? v("index.epoch") : index;
  const pointName = useCallback((at: number) => v("index.point", { index: name, at: String(at) }), [v, name]);
  return { index: name, pointName };
}
