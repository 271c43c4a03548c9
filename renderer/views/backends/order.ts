/** In which order backends stand, and how long their bars are. Pure. */
import type { BackendsLook } from "../../../core/service/look.ts";

type Row = BackendsLook["backends"][number];

/** The fastest at the largest size first. */
export function byTime({ backends }: Pick<BackendsLook, "backends">): readonly Row[] {
  return [...backends].sort((a, b) => (a.ms.at(-1) ?? 0) - (b.ms.at(-1) ?? 0));
}

/** The share of the slowest time of that size; never so small that there is nothing to be seen. */
export function barShare({ backends }: Pick<BackendsLook, "backends">, row: Row, at: number): number {
  const most = Math.max(...backends.map(({ ms }) => ms[at] ?? 0));
  return most > 0 ? Math.max(0.01, (row.ms[at] ?? 0) / most) : 0;
}
