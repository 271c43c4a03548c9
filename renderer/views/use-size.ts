/** The size of an element in whole pixels, followed as it changes. */
import { type RefObject, useEffect, useRef, useState } from "react";

export type Size = { readonly width: number; readonly height: number };

/** A ref to put on the element, and its size; `undefined` until it is laid out. */
export function useSize<E extends HTMLElement>(): [RefObject<E | null>, Size | undefined] {
  const ref = useRef<E>(null);
  const [size, setSize] = useState<Size>();
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      const next = { width: element.clientWidth, height: element.clientHeight };
      setSize((before) => (before?.width === next.width && before.height === next.height ? before : next));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
