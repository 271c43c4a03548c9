/** Dictionaries in the one order that every machine has: by code unit. */
import { byCodePoint } from "./columns.ts";

/** The levels sorted; `codes`, which count them as they came, are changed to match. */
export function sortedLevels(codes: Int32Array, found: readonly string[]): string[] {
  const order = Int32Array.from(found.keys()).sort((a, b) => byCodePoint(found[a], found[b]));
  const newCodes = new Int32Array(found.length);
  for (let place = 0; place < order.length; place++) newCodes[order[place]] = place;
  for (let row = 0; row < codes.length; row++) if (codes[row] >= 0) codes[row] = newCodes[codes[row]];
  return Array.from(order, (code) => found[code]);
}
