/** Pointing at a cloud: a box, a click at a point, and the point under the pointer. */
import { type PointerEvent, useCallback, useRef, useState } from "react";
import { roundedEnds } from "../../store/row-condition.ts";
import { clearRows, howOf } from "../../store/row-selection.ts";
import { useEditor } from "../../store/use-editor.ts";
import { type RowSource, useSelectRows } from "../../store/use-row-selection.ts";
import type { Box } from "../chart/BoxSelect.tsx";
import type { PickedPoint, PlaneOf } from "../chart/Chart.tsx";
import { type Cloud, nearestIn } from "./cloud.ts";
import type { Sight } from "./sight.ts";

type Held = Parameters<typeof howOf>[0];

/** Pixels within which a point is meant. */
const reach = 9;

/** Handlers for `BoxSelect`. */
export function useCloudSelection(source: RowSource, cloud: Cloud, sight: Sight, plane: PlaneOf) {
  const editor = useEditor();
  const select = useSelectRows(source);
  const onBox = (box: Box, held: Held) => {
    // To digits that can be told apart at this size: they stand in the condition of a filter.
    const columns = {
      [cloud.names.x]: roundedEnds(box.x, sight.x[1] - sight.x[0]),
      [cloud.names.y]: roundedEnds(box.y, sight.y[1] - sight.y[0]),
    };
    select?.({ by: "between", columns }, howOf(held));
  };
  const onClick = (at: PickedPoint, held: Held) => {
    if (!select) return;
    const how = howOf(held);
    const point = nearestIn(cloud, plane.toPixels, at, reach);
    if (point !== undefined) {
      const row = cloud.at(point);
      select({ by: "rows", ranges: [[row, row]] }, how);
    } else if (how === undefined) clearRows(editor);
  };
  return { onBox: select && onBox, onClick };
}

type Hovered = { readonly cloud: Cloud; readonly sight: Sight; readonly point: number };

/** The point under the pointer, looked for once a frame; none while the plane moves below it. */
export function useHovered(cloud: Cloud, plane: PlaneOf, sight: Sight) {
  const [found, setFound] = useState<Hovered>();
  const place = useRef<PickedPoint>(undefined);
  const latest = useRef({ cloud, plane, sight });
  latest.current = { cloud, plane, sight };
  const onPointerMove = useCallback((event: PointerEvent<HTMLElement>) => {
    const waits = place.current !== undefined;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    place.current = event.buttons === 0 ? { x: event.clientX - left, y: event.clientY - top } : undefined;
    if (!place.current) setFound(undefined);
    if (waits || !place.current) return;
    requestAnimationFrame(() => {
      const { current: at } = place;
      place.current = undefined;
      const now = latest.current;
      if (!at) return;
      const point = now.plane.contains(at) ? nearestIn(now.cloud, now.plane.toPixels, at, reach) : undefined;
      setFound(point === undefined ? undefined : { cloud: now.cloud, sight: now.sight, point });
    });
  }, []);
  const onPointerLeave = useCallback(() => {
    place.current = undefined;
    setFound(undefined);
  }, []);
  const point = found?.cloud === cloud && found.sight === sight ? found.point : undefined;
  return { point, onPointerMove, onPointerLeave };
}
