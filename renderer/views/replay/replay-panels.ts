/** The three pictures of a round of gradient boosting: before, what is left with the tree on it, after. Pure. */
import type { ReplayLook } from "../../../core/service/look-detail.ts";
import type { PlanePoint } from "../detail/PlanePicture.tsx";
import { layPlane, type PlaneLayout } from "../detail/plane-layout.ts";
import { extentOf } from "../table/points.ts";
import type { Size } from "../use-size.ts";

export type PanelKey = "before" | "gradient" | "after";

export type Panel = {
  readonly key: PanelKey;
  /** Where its upper left corner is. */
  readonly at: { readonly x: number; readonly y: number };
  readonly size: Size;
  readonly layout: PlaneLayout;
  readonly points: readonly PlanePoint[];
  /** The model, or its tree, as a line; without one as points. */
  readonly path: string;
  /** Where nothing is left. */
  readonly zero: number | undefined;
};

/** From this width on the pictures stand side by side. */
const wide = 470;

type Inks = { readonly data: string; readonly model: string };

/** Side by side where there is room, else one below the other; before and after share their scale. */
export function layReplay(
  replay: ReplayLook,
  room: Size,
  inks: Inks,
  title: (i: number) => string,
): readonly Panel[] {
  const beside = room.width >= wide;
  const size = beside
    ? { width: room.width / 3, height: room.height }
    : { width: room.width, height: room.height / 3 };
  const { line, xs, truth, gradient, before, tree, after } = replay;
  const across = extentOf(xs);
  const values = extentOf([...truth, ...(line?.before ?? before), ...(line?.after ?? after)]);
  const left = extentOf([...gradient, ...(line?.tree ?? tree), 0]);
  const parts = [
    { key: "before", range: values, data: truth, said: before, drawn: line?.before },
    { key: "gradient", range: left, data: gradient, said: tree, drawn: line?.tree },
    { key: "after", range: values, data: truth, said: after, drawn: line?.after },
  ] as const;
  return parts.map(({ key, range, data, said, drawn }, i) => {
    const layout = layPlane(size, across, range);
    return {
      key,
      at: beside ? { x: i * size.width, y: 0 } : { x: 0, y: i * size.height },
      size,
      layout,
      points: [
        ...pointsOf(replay, data, inks.data, title),
        ...(line ? [] : pointsOf(replay, said, inks.model, title)),
      ],
      path: line && drawn ? stepPath(line.xs, drawn, layout) : "",
      zero: key === "gradient" ? layout.y(0) : undefined,
    };
  });
}

function pointsOf(
  { xs, rows, at }: ReplayLook,
  ys: readonly number[],
  colour: string,
  title: (i: number) => string,
): PlanePoint[] {
  const radius = Math.min(3, Math.max(1.2, 40 / Math.sqrt(Math.max(1, xs.length))));
  return xs.map((x, i) => ({
    at: at[i] ?? i,
    row: rows[i] ?? i,
    x,
    y: ys[i] ?? 0,
    group: 0,
    radius,
    colour,
    title: title(i),
  }));
}

/** Level between two places, with a step halfway where the value changes: a tree has no slopes. */
export function stepPath(xs: readonly number[], ys: readonly number[], { x, y }: PlaneLayout): string {
  const round = (value: number) => Math.round(value * 10) / 10;
  let path = `M${round(x(xs[0] ?? 0))} ${round(y(ys[0] ?? 0))}`;
  for (let i = 1; i < xs.length; i++) {
    if (ys[i] === ys[i - 1]) continue;
    path += `H${round(x(((xs[i - 1] ?? 0) + (xs[i] ?? 0)) / 2))}V${round(y(ys[i] ?? 0))}`;
  }
  return `${path}H${round(x(xs[xs.length - 1] ?? 0))}`;
}
