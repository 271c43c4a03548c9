/** Figures → looks. Long curves are cut to the points that can be told apart on a screen; no value is changed. */
import type {
  BackendsFigure,
  CalibrationFigure,
  ComparisonFigure,
  ConfusionFigure,
  Curve,
  CurveFigure,
  CurveWithSpread,
  DependenceFigure,
  Figure,
  ImportanceFigure,
  LearningCurveFigure,
} from "../ml/values.ts";
import type {
  BackendsLook,
  ComparisonLook,
  ConfusionLook,
  CurveLook,
  CurvesLook,
  DependenceLook,
  ImportanceLook,
  LearningCurveLook,
  Look,
  SpreadLook,
} from "../service/look.ts";
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
    case "comparison":
      return comparisonLook(figure);
    case "learning-curve":
      return learningCurveLook(figure);
    case "importance":
      return importanceLook(figure);
    case "partial-dependence":
      return dependenceLook(figure);
    case "backends":
      return backendsLook(figure);
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
    curves: curves.map(({ of, name, x, y, rows: inBin, low, high, error }) => ({
      of,
      name,
      x: Array.from(x),
      y: Array.from(y),
      at: Array.from(inBin),
      bins: Array.from(low, (end, bin) => ({ low: finite(end), high: finite(high[bin]) })),
      value: finite(error),
      base: null,
      points: x.length,
    })),
  };
}

function comparisonLook({ kind: _, form, scores, names, pairs, ...rest }: ComparisonFigure): ComparisonLook {
  const means = scores.map((values) => sum(values) / values.length);
  return {
    kind: form,
    ...rest,
    names: [...names],
    means,
    sds: scores.map((values, i) =>
      Math.sqrt(sum(values.map((value) => (value - means[i]) ** 2)) / (values.length - 1)),
    ),
    pairs: pairs.map(({ spread: _spread, df: _df, t, ...pair }) => ({ ...pair, t: finite(t) })),
  };
}

function learningCurveLook({ form, learner, folds, sizes, metrics }: LearningCurveFigure): LearningCurveLook {
  const spread = ({ mean, sd }: CurveWithSpread): SpreadLook => ({
    mean: Array.from(mean, finite),
    sd: Array.from(sd, finite),
  });
  const entries = Object.entries(metrics).map(
    ([name, { training, validation }]) =>
      [name, { training: spread(training), validation: spread(validation) }] as const,
  );
  return { kind: form, learner, folds, sizes: Array.from(sizes), metrics: Object.fromEntries(entries) };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

const mostFeatures = 200;

function importanceLook({ kind: _, form, features, mean, sd, ...rest }: ImportanceFigure): ImportanceLook {
  const listed = features.map((name, i) => ({ name, mean: mean[i], sd: sd[i] }));
  const shown = listed.sort((a, b) => b.mean - a.mean).slice(0, mostFeatures);
  return { kind: form, ...rest, features: shown, count: features.length };
}

function dependenceLook({ target, rows, classes, features }: DependenceFigure): DependenceLook {
  return {
    kind: "dependence",
    target,
    rows,
    classes: [...classes],
    features: features.map(({ name, grid, levels, mean, rows: lone }) => ({
      name,
      grid: Array.from(grid),
      ...(levels && { levels: [...levels] }),
      mean: mean.map((values) => Array.from(values)),
      rows: lone.map((values) => Array.from(values)),
    })),
  };
}

function backendsLook({ form, operation, repeats, sizes, backends, unusable }: BackendsFigure): BackendsLook {
  return {
    kind: form,
    operation,
    repeats,
    sizes: Array.from(sizes),
    backends: backends.map(({ ms, error, ...rest }) => ({
      ...rest,
      ms: Array.from(ms),
      error: Array.from(error),
    })),
    unusable: unusable.map(({ name, code, values }) => ({
      name,
      reason: { code, severity: "info", values },
    })),
  };
}
