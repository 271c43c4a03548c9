/** Marks a scroller while it moves. The mark is set on the element itself: no component is drawn anew for it. */
import { type RefObject, useCallback, useEffect, useRef } from "react";

/** Milliseconds without a scroll after which it stands still. */
const rest = 120;

/** To be called with each scroll; `data-scrolling` is on the element from the first one on until it rests. */
export function useScrolling(box: RefObject<HTMLElement | null>): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    box.current?.toggleAttribute("data-scrolling", true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => box.current?.removeAttribute("data-scrolling"), rest);
  }, [box]);
}
