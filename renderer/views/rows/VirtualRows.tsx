// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the role is that of a table or a grid, by whether rows can be chosen
// biome-ignore-all lint/a11y/noStaticElementInteractions: as above; a grid is to be clicked into
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
// biome-ignore-all lint/a11y/useSemanticElements: rows that are placed by scroll position cannot be laid out as an HTML table
/**
 * A scroller that draws the rows in sight under a head that stays. Rows all have one height. Arrow keys move by a row,
 * Page keys by a page, Home and End to the ends, also where the scroll bar is finer than a row. Where rows can be chosen
 * these keys move a cursor, and mouse and keys choose as in any list (`row-keys.ts`).
 */
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
} from "react";
import { useSize } from "../use-size.ts";
import { RowsMode, rowId } from "./cells.tsx";
import { bodyHeight, type Geometry, rowAt, rowWindow, scrollTopOf, speed } from "./row-window.ts";
import { type ChooseRows, useRowChoice } from "./use-row-choice.ts";
import { useScrolling } from "./use-scrolling.ts";
import "./rows.css";

export const rowHeight = 22;
export const headHeight = 27;

type VirtualRowsProps = {
  label: string;
  rowCount: number;
  columnCount: number;
  /** Width of a row in pixels; rows are at least as wide as the scroller. */
  width: number;
  head: ReactNode;
  row: (index: number, light: RowLight) => ReactNode;
  /** Rows are chosen with it; left out where there is nothing to choose. */
  choose?: ChooseRows | undefined;
  /** Which rows in sight are selected. */
  selected?: ReadonlySet<number>;
  /** Names the order that rows stand in: in another one the reader begins at the top, with nothing to go on from. */
  order?: string;
  /** Told which rows are in sight. */
  seen?: (first: number, last: number) => void;
  scroller?: RefObject<HTMLDivElement | null>;
};

/** How a row stands out. */
export type RowLight = { readonly selected: boolean; readonly cursor: boolean };

/** Fills its parent. */
export function VirtualRows({
  label,
  rowCount,
  columnCount,
  width,
  head,
  row,
  seen,
  scroller,
  choose,
  selected,
  order = "",
}: VirtualRowsProps) {
  const [box, size] = useSize<HTMLDivElement>();
  const body = useRef<HTMLDivElement>(null);
  const at = useRef(0);
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  const geometry: Geometry = {
    rowCount,
    rowHeight,
    viewport: Math.max(rowHeight, (size?.height ?? 0) - headHeight),
  };
  const { first, last, top } = rowWindow(geometry, at.current);
  useEffect(() => {
    if (scroller) scroller.current = box.current;
  }, [scroller, box]);
  const drawnIn = useRef(order);
  useLayoutEffect(() => {
    if (drawnIn.current === order) return;
    drawnIn.current = order;
    if (box.current) box.current.scrollTop = 0;
  }, [order, box]);
  useLayoutEffect(() => {
    // React skips a style that equals the one it set last, also when scrolling has changed it since.
    if (body.current) body.current.style.transform = `translateY(${top}px)`;
  });
  useEffect(() => seen?.(first, last), [seen, first, last]);
  useExactWheel(box, geometry);
  const moved = useScrolling(box);
  const { cursor, onMouseDown, onClick, onKey } = useRowChoice(box, geometry, choose, order);
  const id = useId();
  const grid = choose !== undefined;
  const mode = useMemo(() => ({ grid, id }), [grid, id]);
  const light = (index: number) => ({ selected: selected?.has(index) ?? false, cursor: index === cursor });
  const inSight = cursor !== undefined && cursor >= first && cursor < last;
  return (
    <div
      className="rows"
      ref={box}
      role={grid ? "grid" : "table"}
      aria-multiselectable={grid ? true : undefined}
      aria-activedescendant={inSight ? rowId(id, cursor) : undefined}
      data-grid={grid}
      onMouseDown={grid ? onMouseDown : undefined}
      onClick={onClick}
      aria-label={label}
      aria-rowcount={rowCount + 1}
      aria-colcount={columnCount}
      tabIndex={0}
      onScroll={({ currentTarget }) => {
        at.current = currentTarget.scrollTop;
        moved();
        const next = rowWindow(geometry, at.current);
        // Most scrolling shows the same rows a little higher: they are moved, and drawn anew only when others come in.
        if (next.first !== first || next.last !== last) drawAgain();
        else if (body.current) body.current.style.transform = `translateY(${next.top}px)`;
      }}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || event.altKey) return;
        const taken = onKey(event) || scrollByKey(event, geometry);
        if (!taken) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div className="rows-head" role="rowgroup" style={{ minWidth: width }}>
        {head}
      </div>
      <div className="rows-body" role="rowgroup" style={{ height: bodyHeight(geometry), minWidth: width }}>
        <div className="rows-seen" ref={body}>
          <RowsMode.Provider value={mode}>
            {Array.from({ length: Math.max(0, last - first) }, (_, index) =>
              row(first + index, light(first + index)),
            )}
          </RowsMode.Provider>
        </div>
      </div>
    </div>
  );
}

/** Whether the key was one that scrolls. */
function scrollByKey(event: KeyboardEvent<HTMLDivElement>, geometry: Geometry): boolean {
  const box = event.currentTarget;
  const page = Math.max(1, Math.floor(geometry.viewport / rowHeight) - 1);
  const row = Math.round(rowAt(geometry, box.scrollTop));
  const goals: Readonly<Record<string, number>> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + page,
    PageUp: row - page,
    Home: 0,
    End: geometry.rowCount,
  };
  const goal = goals[event.key];
  if (goal === undefined) return false;
  box.scrollTop = scrollTopOf(geometry, goal);
  return true;
}

/** Where the scroll bar stands for more rows than pixels, the wheel still moves rows by the pixels it says. */
function useExactWheel(box: RefObject<HTMLDivElement | null>, geometry: Geometry): void {
  const factor = speed(geometry);
  useEffect(() => {
    const element = box.current;
    if (!element || factor <= 1) return;
    const turn = (event: WheelEvent) => {
      if (event.ctrlKey || event.shiftKey || event.deltaY === 0) return;
      event.preventDefault();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * rowHeight : event.deltaY;
      element.scrollTop += Math.sign(pixels) * Math.max(1, Math.abs(pixels) / factor);
      element.scrollLeft += event.deltaX;
    };
    element.addEventListener("wheel", turn, { passive: false });
    return () => element.removeEventListener("wheel", turn);
  }, [box, factor]);
}
