/** The training rows over a surface: classes by colour and mark, values in the colours of the ground. Pure. */
import type { SurfaceLook } from "../../../core/service/look-detail.ts";
import type { Language } from "../../words/language.ts";
import type { PlanePoint } from "../detail/PlanePicture.tsx";
import { brief } from "../numbers.ts";
import { type Rgb, spanOf, valueColour } from "./ground.ts";

type Inks = { readonly ground: Rgb; readonly classes: readonly Rgb[]; readonly value: Rgb };

/** All of equal size, smaller where there are many. */
export function surfacePoints(
  surface: SurfaceLook,
  inks: Inks,
  rowName: (row: number) => string,
  language: Language,
): PlanePoint[] {
  const { points } = surface;
  const radius = points.rows.length > 600 ? 2 : points.rows.length > 150 ? 2.8 : 3.6;
  const span = spanOf(surface);
  return points.rows.map((row, i) => {
    const target = points.targets?.[i] ?? null;
    const group = points.groups?.[i] ?? -1;
    const named = target === null ? (points.classes[group] ?? "") : brief(language, target);
    return {
      at: points.at[i] ?? i,
      row,
      x: points.xs[i] ?? 0,
      y: points.ys[i] ?? 0,
      group,
      radius,
      title: named === "" ? rowName(row) : `${rowName(row)} · ${named}`,
      ...(target !== null && span ? { colour: `rgb(${valueColour(target, span, inks).join(" ")})` } : {}),
    };
  });
}
