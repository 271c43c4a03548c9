/** What arrow keys do in a tree, as the ARIA practices have it: pure, from the lines and the active one. */
import type { OutlineRow } from "./outline-rows.ts";

/** Where to go, and a group to open or close on the way. */
export type OutlineMove = { to: number; toggle?: string };

const page = 10;

/** `undefined` for keys that mean nothing here. */
export function outlineMove(
  rows: readonly OutlineRow[],
  active: number,
  key: string,
): OutlineMove | undefined {
  const row = rows[active];
  const last = rows.length - 1;
  if (!row) return undefined;
  const at = (to: number): OutlineMove => ({ to: Math.max(0, Math.min(last, to)) });
  switch (key) {
    case "ArrowDown":
      return at(active + 1);
    case "ArrowUp":
      return at(active - 1);
    case "PageDown":
      return at(active + page);
    case "PageUp":
      return at(active - page);
    case "Home":
      return at(0);
    case "End":
      return at(last);
    case "ArrowRight":
      if (!row.group) return at(active);
      return row.group.open
        ? at(row.group.count > 0 ? active + 1 : active)
        : { to: active, toggle: row.path };
    case "ArrowLeft":
      return row.group?.open ? { to: active, toggle: row.path } : at(parentOf(rows, active));
    default:
      return undefined;
  }
}

function parentOf(rows: readonly OutlineRow[], active: number): number {
  const { level } = rows[active];
  for (let index = active - 1; index >= 0; index--) if (rows[index].level < level) return index;
  return active;
}
