/** What a look at curves is drawn as: strokes by class or average, guides for what knows nothing, axes by form. Pure. */
import type { CurveLook, CurvesLook } from "../../../core/service/look.ts";
import type { Guide, XyLine } from "../chart/xy.ts";
import { type Colours, classColour } from "../colours.ts";
import type { ViewKey, ViewValues } from "../words.ts";

type Axes = {
  x: ViewKey;
  y: ViewKey;
  brief: { x: string; y: string };
  sheet: { x: string; y: string; at: string };
};

const axes: Readonly<Record<CurvesLook["form"], Axes>> = {
  roc: {
    x: "curves.falsePositiveRate",
    y: "curves.truePositiveRate",
    brief: { x: "FPR", y: "TPR" },
    sheet: { x: "false positive rate", y: "true positive rate", at: "threshold" },
  },
  "precision-recall": {
    x: "curves.recall",
    y: "curves.precision",
    brief: { x: "R", y: "P" },
    sheet: { x: "recall", y: "precision", at: "threshold" },
  },
  calibration: {
    x: "curves.predicted",
    y: "curves.observed",
    brief: { x: "p̄", y: "ȳ" },
    sheet: { x: "mean predicted probability", y: "share of the class", at: "rows" },
  },
};

/** Names of the axes: on the page, in a readout, in exported numbers. */
export function axesOf(form: CurvesLook["form"]): Axes {
  return axes[form];
}

/** A class by its name, an average by a word. */
export function nameOf({ of, name }: CurveLook, v: (key: ViewKey, values?: ViewValues) => string): string {
  return of === "class" ? name : v(`curves.${of}`);
}

/** Lines in the order of the look: averages in the colour of text, classes in theirs. */
export function linesOf(
  { curves, classes, form }: CurvesLook,
  colours: Colours,
  name: (curve: CurveLook) => string,
): XyLine[] {
  return curves.map((curve) => {
    const { of, x, y } = curve;
    return {
      key: `${of}/${curve.name}`,
      name: name(curve),
      x,
      y,
      colour: of === "class" ? classColour(colours, classes.indexOf(curve.name)) : colours.text2,
      dashed: of === "micro",
      thin: of === "macro" || of === "micro",
      dots: form === "calibration",
      // Between two thresholds there is no precision in between (Davis & Goadrich 2006).
      steps: form === "precision-recall",
    };
  });
}

/** Chance on the diagonal, the share of each class as a level line, or perfect calibration on the diagonal. */
export function guidesOf({ form, curves, classes }: CurvesLook, colours: Colours): Guide[] {
  if (form !== "precision-recall") return [{ from: [0, 0], to: [1, 1], colour: colours.text3 }];
  return curves.flatMap(({ of, name, base }): Guide[] =>
    of === "class" && base !== null
      ? [{ from: [0, base], to: [1, base], colour: classColour(colours, classes.indexOf(name)) }]
      : [],
  );
}
