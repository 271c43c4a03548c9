/** Cumulative margins as lines: the round that is looked at in front, others behind it. Pure. */
import type { MarginsLook } from "../../../core/service/look-detail.ts";
import type { XyLine } from "../chart/xy.ts";
import type { Colours } from "../colours.ts";

/** The line in front first; each begins at −1 with no rows and ends at 1 with all of them. */
export function marginLines(
  { curves, round }: MarginsLook,
  colours: Colours,
  name: (round: number | undefined) => string,
): XyLine[] {
  const lines = curves.map((curve, i): XyLine => {
    const front = curve.round === round;
    return {
      key: `round-${curve.round ?? "all"}`,
      name: name(curve.round),
      x: [-1, ...curve.x, 1],
      y: [0, ...curve.share, 1],
      colour: front ? colours.learner : (colours.classes[(i + 1) % colours.classes.length] ?? colours.text2),
      steps: "after",
      ...(front ? {} : { thin: true, dashed: true }),
    };
  });
  return lines.sort((a, b) => Number(a.dashed ?? false) - Number(b.dashed ?? false));
}
