/** Selecting points: rows of a table or of predictions that are drawn on two of their numbers. */
import { useCallback } from "react";
import { roundedEnds } from "../../store/row-condition.ts";
import { clearRows, type How, howOf } from "../../store/row-selection.ts";
import { useEditor } from "../../store/use-editor.ts";
import { type RowSource, useSelectRows } from "../../store/use-row-selection.ts";
import type { Box } from "../chart/BoxSelect.tsx";
import type { PickedPoint, PlaneOf } from "../chart/Chart.tsx";
import { nearestPoint } from "./nearest-point.ts";
import { extentOf } from "./points.ts";

type Drawn = { readonly x: number; readonly y: number; readonly at: number };
type Held = Parameters<typeof howOf>[0];

/** Handlers for `BoxSelect`. `columns` are the names that the engine knows the axes by. */
export function usePointSelection(
  source: RowSource,
  points: readonly Drawn[],
  columns: { readonly x: string; readonly y: string },
  plane: PlaneOf | undefined,
) {
  const editor = useEditor();
  const select = useSelectRows(source);
  const onBox = useCallback(
    (box: Box, held: Held) => {
      const seen = (axis: "x" | "y") => {
        const [low, high] = extentOf(points.map((point) => point[axis]));
        return high - low;
      };
      const ends = {
        [columns.x]: roundedEnds(box.x, seen("x")),
        [columns.y]: roundedEnds(box.y, seen("y")),
      };
      select?.({ by: "between", columns: ends }, howOf(held));
    },
    [select, points, columns.x, columns.y],
  );
  const onClick = useCallback(
    (at: PickedPoint, held: Held) => {
      if (!select || !plane) return;
      const how: How = howOf(held);
      const point = nearestPoint(points, plane.toPixels, at);
      if (point) select({ by: "rows", ranges: [[point.at, point.at]] }, how);
      // A click beside all points means nothing any more, as in any plane of things.
      else if (how === undefined) clearRows(editor);
    },
    [editor, select, plane, points],
  );
  return { onBox: select && onBox, onClick };
}
