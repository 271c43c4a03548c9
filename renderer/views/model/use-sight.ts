/** What of a wide tree its scroller shows; followed in steps, so that most scrolling draws nothing anew. */
import { type RefObject, useCallback, useState } from "react";
import { flushSync } from "react-dom";
import { type Sight, sightAt } from "./tree-sight.ts";

export type Seeing = {
  /** `undefined` until it was scrolled: the middle then. */
  readonly sight: Sight | undefined;
  /** To be called with each scroll. */
  readonly scrolled: () => void;
  /** Draws all of it for as long as `take` reads the picture. */
  readonly whole: <T>(take: () => T) => T;
};

const everything: Sight = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

export function useSight(box: RefObject<HTMLElement | null>): Seeing {
  const [sight, setSight] = useState<Sight>();
  const scrolled = useCallback(() => {
    const element = box.current;
    if (!element) return;
    const next = sightAt(element.scrollLeft, element.clientWidth);
    setSight((before) => (before?.[0] === next[0] && before[1] === next[1] ? before : next));
  }, [box]);
  const whole = useCallback(
    <T>(take: () => T): T => {
      flushSync(() => setSight(everything));
      const taken = take();
      scrolled();
      return taken;
    },
    [scrolled],
  );
  return { sight, scrolled, whole };
}
