/** The ground of a surface as a picture that an SVG can hold: one pixel a cell, so that also an export carries it whole. */
import { useMemo } from "react";
import type { SurfaceLook } from "../../../core/service/look-detail.ts";
import type { Colours } from "../colours.ts";
import { groundPixels, rgbOf } from "./ground.ts";

/** The inks of the theme. */
export function inksOf(colours: Colours) {
  return {
    ground: rgbOf(colours.surface),
    classes: colours.classes.map(rgbOf),
    value: rgbOf(colours.model),
  };
}

/** A PNG as a data URL; `undefined` where there is no canvas. */
export function useGround(surface: SurfaceLook, colours: Colours): string | undefined {
  return useMemo(() => {
    const canvas = document.createElement("canvas");
    canvas.width = surface.steps;
    canvas.height = surface.steps;
    const context = canvas.getContext("2d");
    if (!context) return undefined;
    const pixels = groundPixels(surface, inksOf(colours));
    context.putImageData(new ImageData(pixels, surface.steps, surface.steps), 0, 0);
    return canvas.toDataURL("image/png");
  }, [surface, colours]);
}
