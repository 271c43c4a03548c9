/** Every view, by the kind of look it draws; the first that fits is in front until the reader chooses. */
import { lazy } from "react";
import { BackendsView } from "./backends/BackendsView.tsx";
import { ComparisonView } from "./comparison/ComparisonView.tsx";
import { ConfusionView } from "./confusion/ConfusionView.tsx";
import { CurvesView } from "./curves/CurvesView.tsx";
import { DependenceView } from "./dependence/DependenceView.tsx";
import { ImportanceView } from "./importance/ImportanceView.tsx";
import { LearningCurveView } from "./learning-curve/LearningCurveView.tsx";
import { modelViews } from "./model/model-views.ts";
import { LearnerView } from "./plain/LearnerView.tsx";
import { NumberView } from "./plain/NumberView.tsx";
import { TextView } from "./plain/TextView.tsx";
import { PredictionsView } from "./predictions/PredictionsView.tsx";
import { ResidualsView } from "./predictions/ResidualsView.tsx";
import { residualsOf } from "./predictions/residuals.ts";
import { ScatterView } from "./scatter/ScatterView.tsx";
import { ScoresView } from "./scores/ScoresView.tsx";
import { StageCurve } from "./scores/StageCurve.tsx";
import { isPlane, planeOf } from "./table/points.ts";
import { TableView } from "./table/TableView.tsx";
import { traceViews } from "./trace/trace-views.ts";
import type { Registry } from "./view.ts";

// What few readers open first is loaded when somebody does.
const ProbabilityMargins = lazy(async () => ({
  default: (await import("./margins/ProbabilityMargins.tsx")).ProbabilityMargins,
}));
const MatrixView = lazy(async () => ({ default: (await import("./matrix/MatrixView.tsx")).MatrixView }));
const ProfileView = lazy(async () => ({ default: (await import("./profile/ProfileView.tsx")).ProfileView }));

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
  trace: traceViews,
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
      explain: ({ on, rows, byStage = {} }) => ({
        words: on === "training" ? "scores.stageTraining" : "scores.stageExplain",
        values: { count: rows },
        ...("rmse" in byStage ? { formula: "RMSE_m = √((1/n) Σ_i (y_i − F_m(x_i))²)" } : {}),
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
  backends: [
    {
      id: "backends",
      title: "view.backends",
      fits: () => true,
      explain: ({ repeats }) => ({
        words: "backends.explain",
        values: { count: repeats },
        formula: "C = A B;  error = max |C − C₆₄| / max |C₆₄|",
      }),
      Picture: BackendsView,
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
  model: modelViews,
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
