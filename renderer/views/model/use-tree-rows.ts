/** The rows behind a tree: which node holds how many selected ones, and how to select those of a node. */
import { fitTable } from "../../store/fed-by.ts";
import type { How } from "../../store/row-selection.ts";
import { nowhere, useFed } from "../../store/use-fed.ts";
import { useMarks, useSelectRows } from "../../store/use-row-selection.ts";
import type { Source } from "../view.ts";

export type TreeRows = {
  /** Selected rows at each node; `undefined` while nothing is selected, or where that is not known. */
  readonly marked: readonly number[] | undefined;
  readonly choose: ((node: number, how: How) => void) | undefined;
};

/** `member`: which of an ensemble is open, 0-based. */
export function useTreeRows(source: Source, member: number | undefined): TreeRows {
  const table = useFed(source, fitTable);
  const known = table !== nowhere;
  const marks = useMarks(known ? source : nowhere, {
    table,
    ...(member === undefined ? {} : { member }),
  });
  const select = useSelectRows(source);
  const { signature, port } = table;
  const choose =
    select &&
    known &&
    ((node: number, how: How) =>
      select(
        { by: "node", node, table: { signature, port }, ...(member === undefined ? {} : { member }) },
        how,
      ));
  return { marked: marks?.kind === "nodes" ? marks.nodes : undefined, choose: choose || undefined };
}
