/**
 * Understandings, remembered: what a text means over a table of some shape depends on these two alone, and a check after every
 * keystroke asks for it again. Failures are not remembered.
 */
import { canonicalJson } from "../../base/json.ts";

const most = 200;

/** `work` with a memory of its last answers, by its arguments (plain JSON). */
export function remembered<A extends readonly unknown[], T>(work: (...args: A) => Promise<T>) {
  const known = new Map<string, Promise<T>>();
  return (...args: A): Promise<T> => {
    const key = canonicalJson(args);
    const before = known.get(key);
    if (before) return before;
    const answer = work(...args);
    known.set(key, answer);
    answer.catch(() => known.delete(key));
    for (const oldest of known.keys()) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
    return answer;
  };
}
