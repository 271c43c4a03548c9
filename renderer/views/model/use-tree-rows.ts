/** The rows behind a tree: which node holds how many selected ones, and how to select those of a node. */
import { useMemo } from "react";
import type { ResultPort } from "../../../core/service/selection.ts";
import { fitTable } from "../../store/fit-table.ts";
import type { How } from "../../store/row-selection.ts";
import { useEditorState } from "../../store/use-editor.ts";
import { type RowSource, useMarks, useSelectRows } from "../../store/use-row-selection.ts";
import type { Source } from "../view.ts";

const nowhere: RowSource = { signature: "", port: "" };

export type TreeRows = {
  /** Selected rows at each node; `undefined` while nothing is selected, or where that is not known. */
  readonly marked: readonly number[] | undefined;
  readonly choose: ((node: number, how: How) => void) | undefined;
};

/** `member`: which of an ensemble is open, 0-based. */
export function useTreeRows(source: Source, member: number | undefined): TreeRows {
  const at = useEditorState((state) => fitTable(state, source));
  const table = useMemo<ResultPort | undefined>(() => {
    const [signature, port] = at?.split("|") ?? [];
    return signature === undefined || port === undefined ? undefined : { signature, port };
  }, [at]);
  const marks = useMarks(table ? source : nowhere, {
    ...(table && { table }),
    ...(member === undefined ? {} : { member }),
  });
  const select = useSelectRows(source);
  const choose =
    select &&
    table &&
    ((node: number, how: How) =>
      select({ by: "node", node, table, ...(member === undefined ? {} : { member }) }, how));
  return { marked: marks?.kind === "nodes" ? marks.nodes : undefined, choose };
}
