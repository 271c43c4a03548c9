/**
 * Gives memory back once there is nothing to do. V8 collects when it allocates, so a program that has fallen idle keeps the garbage
 * of its last run until the next one comes; a person who looks at what the engine holds takes that for a leak.
 */

/** Long enough that runs which follow one another, and the looks after them, never meet a collection. */
const idleAfterMs = 1000;

/**
 * Answers a function to be called at every sign of work; a while after its last call garbage is collected. Does nothing where the
 * program was started without `--expose-gc`: only the engine's own process is (core/service/client/child-engine.ts).
 */
export function collectWhenIdle(collect: (() => void) | undefined = exposed()): () => void {
  if (!collect) return () => undefined;
  let timer: NodeJS.Timeout | undefined;
  return () => {
    if (timer) timer.refresh();
    else timer = setTimeout(collect, idleAfterMs).unref();
  };
}

function exposed(): (() => void) | undefined {
  const collect = globalThis.gc;
  return collect && (() => void collect());
}
