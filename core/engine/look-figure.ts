/** Figures → looks. Long curves are cut to the points that can be told apart on a screen; no value is changed. */
import type { CalibrationFigure, ConfusionFigure, Curve, CurveFigure, Figure } from "../ml/values.ts";
import type { ConfusionLook, CurveLook, CurvesLook, Look } from "../service/look.ts";
import { finite } from "./look-numbers.ts";

const mostPoints = 600;

/** The look at any figure. */
export function figureLook(figure: Figure): Look {
  switch (figure.form) {
    case "confusion":
      return confusionLook(figure);
    case "calibration":
      return calibrationLook(figure);
    case "roc":
    case "precision-recall":
      return curvesLook(figure);
  }
}

function confusionLook(figure: ConfusionFigure): ConfusionLook {
  const k = figure.classes.length;
  return {
    kind: "confusion",
    on: figure.on,
    classes: [...figure.classes],
    counts: figure.classes.map((_, truth) => Array.from(figure.counts.subarray(truth * k, truth * k + k))),
  };
}

function curvesLook({ form, on, rows, classes, curves }: CurveFigure): CurvesLook {
  return { kind: "curves", form, on, rows, classes: [...classes], curves: curves.map(curveLook) };
}

function curveLook({ of, name, x, y, thresholds, area, base }: Curve): CurveLook {
  const shown = evenly(x, y);
  return {
    of,
    name,
    x: shown.map((i) => x[i]),
    y: shown.map((i) => y[i]),
    at: shown.map((i) => finite(thresholds[i])),
    value: finite(area),
    base: finite(base),
    points: x.length,
  };
}

/** Points evenly spaced along the way from corner to corner, both ends among them: steps survive, crowds are thinned. */
function evenly(x: Float64Array, y: Float64Array): number[] {
  const all = Array.from(x.keys());
  if (x.length <= mostPoints) return all;
  const way = new Float64Array(x.length);
  for (let i = 1; i < x.length; i++)
    way[i] = way[i - 1] + Math.abs(x[i] - x[i - 1]) + Math.abs(y[i] - y[i - 1]);
  const step = way[x.length - 1] / (mostPoints - 2);
  let next = 0;
  return all.filter((i) => {
    if (way[i] < next && i < x.length - 1) return false;
    next = way[i] + step;
    return true;
  });
}

function calibrationLook({ form, on, rows, classes, curves }: CalibrationFigure): CurvesLook {
  return {
    kind: "curves",
    form,
    on,
    rows,
    classes: [...classes],
    curves: curves.map(({ of, name, x, y, rows: inBin, error }) => ({
      of,
      name,
      x: Array.from(x),
      y: Array.from(y),
      at: Array.from(inBin),
      value: finite(error),
      base: null,
      points: x.length,
    })),
  };
}
