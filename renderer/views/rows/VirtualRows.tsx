// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
// biome-ignore-all lint/a11y/useSemanticElements: rows that are placed by scroll position cannot be laid out as an HTML table
/**
 * A scroller that draws the rows in sight under a head that stays. Rows all have one height. Arrow keys move by a row,
 * Page keys by a page, Home and End to the ends, also where the scroll bar is finer than a row.
 */
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useReducer,
  useRef,
} from "react";
import { useSize } from "../use-size.ts";
import { bodyHeight, type Geometry, rowAt, rowWindow, scrollTopOf, speed } from "./row-window.ts";
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
  row: (index: number) => ReactNode;
  /** Told which rows are in sight. */
  seen?: (first: number, last: number) => void;
  scroller?: RefObject<HTMLDivElement | null>;
};

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
  useLayoutEffect(() => {
    // React skips a style that equals the one it set last, also when scrolling has changed it since.
    if (body.current) body.current.style.transform = `translateY(${top}px)`;
  });
  useEffect(() => seen?.(first, last), [seen, first, last]);
  useExactWheel(box, geometry);
  return (
    <div
      className="rows"
      ref={box}
      role="table"
      aria-label={label}
      aria-rowcount={rowCount + 1}
      aria-colcount={columnCount}
      tabIndex={0}
      onScroll={({ currentTarget }) => {
        at.current = currentTarget.scrollTop;
        const next = rowWindow(geometry, at.current);
        // Most scrolling shows the same rows a little higher: they are moved, and drawn anew only when others come in.
        if (next.first !== first || next.last !== last) drawAgain();
        else if (body.current) body.current.style.transform = `translateY(${next.top}px)`;
      }}
      onKeyDown={(event) => scrollByKey(event, geometry)}
    >
      <div className="rows-head" role="rowgroup" style={{ minWidth: width }}>
        {head}
      </div>
      <div className="rows-body" role="rowgroup" style={{ height: bodyHeight(geometry), minWidth: width }}>
        <div className="rows-seen" ref={body}>
          {Array.from({ length: Math.max(0, last - first) }, (_, index) => row(first + index))}
        </div>
      </div>
    </div>
  );
}

function scrollByKey(event: KeyboardEvent<HTMLDivElement>, geometry: Geometry): void {
  const box = event.currentTarget;
  if (event.target !== box || event.altKey) return;
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
  if (goal === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  box.scrollTop = scrollTopOf(geometry, goal);
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
