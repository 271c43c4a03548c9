/**
 * Points → pixels. A mark is drawn once and stamped for every point into plain bytes: a canvas takes ten times as long to draw
 * as many pictures. 100,000 marks of 3 × 3 pixels take some 10 ms. Pure, but for the making of a stamp.
 */

/** A mark in device pixels, `[size × size]` RGBA, with its middle in the middle. */
export type Stamp = { readonly size: number; readonly rgba: Uint8ClampedArray };

/** Pixels to stamp into. */
export type Sheet = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };

/** Lays the stamp with its middle at a pixel over what is there; what lies outside is left out. */
export function stamp(sheet: Sheet, { size, rgba }: Stamp, x: number, y: number): void {
  const { width, height, data } = sheet;
  const left = x - (size >> 1);
  const top = y - (size >> 1);
  const fromX = left < 0 ? -left : 0;
  const fromY = top < 0 ? -top : 0;
  const toX = Math.min(size, width - left);
  const toY = Math.min(size, height - top);
  for (let row = fromY; row < toY; row++) {
    let from = (row * size + fromX) * 4;
    let to = ((top + row) * width + left + fromX) * 4;
    for (let column = fromX; column < toX; column++, from += 4, to += 4) {
      const above = rgba[from + 3];
      if (above === 0) continue;
      const below = data[to + 3];
      if (above === 255 || below === 0) {
        data[to] = rgba[from];
        data[to + 1] = rgba[from + 1];
        data[to + 2] = rgba[from + 2];
        data[to + 3] = above;
        continue;
      }
      // Porter & Duff 1984, "over", with colours that are not multiplied by their cover.
      const rest = (below * (255 - above)) / 255;
      const cover = above + rest;
      data[to] = (rgba[from] * above + data[to] * rest) / cover;
      data[to + 1] = (rgba[from + 1] * above + data[to + 1] * rest) / cover;
      data[to + 2] = (rgba[from + 2] * above + data[to + 2] * rest) / cover;
      data[to + 3] = cover;
    }
  }
}

type Look = {
  /** A path in a square of 10 around 0. */
  readonly path: string;
  readonly colour: string;
  readonly opacity: number;
  /** In device pixels. */
  readonly radius: number;
  readonly edge?: { readonly colour: string; readonly width: number };
};

/** The marks are drawn in a square of 10, their radius about 4. */
export const markRadius = 4;

/** Draws a mark; `undefined` where the browser draws no 2d canvas. */
export function makeStamp({ path, colour, opacity, radius, edge }: Look): Stamp | undefined {
  const reach = Math.ceil(radius * 1.25 + (edge?.width ?? 0)) + 1;
  const size = 2 * reach + 1;
  const canvas = document.createElement("canvas");
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return undefined;
  context.translate(size / 2, size / 2);
  context.scale(radius / markRadius, radius / markRadius);
  const shape = new Path2D(path);
  context.globalAlpha = opacity;
  context.fillStyle = colour;
  context.fill(shape);
  if (edge) {
    context.globalAlpha = 1;
    context.strokeStyle = edge.colour;
    context.lineWidth = (edge.width * markRadius) / radius;
    context.stroke(shape);
  }
  return { size, rgba: context.getImageData(0, 0, size, size).data };
}
