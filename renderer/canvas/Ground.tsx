/** The dotted ground: dots keep their size on the screen at every zoom, and thin out when they would crowd. */
import { Background, BackgroundVariant, useStore } from "@xyflow/react";

/** Follows the zoom in steps, so that panning renders nothing. */
export function Ground() {
  const zoom = useStore((state) => state.transform[2]);
  const gap = 20 * 2 ** Math.max(0, Math.ceil(Math.log2(0.7 / zoom)));
  return (
    <Background
      variant={BackgroundVariant.Dots}
      gap={gap}
      size={2.2 / zoom}
      color="var(--dot)"
      bgColor="var(--ground)"
    />
  );
}
