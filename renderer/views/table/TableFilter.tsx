/** Which rows of a table are shown: a condition as a filter node takes it, what is wrong with it, and how to keep it as a node. */
import { Filter, ListFilter, X } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import type { Diagnostic } from "../../../core/base/diagnostic.ts";
import { wordDiagnostic } from "../../../core/words/word.ts";
import { Button } from "../../parts/Button.tsx";
import { useWords } from "../../store/use-editor.ts";
import { useViewWords } from "../words.ts";
import "./table-filter.css";

const longest = 20_000;

type TableFilterProps = {
  where: string;
  /** Shows the rows for which this holds; all of them for an empty text. */
  apply: (where: string) => void;
  /** A condition that would make sense here. */
  example: string;
  /** Of the newest condition. */
  failed: Diagnostic | undefined;
  waiting: boolean;
  /** What came of it; none where every row is shown. */
  found: { rows: number; of: number; unknown: number } | undefined;
  /** Makes a node of the condition. */
  keep: (() => void) | undefined;
};

/** One low row, and a second one below it where the condition cannot be understood. */
export function TableFilter({ where, apply, example, failed, waiting, found, keep }: TableFilterProps) {
  const { v, language } = useViewWords();
  const { t } = useWords();
  const [draft, setDraft] = useState({ of: where, text: where });
  const text = draft.of === where ? draft.text : where;
  const problem = useId();
  const worded = failed && wordDiagnostic(failed, language);
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    // The keys belong to the text, not to the canvas.
    event.stopPropagation();
    if (event.key === "Enter") apply(text.trim());
    if (event.key === "Escape") setDraft({ of: where, text: where });
  };
  return (
    <>
      <div className="table-filter" data-on={where !== ""}>
        <ListFilter size={12} aria-hidden className="cell-icon" />
        <input
          className="table-where"
          data-testid="table-where"
          aria-label={v("table.where")}
          title={v("table.whereHint")}
          placeholder={example === "" ? v("table.where") : v("table.whereExample", { name: example })}
          aria-invalid={failed !== undefined}
          aria-describedby={failed ? problem : undefined}
          aria-busy={waiting}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          maxLength={longest}
          value={text}
          onChange={(event) => setDraft({ of: where, text: event.target.value })}
          onKeyDown={press}
          onBlur={() => text.trim() !== where && apply(text.trim())}
        />
        <span role="status" className="table-found" data-testid="table-found" data-rows={found?.rows}>
          {found ? v("table.found", { count: found.rows, total: found.of }) : ""}
          {found && found.unknown > 0 ? ` · ${v("table.unknown", { count: found.unknown })}` : ""}
        </span>
        {where !== "" && keep && !failed ? (
          <Button
            className="table-filter-tool"
            title={v("table.keepHint")}
            data-testid="table-filter-node"
            onClick={keep}
          >
            <Filter size={12} aria-hidden />
            <span>{t("rows.filter")}</span>
          </Button>
        ) : null}
        {where === "" ? null : (
          <Button
            look="ghost"
            className="table-filter-tool"
            aria-label={v("table.all")}
            title={v("table.all")}
            data-testid="table-all"
            onClick={() => apply("")}
          >
            <X size={12} aria-hidden />
          </Button>
        )}
      </div>
      {worded ? (
        <p className="table-problem" id={problem} role="alert" data-testid="table-problem">
          {worded.what} {worded.hint}
        </p>
      ) : null}
    </>
  );
}
