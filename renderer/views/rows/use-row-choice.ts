/** The cursor of a list of rows, and what mouse and keys do with it. */
import { type KeyboardEvent, type MouseEvent, type RefObject, useCallback, useState } from "react";
import type { How } from "../../store/row-selection.ts";
import { type RowRange, type RowState, type RowStep, rowClick, rowKey } from "./row-keys.ts";
import { type Geometry, rowAt, scrollTopOf } from "./row-window.ts";

export type ChooseRows = (range: RowRange, how: How) => void;

const noRow: RowState = { cursor: undefined, anchor: undefined };

/** Handlers for the scroller of the rows; without `choose` they do nothing. */
export function useRowChoice(
  box: RefObject<HTMLDivElement | null>,
  geometry: Geometry,
  choose: ChooseRows | undefined,
  order: string,
) {
  const [kept, setKept] = useState({ order, at: noRow });
  // In another order the cursor's place is another row's.
  const state = kept.order === order ? kept.at : noRow;
  const take = ({ cursor, anchor, choose: chosen }: RowStep) => {
    setKept({ order, at: { cursor, anchor } });
    if (chosen) choose?.(chosen.range, chosen.how);
  };
  /** Shift-click would mark text from the last click to here. */
  const onMouseDown = useCallback((event: MouseEvent<HTMLDivElement>) => {
    if (!event.shiftKey || rowUnder(event) === undefined) return;
    event.preventDefault();
    event.currentTarget.focus();
  }, []);
  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    const row = choose && rowUnder(event);
    // Whoever has marked text to copy it does not choose the row it stands in.
    if (row === undefined || (getSelection()?.toString() ?? "") !== "") return;
    take(rowClick(row, state, event));
  };
  /** Whether the key was one of the list's. */
  const onKey = (event: KeyboardEvent<HTMLDivElement>): boolean => {
    const element = box.current;
    if (!choose || !element) return false;
    const page = Math.max(1, Math.floor(geometry.viewport / geometry.rowHeight) - 1);
    const top = Math.ceil(rowAt(geometry, element.scrollTop) - 0.01);
    const { shiftKey, ctrlKey, metaKey } = event;
    const keys = { shiftKey, ctrlKey, metaKey, top, page, rowCount: geometry.rowCount };
    const step = rowKey(event.key, state, keys);
    if (!step) return false;
    take(step);
    reveal(element, geometry, step.cursor);
    return true;
  };
  return { cursor: choose && state.cursor, onMouseDown, onClick, onKey };
}

/** Scrolls as little as is needed for the row to be seen whole. */
function reveal(box: HTMLDivElement, geometry: Geometry, row: number): void {
  const top = rowAt(geometry, box.scrollTop);
  const seen = Math.floor(geometry.viewport / geometry.rowHeight);
  if (row < top) box.scrollTop = scrollTopOf(geometry, row);
  else if (row + 1 > top + seen) box.scrollTop = scrollTopOf(geometry, row + 1 - seen);
}

function rowUnder({ target }: MouseEvent): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
  return row === null ? undefined : Number(row.dataset.row);
}
