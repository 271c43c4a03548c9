/** Every view, by the kind of look it draws; the first that fits is in front until the reader chooses. */
import { lazy } from "react";
import { ComparisonView } from "./comparison/ComparisonView.tsx";
import { ConfusionView } from "./confusion/ConfusionView.tsx";
import { CurvesView } from "./curves/CurvesView.tsx";
import { DependenceView } from "./dependence/DependenceView.tsx";
import { ImportanceView } from "./importance/ImportanceView.tsx";
import { LearningCurveView } from "./learning-curve/LearningCurveView.tsx";
import { MemberSays } from "./model/MemberSays.tsx";
import { ModelFacts } from "./model/ModelFacts.tsx";
import { ModelView } from "./model/ModelView.tsx";
import { LearnerView } from "./plain/LearnerView.tsx";
import { NumberView } from "./plain/NumberView.tsx";
import { TextView } from "./plain/TextView.tsx";
import { PredictionsView } from "./predictions/PredictionsView.tsx";
import { ResidualsView } from "./predictions/ResidualsView.tsx";
import { residualsOf } from "./predictions/residuals.ts";
import { ScoresView } from "./scores/ScoresView.tsx";
import { StageCurve } from "./scores/StageCurve.tsx";
import { isPlane, planeOf } from "./table/points.ts";
import { ScatterView } from "./table/ScatterView.tsx";
import { TableView } from "./table/TableView.tsx";
import { ErrorByRound } from "./trace/ErrorByRound.tsx";
import { LearnerWeights } from "./trace/LearnerWeights.tsx";
import { OtherCurves } from "./trace/OtherCurves.tsx";
import { hasErrors, hasSeries, otherNames } from "./trace/series-of.ts";
import { TraceNumbers } from "./trace/TraceNumbers.tsx";
import type { Registry } from "./view.ts";

// What few readers open first is loaded when somebody does.
const VoteMargins = lazy(async () => ({ default: (await import("./margins/VoteMargins.tsx")).VoteMargins }));
const ProbabilityMargins = lazy(async () => ({
  default: (await import("./margins/ProbabilityMargins.tsx")).ProbabilityMargins,
}));
const CoefficientsView = lazy(async () => ({
  default: (await import("./coefficients/CoefficientsView.tsx")).CoefficientsView,
}));
const MatrixView = lazy(async () => ({ default: (await import("./matrix/MatrixView.tsx")).MatrixView }));
const ProfileView = lazy(async () => ({ default: (await import("./profile/ProfileView.tsx")).ProfileView }));
const SurfaceView = lazy(async () => ({ default: (await import("./surface/SurfaceView.tsx")).SurfaceView }));
const WeightsView = lazy(async () => ({ default: (await import("./weights/WeightsView.tsx")).WeightsView }));

const weightFormula = "α_m = ln((1 − e_m) / e_m) + ln(K − 1)";
const valueWeightFormula = "α_m = η·ln(1 / β_m)   ·   β_m = L̄_m / (1 − L̄_m)";

const effectiveFormula = "n_{eff} = 1 / Σ_i D_m(i)²";
const classWeightsFormula = `D_{m+1}(i) ∝ D_m(i)·exp(α_m·[h_m(x_i) ≠ y_i])   ·   ${effectiveFormula}`;
const valueWeightsFormula = `D_{m+1}(i) ∝ D_m(i)·β_m^(η·(1 − L_m(i)))   ·   ${effectiveFormula}`;

const curveFormulas = {
  roc: "TPR = TP / P   ·   FPR = FP / N   ·   AUC = P(p_{+} > p_{−}) + ½ P(p_{+} = p_{−})",
  "precision-recall": "AP = Σ_n (R_n − R_{n−1}) P_n",
  calibration: "ECE = Σ_b (n_b / n)·|share_b − mean p_b|",
} as const;

