/** Colour and shape of wire kinds: colour by family, shape as the second sign. */
import type { CSSProperties } from "react";
import { familyOf, type WireKind } from "../../core/types/wire-type.ts";

export type Shape = "circle" | "square" | "diamond" | "triangle";

const shapes: Readonly<Record<string, Shape>> = {
  learner: "square",
  model: "diamond",
  layers: "triangle",
  optimizer: "square",
};

/** The shape of a kind's ports. */
export function shapeOf(kind: WireKind): Shape {
  return shapes[familyOf[kind]] ?? "circle";
}

/** The kind's colour, as the CSS variable `--c`. */
export function colourOf(kind: WireKind): CSSProperties {
  return { "--c": `var(--t-${familyOf[kind]})` } as CSSProperties;
}
