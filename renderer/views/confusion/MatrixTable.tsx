/**
 * The matrix as a table that is not seen: what a screen reader reads, and the buttons by which the keyboard selects a
 * cell's rows. Arrow keys go from cell to cell, so that the tab order has one stop for all of them.
 */
import type { KeyboardEvent } from "react";
import type { ConfusionLook } from "../../../core/service/look.ts";
import { type How, howOf } from "../../store/row-selection.ts";
import { percent } from "../numbers.ts";
import { useViewWords } from "../words.ts";
import type { CellAt } from "./MatrixPicture.tsx";

type MatrixTableProps = {
  look: ConfusionLook;
  label: string;
  marked: readonly (readonly number[])[] | undefined;
  choose: ((cell: CellAt, how: How) => void) | undefined;
  /** The cell that takes the focus. */
  at: CellAt;
  go: (cell: CellAt) => void;
  /** Told when one of the cells has the focus. */
  focus: (focused: boolean) => void;
};

const ways: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Rows are true classes, columns predicted ones. */
export function MatrixTable({ look, label, marked, choose, at, go, focus }: MatrixTableProps) {
  const { v, language, integer } = useViewWords();
  const { classes, counts } = look;
  const move = (event: KeyboardEvent<HTMLTableElement>) => {
    const way = Object.hasOwn(ways, event.key) ? ways[event.key] : undefined;
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    const within = (index: number) => Math.max(0, Math.min(classes.length - 1, index));
    const next = { truth: within(at.truth + way[0]), predicted: within(at.predicted + way[1]) };
    go(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${nameOf(next)}"]`)?.focus();
  };
  return (
    <div className="visually-hidden">
      <table aria-label={label} onKeyDown={move} onFocus={() => focus(true)} onBlur={() => focus(false)}>
        <caption>{v("confusion.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{v("confusion.corner")}</th>
            {classes.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((row, truth) => {
            const total = row.reduce((sum, count) => sum + count, 0);
            return (
              <tr key={classes[truth]}>
                <th scope="row">{classes[truth]}</th>
                {row.map((count, predicted) => {
                  const cell = { truth, predicted };
                  const selected = marked?.[truth]?.[predicted] ?? 0;
                  const words = `${integer(count)}, ${percent(language, count / Math.max(1, total))}`;
                  return (
                    <td
                      key={classes[predicted]}
                      data-testid={`cell-${truth}-${predicted}`}
                      data-selected={selected}
                    >
                      <button
                        type="button"
                        data-cell={nameOf(cell)}
                        tabIndex={nameOf(at) === nameOf(cell) ? 0 : -1}
                        disabled={!choose}
                        aria-pressed={selected > 0}
                        onFocus={() => go(cell)}
                        onClick={(event) => choose?.(cell, howOf(event))}
                      >
                        {selected > 0
                          ? `${words}, ${v("confusion.selected", { count: integer(selected) })}`
                          : words}
                      </button>
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function nameOf({ truth, predicted }: CellAt): string {
  return `${truth}-${predicted}`;
}
