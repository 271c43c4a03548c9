/** The head of a column: kind by icon, name, role where it is not plainly a feature, and what is missing. */
import { Calendar, Hash, type LucideIcon, Tag, ToggleLeft, Type } from "lucide-react";
import type { ColumnKind } from "../../../core/base/table-facts.ts";
import { HeadCell } from "../rows/cells.tsx";
import { useViewWords } from "../words.ts";
import type { ShownColumn } from "./columns.ts";

const icons: Readonly<Record<ColumnKind, LucideIcon>> = {
  numeric: Hash,
  categorical: Tag,
  boolean: ToggleLeft,
  datetime: Calendar,
  text: Type,
};

/** One cell of the head row. */
export function ColumnHead({ column }: { column: ShownColumn }) {
  const { v, integer } = useViewWords();
  const Icon = icons[column.kind];
  const facts = [
    v(`column.${column.kind}`),
    v(`role.${column.role}`),
    ...(column.missing > 0 ? [v("column.missing", { count: column.missing })] : []),
  ];
  return (
    <HeadCell
      column={column.index + 2}
      width={column.width}
      right={column.right}
      title={`${column.name} · ${facts.join(" · ")}`}
    >
      <Icon size={11} aria-label={v(`column.${column.kind}`)} className="cell-icon" />
      <span className="clip">{column.name}</span>
      {column.role === "feature" ? null : (
        <span className="cell-role" data-role={column.role}>
          {v(`role.${column.role}`)}
        </span>
      )}
      {column.missing > 0 ? (
        <span className="cell-missing" title={v("column.missing", { count: column.missing })}>
          {integer(column.missing)} ∅
        </span>
      ) : null}
    </HeadCell>
  );
}
