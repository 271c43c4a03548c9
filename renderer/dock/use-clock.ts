/** A clock that ticks while something runs. */
import { useEffect, useState } from "react";
import { useEditor } from "../store/use-editor.ts";

const every = 200;

/** The page's clock; drawn again five times a second while `running`. */
export function useClock(running: boolean): number {
  const { now } = useEditor();
  const [, tick] = useState(0);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => tick((count) => count + 1), every);
    return () => clearInterval(timer);
  }, [running]);
  return now();
}
