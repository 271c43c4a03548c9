/** The views of what training left behind, round by round. */
import { lazy } from "react";
import { valueWeightFormula, weightFormula } from "../formulas.ts";
import type { View } from "../view.ts";
import { ErrorByRound } from "./ErrorByRound.tsx";
import { LearnerWeights } from "./LearnerWeights.tsx";
import { OtherCurves } from "./OtherCurves.tsx";
import { hasErrors, hasSeries, otherNames } from "./series-of.ts";
import { TraceNumbers } from "./TraceNumbers.tsx";

// Loaded when somebody opens it first.
const WeightsView = lazy(async () => ({ default: (await import("../weights/WeightsView.tsx")).WeightsView }));

const effectiveFormula = "n_{eff} = 1 / Σ_i D_m(i)²";
const classWeightsFormula = `D_{m+1}(i) ∝ D_m(i)·exp(α_m·[h_m(x_i) ≠ y_i])   ·   ${effectiveFormula}`;
const valueWeightsFormula = `D_{m+1}(i) ∝ D_m(i)·β_m^(η·(1 − L_m(i)))   ·   ${effectiveFormula}`;

export const traceViews: readonly View<"trace">[] = [
  {
    id: "error",
    title: "trace.error",
    fits: hasErrors,
    explain: (look) => ({
      words: hasSeries(look, ["bound"]) ? "trace.error.explainBound" : "trace.error.explain",
      ...(hasSeries(look, ["bound"])
        ? { formula: "∏ 2√(e_m(1 − e_m))" }
        : { formula: "e_m = Σ_i D_m(i)·[h_m(x_i) ≠ y_i]" }),
    }),
    Picture: ErrorByRound,
  },
  {
    id: "alpha",
    title: "trace.alpha",
    fits: (look) => hasSeries(look, ["alpha"]),
    explain: (look) => ({
      words: "trace.alpha.explain",
      values: { count: look.length },
      formula: hasSeries(look, ["averageLoss"]) ? valueWeightFormula : weightFormula,
    }),
    Picture: LearnerWeights,
  },
  {
    id: "weights",
    title: "view.weights",
    fits: ({ weighted = 0 }) => weighted > 0,
    explain: (look) => ({
      words: "weights.explain",
      values: { count: look.weighted ?? 0 },
      formula: hasSeries(look, ["averageLoss"]) ? valueWeightsFormula : classWeightsFormula,
    }),
    Picture: WeightsView,
  },
  {
    id: "curves",
    title: "trace.curves",
    fits: (look) => otherNames(look).length > 0,
    explain: () => ({ words: "trace.curves.explain" }),
    Picture: OtherCurves,
  },
  {
    id: "numbers",
    title: "view.numbers",
    fits: ({ at, series }) => at.length > 0 && Object.keys(series).length > 0,
    explain: ({ length }) => ({ words: "trace.numbers.explain", values: { count: length } }),
    Picture: TraceNumbers,
  },
];
