/** Work of some seconds on the engine's own thread, cut so that checks, events and other looks get their turn. */
import type { Pace } from "../ml/inspect/surface.ts";

const longest = 16;

/** Pauses once the thread was held for 16 ms; cheap to call more often. */
export function takingTurns(): Pace {
  let since = performance.now();
  return {
    now: () => performance.now(),
    async pause() {
      if (performance.now() - since < longest) return;
      await new Promise<void>((resume) => setImmediate(resume));
      since = performance.now();
    },
  };
}
