/** The result that another one was made from, for views that select and mark rows there. */
import { useMemo } from "react";
import type { FindFed } from "./fed-by.ts";
import { useEditorState } from "./use-editor.ts";
import type { RowSource } from "./use-row-selection.ts";

/** Nowhere: nothing can be selected in it, and nothing is marked. */
export const nowhere: RowSource = { signature: "", port: "" };

/** The same object until another result is meant; `nowhere` where there is none. */
export function useFed(source: RowSource, find: FindFed): RowSource {
  const text = useEditorState((state) => find(state, source));
  return useMemo(() => {
    if (text === undefined) return nowhere;
    const [signature, port, maker] = JSON.parse(text) as [string, string, string];
    return { signature, port, maker };
  }, [text]);
}
