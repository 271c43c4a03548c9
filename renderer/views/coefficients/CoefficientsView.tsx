/** What a linear model weighs its features with, or what naive Bayes knows of each class. */
import type { ModelLook } from "../../../core/service/look.ts";
import type { LookDetail } from "../../../core/service/look-detail.ts";
import { Unavailable } from "../detail/Unavailable.tsx";
import { useDetail } from "../detail/use-detail.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { ClassMeans } from "./ClassMeans.tsx";
import { CoefficientBars } from "./CoefficientBars.tsx";
import "../detail/detail.css";
import "./coefficients.css";

const detail: LookDetail = { of: "coefficients" };

/** Fills its parent. */
export function CoefficientsView({ look, source, title, exporter }: ViewProps<ModelLook>) {
  const { v } = useViewWords();
  const { look: found, failed } = useDetail(look, source, detail);
  const coefficients = found?.coefficients;
  const label = `${title}: ${v(coefficients?.form === "means" ? "view.means" : "view.coefficients")}`;
  if (!coefficients || failed) return <Unavailable failed={failed} />;
  return coefficients.form === "means" ? (
    <ClassMeans look={coefficients} label={label} exporter={exporter} />
  ) : (
    <CoefficientBars look={coefficients} label={label} exporter={exporter} />
  );
}
