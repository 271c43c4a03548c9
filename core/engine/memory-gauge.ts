/**
 * What the program holds, as events of a run say it. Asking the system costs some 0.1 ms, which a run of a thousand
 * cached nodes would pay three thousand times, so a reading stands for a while.
 */
const staleAfterMs = 20;

/** A gauge of the process's resident bytes, at most `staleAfterMs` old. */
export function memoryGauge(
  read = () => process.memoryUsage.rss(),
  now = () => performance.now(),
): () => number {
  let bytes = 0;
  let readAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (now() - readAt >= staleAfterMs) {
      bytes = read();
      readAt = now();
    }
    return bytes;
  };
}