export const views: Registry = {
  table: [
    {
      id: "table",
      title: "view.table",
      fits: ({ columns }) => columns.length > 0,
      explain: ({ rowCount, columns }) => ({
        words: "table.explain",
        values: { rows: rowCount, columns: columns.length },
      }),
      Picture: TableView,
    },
    {
      id: "scatter",
      title: "view.scatter",
      fits: (look) => look.rowCount > 0 && planeOf(look).axes.length > 1,
      explain: () => ({ words: "scatter.explain" }),
      leads: (look) => isPlane(look),
      Picture: ScatterView,
    },
    {
      id: "matrix",
      title: "view.matrix",
      fits: (look) => look.rowCount > 0 && planeOf(look).axes.length > 2,
      explain: () => ({
        words: "matrix.explain",
        formula: "r = Σ_i (x_i − x̄)(y_i − ȳ) / √(Σ_i (x_i − x̄)² · Σ_i (y_i − ȳ)²)",
      }),
      Picture: MatrixView,
    },
    {
      id: "profile",
      title: "view.profile",
      fits: ({ columns }) => columns.length > 0,
      explain: ({ rowCount }) => ({
        words: "profile.explain",
        values: { count: rowCount },
        formula: "s = √(Σ_i (x_i − x̄)² / (n − 1))",
      }),
      Picture: ProfileView,
    },
  ],
  trace: [
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
  ],
  scores: [
    {
      id: "scores",
      title: "view.scores",
      fits: () => true,
      explain: ({ on, rows }) => ({
        words: on === "training" ? "scores.explainTraining" : "scores.explain",
        values: { count: rows },
        formula: "accuracy = (1/n) Σ_i [ŷ_i = y_i]   ·   F1 = 2PR / (P + R)",
      }),
      Picture: ScoresView,
    },
    {
      id: "stage",
      title: "scores.byStage",
      fits: ({ byStage }) => Object.values(byStage ?? {}).some((values) => values.length > 0),
      explain: ({ on, rows }) => ({
        words: on === "training" ? "scores.stageTraining" : "scores.stageExplain",
        values: { count: rows },
        formula: "F_M(x) = argmax_k Σ_{m ≤ M} α_m·[h_m(x) = k]",
      }),
      Picture: StageCurve,
    },
  ],
  confusion: [
    {
      id: "confusion",
      title: "view.confusion",
      fits: ({ classes }) => classes.length > 0,
      explain: ({ on, counts }) => ({
        words: on === "training" ? "confusion.explainTraining" : "confusion.explain",
        values: { count: counts.flat().reduce((sum, count) => sum + count, 0) },
        formula: "C_jk = Σ_i [y_i = j]·[ŷ_i = k]",
      }),
      Picture: ConfusionView,
    },
  ],
  curves: (["roc", "precision-recall", "calibration"] as const).map((form) => ({
    id: form,
    title: `view.${form}` as const,
    fits: (look) => look.form === form && look.curves.length > 0,
    explain: ({ rows, on }) => ({
      words: `${form}.explain`,
      values: { count: rows, on },
      formula: curveFormulas[form],
    }),
    Picture: CurvesView,
  })),
  comparison: [
    {
      id: "comparison",
      title: "view.comparison",
      fits: ({ pairs }) => pairs.length > 0,
      explain: ({ fits, rope, lowerIsBetter }) => ({
        words: lowerIsBetter ? "comparison.explainLower" : "comparison.explain",
        values: { count: fits, rope: String(rope) },
        formula: "t = d̄ / √((1/F + n_test / n_train) s²)",
      }),
      Picture: ComparisonView,
    },
  ],
  "learning-curve": [
    {
      id: "learning-curve",
      title: "view.learning-curve",
      fits: ({ sizes, metrics }) => sizes.length > 0 && Object.keys(metrics).length > 0,
      explain: ({ folds, learner }) => ({
        words: "curve.explain",
        values: { count: folds, learner },
      }),
      Picture: LearningCurveView,
    },
  ],
  importance: [
    {
      id: "importance",
      title: "view.importance",
      fits: ({ features }) => features.length > 0,
      explain: ({ metric, baseline, rows, repeats, on, count, features }) => ({
        words: on === "training" ? "importance.explainTraining" : "importance.explain",
        values: {
          metric,
          baseline: baseline.toFixed(4),
          rows,
          count: repeats,
          shown: features.length,
          features: count,
        },
        formula: "I_j = s(X) − (1/R) Σ_r s(X_{j shuffled})",
      }),
      Picture: ImportanceView,
    },
  ],
  dependence: [
    {
      id: "dependence",
      title: "view.dependence",
      fits: ({ features }) => features.length > 0,
      explain: ({ rows }) => ({
        words: "dependence.explain",
        values: { count: rows },
        formula: "PD_j(v) = (1/n) Σ_i f(x_i, x_{ij} = v)",
      }),
      Picture: DependenceView,
    },
  ],
  model: [
    {
      id: "tree",
      title: "view.tree",
      fits: ({ tree }) => (tree?.nodes.length ?? 0) > 0,
      explain: ({ members, task }) => {
        if (members) return { words: "tree.explainMember", values: { count: members.count } };
        return { words: task === "regression" ? "tree.explainValue" : "tree.explain" };
      },
      Picture: ModelView,
    },
    {
      id: "coefficients",
      title: "view.coefficients",
      fits: ({ weighs }) => weighs === "coefficients",
      explain: ({ task }) => ({
        words: "coefficients.explain",
        formula: task === "regression" ? "ŷ = b + Σ_j w_j·x_j" : "z_k = b_k + Σ_j w_{kj}·x_j",
      }),
      Picture: CoefficientsView,
    },
    {
      id: "means",
      title: "view.means",
      fits: ({ weighs }) => weighs === "means",
      explain: () => ({
        words: "coefficients.explainMeans",
        formula: "p(k | x) ∝ π_k · ∏_j N(x_j; μ_{kj}, σ²_{kj})",
      }),
      Picture: CoefficientsView,
    },
    {
      id: "surface",
      title: "view.surface",
      fits: ({ spans = false }) => spans,
      explain: ({ members, task }) => ({
        words: members ? "surface.explainRounds" : "surface.explain",
        ...(members
          ? task === "regression"
            ? {}
            : { formula: "F_M(x) = argmax_k Σ_{m ≤ M} α_m·[h_m(x) = k]" }
          : { formula: task === "regression" ? "ŷ = f(x)" : "ŷ = argmax_k p_k(x)" }),
      }),
      Picture: SurfaceView,
    },
    {
      id: "margins",
      title: "view.margins",
      fits: ({ votes = false }) => votes,
      explain: () => ({
        words: "margins.explainVotes",
        formula: "(Σ_m α_m·[h_m(x) = y] − max_{k ≠ y} Σ_m α_m·[h_m(x) = k]) / Σ_m α_m",
      }),
      Picture: VoteMargins,
    },
    {
      id: "says",
      title: "trace.alpha",
      fits: ({ members }) => (members?.says.length ?? 0) > 0,
      explain: ({ members, task }) => ({
        words: "trace.alpha.explain",
        values: { count: members?.count ?? 0 },
        formula: task === "regression" ? valueWeightFormula : weightFormula,
      }),
      Picture: MemberSays,
    },
    {
      id: "facts",
      title: "view.facts",
      fits: () => true,
      explain: ({ seenRows }) => ({ words: "model.explain", values: { count: seenRows } }),
      Picture: ModelFacts,
    },
  ],
  predictions: [
    {
      id: "predictions",
      title: "view.predictions",
      fits: () => true,
      explain: ({ rowCount, target }) => ({
        words: "predictions.explain",
        values: { count: rowCount, target },
      }),
      Picture: PredictionsView,
    },
    {
      id: "residuals",
      title: "view.residuals",
      fits: (look) => residualsOf(look).length > 0,
      explain: ({ target }) => ({
        words: "residuals.explain",
        values: { target },
        formula: "e_i = y_i − ŷ_i",
      }),
      Picture: ResidualsView,
    },
    {
      id: "margins",
      title: "view.margins",
      fits: ({ leads = false }) => leads,
      explain: ({ rowCount }) => ({
        words: "margins.explain",
        values: { count: rowCount },
        formula: "p_y(x) − max_{k ≠ y} p_k(x)",
      }),
      Picture: ProbabilityMargins,
    },
  ],
  learner: [
    {
      id: "learner",
      title: "view.learner",
      fits: () => true,
      explain: () => ({ words: "learner.explain" }),
      Picture: LearnerView,
    },
  ],
  number: [
    {
      id: "number",
      title: "view.number",
      fits: () => true,
      explain: () => ({ words: "number.explain" }),
      Picture: NumberView,
    },
  ],
  text: [
    {
      id: "text",
      title: "view.text",
      fits: () => true,
      explain: () => ({ words: "text.explain" }),
      Picture: TextView,
    },
  ],
};
