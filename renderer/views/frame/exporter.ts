/** What a view can be taken away as. The view in front fills the holder; the export menu reads it when asked. */
import { useLayoutEffect } from "react";
import type { Sheet } from "../csv.ts";

export type Takeaway = {
  /** The picture as a self-contained SVG document; PNG is made from it. */
  readonly svg?: () => string | Promise<string>;
  /** The numbers behind it, with every digit. */
  readonly sheet?: () => Sheet | Promise<Sheet>;
};

export type Exporter = { current: Takeaway };

/** Hands in the takeaway of the view that is drawn; the newest render counts. */
export function useTakeaway(exporter: Exporter, takeaway: Takeaway): void {
  useLayoutEffect(() => {
    exporter.current = takeaway;
  });
  useLayoutEffect(
    () => () => {
      exporter.current = {};
    },
    [exporter],
  );
}
