/** Which rows of a sample (`use-sample.ts`) are selected. */
import { useMemo } from "react";
import { type RowSource, useMarks } from "../../store/use-row-selection.ts";
import type { Source } from "../view.ts";
import { sampleWindows } from "./sample-windows.ts";

const nowhere: RowSource = { signature: "", port: "" };
const nothing = { offset: 0, limit: 0 };
/** Up to this many rows the sample is all of them. */
const all = 2000;

/** Positions of selected rows of the sample; `undefined` where nothing of the selection is in the whole result. */
export function useSampleMarks(rowCount: number, source: Source): ReadonlySet<number> | undefined {
  // One window, or four: always four questions, those too many are of nothing.
  const [a, b, c, d] = useMemo(
    () => (rowCount <= all ? [{ offset: 0, limit: rowCount }] : sampleWindows(rowCount)),
    [rowCount],
  );
  const first = useMarks(source, a ?? nothing);
  const second = useMarks(b ? source : nowhere, b ?? nothing);
  const third = useMarks(c ? source : nowhere, c ?? nothing);
  const fourth = useMarks(d ? source : nowhere, d ?? nothing);
  return useMemo(() => {
    if (first?.kind !== "rows" || first.count === 0) return undefined;
    const parts = [first, second, third, fourth];
    return new Set(parts.flatMap((part) => (part?.kind === "rows" ? part.rows : [])));
  }, [first, second, third, fourth]);
}
