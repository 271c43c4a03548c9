/** How much of the selection is in one result, said in words. */
import type { Look } from "../../core/service/look.ts";
import { useWords } from "../store/use-editor.ts";
import { type RowSource, useMarks } from "../store/use-row-selection.ts";

const withRows: ReadonlySet<Look["kind"]> = new Set(["table", "predictions", "confusion"]);

/** Nothing while nothing is selected, and for results that have no rows. */
export function SelectedHere({ kind, source }: { kind: Look["kind"]; source: RowSource }) {
  const { t } = useWords();
  const marks = useMarks(withRows.has(kind) ? source : nowhere, countOnly);
  if (!marks) return null;
  const count = marks.kind === "none" ? 0 : marks.count;
  return (
    <span className="selected-here" data-none={count === 0} data-count={count}>
      {count === 0 ? t("rows.notHere") : t("rows.here", { count })}
    </span>
  );
}

const nowhere: RowSource = { signature: "", port: "" };
const countOnly = { limit: 0 };
