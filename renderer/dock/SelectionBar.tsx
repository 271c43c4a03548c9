/** What is selected, where, and what can be done with it. Stands beside the tabs of the dock, so that no view moves for it. */
import { Filter, X } from "lucide-react";
import { Button } from "../parts/Button.tsx";
import { clearRows } from "../store/row-selection.ts";
import { outputTitle } from "../store/titles.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";

/** One row; nothing while nothing is selected. */
export function SelectionBar() {
  const editor = useEditor();
  const { t } = useWords();
  const rows = useEditorState((state) => state.rows);
  const title = useEditorState((state) =>
    state.rows ? outputTitle(state, state.rows.place.maker, state.rows.place.port) : "",
  );
  if (!rows) return null;
  const { count, here, total } = rows;
  const words =
    count === here
      ? t("rows.selectedAll", { count, total, title })
      : t("rows.selected", { count, here, total, title });
  return (
    <section className="selection-bar" aria-label={t("rows.bar")}>
      <i className="selection-mark" aria-hidden />
      <span className="clip" role="status" title={words} data-testid="selection-words" data-count={count}>
        {words}
      </span>
      <Button
        title={t("rows.filterHint")}
        aria-label={t("rows.filter")}
        data-testid="selection-filter"
        onClick={() => void import("../store/filter-rows.ts").then(({ filterRows }) => filterRows(editor))}
      >
        <Filter size={13} aria-hidden />
        <span>{t("rows.filter")}</span>
      </Button>
      <Button
        aria-label={t("rows.clear")}
        title={`${t("rows.clear")} · Esc`}
        data-testid="selection-clear"
        onClick={() => clearRows(editor)}
      >
        <X size={13} aria-hidden />
        <span>{t("rows.clear")}</span>
      </Button>
    </section>
  );
}
