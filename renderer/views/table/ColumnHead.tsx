/** The head of a column: kind by icon, name, role where it is not plainly a feature, and what is missing. Pressed, it sorts. */
import { ArrowDown, ArrowUp, Calendar, Hash, type LucideIcon, Tag, ToggleLeft, Type } from "lucide-react";
import type { ColumnKind } from "../../../core/base/table-facts.ts";
import { useWords } from "../../store/use-editor.ts";
import { HeadCell, type Sorting } from "../rows/cells.tsx";
import { useViewWords } from "../words.ts";
import type { ShownColumn } from "./columns.ts";

const icons: Readonly<Record<ColumnKind, LucideIcon>> = {
  numeric: Hash,
  categorical: Tag,
  boolean: ToggleLeft,
  datetime: Calendar,
  text: Type,
};

type ColumnHeadProps = {
  column: ShownColumn;
  /** How rows stand by it. */
  sorting: Sorting;
  /** Left out where rows cannot be sorted: the result is still growing. */
  sort: (() => void) | undefined;
};

/** One cell of the head row. */
export function ColumnHead({ column, sorting, sort }: ColumnHeadProps) {
  const { v, integer } = useViewWords();
  const { t } = useWords();
  const Icon = icons[column.kind];
  const facts = [
    column.name,
    v(`column.${column.kind}`),
    t(`role.${column.role}`),
    ...(column.missing > 0 ? [v("column.missing", { count: column.missing })] : []),
    ...(sort ? [v(`column.sort.${sorting}`)] : []),
  ];
  const Arrow = sorting === "descending" ? ArrowDown : ArrowUp;
  const inside = (
    <>
      <Icon size={11} aria-label={v(`column.${column.kind}`)} className="cell-icon" />
      <span className="clip">{column.name}</span>
      {sorting === "none" ? null : <Arrow size={11} aria-hidden className="cell-sort" />}
      {column.role === "feature" ? null : (
        <span className="cell-role" data-role={column.role}>
          {t(`role.${column.role}`)}
        </span>
      )}
      {column.missing > 0 ? (
        <span className="cell-missing" title={v("column.missing", { count: column.missing })}>
          {integer(column.missing)} ∅
        </span>
      ) : null}
    </>
  );
  return (
    <HeadCell
      column={column.index + 2}
      width={column.width}
      right={column.right}
      title={facts.join(" · ")}
      className={sort ? "cell-sorts" : ""}
      sorting={sort && sorting}
    >
      {sort ? (
        <button
          type="button"
          className="cell-sorter"
          data-testid={`sort-${column.name}`}
          data-right={column.right}
          onClick={sort}
        >
          {inside}
        </button>
      ) : (
        inside
      )}
    </HeadCell>
  );
}
