/** The colours of a surface, cell by cell. Pure: pixels as numbers. */
import type { SurfaceLook } from "../../../core/service/look-detail.ts";

export type Rgb = readonly [number, number, number];

/** `#rgb` or `#rrggbb`. */
export function rgbOf(colour: string): Rgb {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour.trim())?.[1] ?? "808080";
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
  const value = Number.parseInt(full, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** `ground` where `share` is 0, `colour` where it is 1. */
export function mixed(ground: Rgb, colour: Rgb, share: number): Rgb {
  return ground.map((from, i) => Math.round(from + ((colour[i] ?? 0) - from) * share)) as unknown as Rgb;
}

const faintest = 0.1;
const strongest = 0.58;

/**
 * How strongly a class's colour shows for a probability: from 1/K, where the model cannot tell, to 1. A model without
 * probabilities shows all cells alike.
 */
export function strengthOf(probability: number | undefined, classes: number): number {
  if (probability === undefined) return (faintest + strongest) / 2;
  const sure = classes > 1 ? (probability - 1 / classes) / (1 - 1 / classes) : 1;
  return faintest + (strongest - faintest) * Math.min(1, Math.max(0, sure));
}

/** Lowest and highest of the values; `undefined` for classes. */
export function spanOf({
  values,
  points,
}: Pick<SurfaceLook, "values" | "points">): readonly [number, number] | undefined {
  if (!values) return undefined;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  // Training targets share the scale: a point and the ground below it have one colour where the model is right.
  for (const value of [...values, ...(points.targets ?? [])]) {
    if (value === null) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

type Inks = { readonly ground: Rgb; readonly classes: readonly Rgb[]; readonly value: Rgb };

/** The colour of a value between the ends of its scale. */
export function valueColour(value: number, [low, high]: readonly [number, number], inks: Inks): Rgb {
  return mixed(inks.ground, inks.value, high > low ? 0.06 + 0.84 * ((value - low) / (high - low)) : 0.5);
}

/** RGBA of all cells, top line first, as a canvas wants them. */
export function groundPixels(surface: SurfaceLook, inks: Inks): Uint8ClampedArray<ArrayBuffer> {
  const { steps, labels, strengths, values } = surface;
  const span = spanOf(surface);
  const pixels = new Uint8ClampedArray(steps * steps * 4);
  for (let cell = 0; cell < steps * steps; cell++) {
    const colour =
      values && span
        ? valueColour(values[cell] ?? 0, span, inks)
        : mixed(
            inks.ground,
            inks.classes[(labels?.[cell] ?? 0) % inks.classes.length] ?? inks.value,
            strengthOf(strengths?.[cell], surface.points.classes.length),
          );
    const line = steps - 1 - Math.floor(cell / steps);
    pixels.set([...colour, 255], (line * steps + (cell % steps)) * 4);
  }
  return pixels;
}
