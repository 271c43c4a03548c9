/** The small pictures, by the kind of look. */
import type { ComponentType } from "react";
import type { Look } from "../../../core/service/look.ts";
import type { LookOf } from "../view.ts";
import { BackendsThumb } from "./BackendsThumb.tsx";
import { ComparisonThumb } from "./ComparisonThumb.tsx";
import { ConfusionThumb } from "./ConfusionThumb.tsx";
import { CurvesThumb } from "./CurvesThumb.tsx";
import { CurveThumb } from "./CurveThumb.tsx";
import { DependenceThumb, ImportanceThumb } from "./InspectThumbs.tsx";
import { LearningCurveThumb } from "./LearningCurveThumb.tsx";
import { ModelThumb } from "./ModelThumb.tsx";
import { LearnerThumb, NumberThumb, TextThumb } from "./PlainThumbs.tsx";
import { PredictionsThumb } from "./PredictionsThumb.tsx";
import { ScoresThumb } from "./ScoresThumb.tsx";
import { TableThumb } from "./TableThumb.tsx";

export const thumbs: { readonly [K in Look["kind"]]: ComponentType<{ look: LookOf<K> }> } = {
  table: TableThumb,
  trace: CurveThumb,
  scores: ScoresThumb,
  confusion: ConfusionThumb,
  curves: CurvesThumb,
  comparison: ComparisonThumb,
  "learning-curve": LearningCurveThumb,
  importance: ImportanceThumb,
  dependence: DependenceThumb,
  backends: BackendsThumb,
  model: ModelThumb,
  predictions: PredictionsThumb,
  learner: LearnerThumb,
  number: NumberThumb,
  text: TextThumb,
};
