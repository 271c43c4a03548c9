/** A feature's dependence as lines: rows in the background first, then a mean for each class. Pure. */
import type { DependenceLook } from "../../../core/service/look.ts";
import type { XyLine } from "../chart/xy.ts";
import { type Colours, classColour } from "../colours.ts";

/** Where classes are followed each has its colour; a number, or one class alone, has that of predictions. */
export function dependenceLines(
  { grid, mean, rows, levels }: DependenceLook["features"][number],
  classes: readonly string[],
  target: string,
  colours: Colours,
): XyLine[] {
  const dots = levels !== undefined;
  const lone = rows.map(
    (y, i): XyLine => ({ key: `row-${i}`, name: "", x: grid, y, colour: colours.text2, faint: true }),
  );
  const means = classes.map(
    (name, k): XyLine => ({
      key: `mean-${k}`,
      name: name || target,
      x: grid,
      y: mean[k] ?? [],
      colour: classes.length === 1 ? colours.predictions : classColour(colours, k),
      dots,
    }),
  );
  return [...lone, ...means];
}
