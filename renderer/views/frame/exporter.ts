/** What a view can be taken away as. The view in front fills the holder; the export menu reads it when asked. */
import { useLayoutEffect } from "react";
import type { Cell } from "../../../core/service/look.ts";
import type { Sheet } from "../csv.ts";
import type { PageFetch } from "../rows/row-pages.ts";

export type Takeaway = {
  /** The picture as a self-contained SVG document; PNG is made from it. */
  readonly svg?: () => string | Promise<string>;
  /** The numbers behind it, with every digit. */
  readonly sheet?: () => Sheet | Promise<Sheet>;
  /** In place of `sheet` where there may be a million rows: what is asked for piece by piece. */
  readonly long?: LongSheet;
};

/** A head, how many rows there are, and how to come by them. */
export type LongSheet = {
  readonly head: readonly string[];
  readonly count: number;
  readonly fetch: PageFetch<readonly Cell[]>;
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
