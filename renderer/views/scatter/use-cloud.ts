/** The points of a table: all of them from the engine; until they are here those of the rows that the look has. */
import { useMemo, useRef } from "react";
import type { TableLook } from "../../../core/service/look.ts";
import { useMarks } from "../../store/use-row-selection.ts";
import { useDetail } from "../detail/use-detail.ts";
import { type Plane, pointsOf } from "../table/points.ts";
import type { Source } from "../view.ts";
import { type Cloud, cloudOf, cloudOfPoints, unpacked } from "./cloud.ts";

/** The cloud on two columns, by position. What was there stays until the next one is. */
export function useCloud(look: TableLook, source: Source, plane: Plane, x: number, y: number): Cloud {
  const names = useMemo(
    () => ({ x: look.columns[x]?.name ?? "", y: look.columns[y]?.name ?? "" }),
    [look, x, y],
  );
  const isWhole = look.rows.length >= look.rowCount;
  const detail = useMemo(() => (isWhole ? undefined : { of: "points" as const, ...names }), [isWhole, names]);
  const packed = useDetail(look, source, detail).look?.points;
  const full = useMemo(() => packed && cloudOf(packed), [packed]);
  const few = useMemo(() => {
    const rows = look.rows.map((cells, index) => ({
      id: look.rowIds[index] ?? index,
      at: look.offset + index,
      cells,
    }));
    return cloudOfPoints(pointsOf(rows, plane, x, y), names, look.rowCount);
  }, [look, plane, x, y, names]);
  return full ?? few;
}

/** Which of the points are selected, a bit each; `undefined` while none of the whole table is. */
export function useLitPoints(cloud: Cloud, source: Source): Uint8Array | undefined {
  const marks = useMarks(source, asked);
  const last = useRef<{ text: string; bits: Uint8Array }>(undefined);
  return useMemo(() => {
    if (marks?.kind !== "points" || marks.count === 0) return undefined;
    // The same bits are the same array, so that nothing is painted anew.
    if (last.current?.text !== marks.bits)
      last.current = { text: marks.bits, bits: new Uint8Array(unpacked(marks.bits)) };
    const { bits } = last.current;
    if (cloud.packed) return bits;
    return cloud.of <= 8 * bits.length ? among(cloud, bits) : undefined;
  }, [marks, cloud]);
}

const asked = { points: true };

/** The bits of a few rows, from those of all rows of the table. */
function among(cloud: Cloud, bits: Uint8Array): Uint8Array {
  const own = new Uint8Array((cloud.count + 7) >> 3);
  for (let point = 0; point < cloud.count; point++) {
    const at = cloud.at(point);
    if (((bits[at >> 3] >> (at & 7)) & 1) === 1) own[point >> 3] |= 1 << (point & 7);
  }
  return own;
}
