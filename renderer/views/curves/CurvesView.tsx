/** ROC, precision-recall and reliability curves: a line a class, its averages, and what knows nothing as a dashed guide. */
import { useMemo } from "react";
import type { CurvesLook } from "../../../core/service/look.ts";
import { judgedPredictions } from "../../store/fed-by.ts";
import type { How } from "../../store/row-selection.ts";
import { useFed } from "../../store/use-fed.ts";
import { useMarks, useSelectRows } from "../../store/use-row-selection.ts";
import { XyCurves } from "../chart/XyCurves.tsx";
import type { XyPoint } from "../chart/xy.ts";
import { useColours } from "../colours.ts";
import { fixed } from "../numbers.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { axesOf, guidesOf, linesOf, nameOf } from "./curve-lines.ts";
import { spotsOf, whereAt } from "./curve-rows.ts";

const whole = [0, 1] as const;
const ofClasses = { classes: true };

/** Fills its parent. */
export function CurvesView({ look, source, title, exporter }: ViewProps<CurvesLook>) {
  const { v, language, integer } = useViewWords();
  const colours = useColours();
  const axes = axesOf(look.form);
  const names = useMemo(() => ({ x: v(axes.x), y: v(axes.y) }), [axes, v]);
  const lines = useMemo(
    () =>
      linesOf(look, colours, (curve) =>
        v("curves.valued", { name: nameOf(curve, v), value: fixed(language, curve.value, 3) }),
      ),
    [look, colours, v, language],
  );
  const predictions = useFed(source, judgedPredictions);
  const select = useSelectRows(predictions);
  const marks = useMarks(predictions, ofClasses);
  const spots = useMemo(
    () => (marks?.kind === "classes" ? spotsOf(look, marks, lines) : []),
    [look, marks, lines],
  );
  const pick = (point: XyPoint, how: How) => {
    const where = whereAt(look, point);
    if (where) select?.(where, how);
  };
  const guides = useMemo(() => guidesOf(look, colours), [look, colours]);
  const say = ({ line, point }: { line: number; point: number }) => {
    const curve = look.curves[line];
    const at = curve?.at[point] ?? null;
    const x = fixed(language, curve?.x[point], 3);
    const y = fixed(language, curve?.y[point], 3);
    const place = `${axes.brief.x} ${x} · ${axes.brief.y} ${y}`;
    if (look.form === "calibration")
      return `${v("curves.inBin", { count: at ?? 0, shown: integer(at ?? 0) })} · ${place}`;
    return at === null ? place : `${v("curves.threshold", { value: fixed(language, at, 4) })} · ${place}`;
  };
  return (
    <XyCurves
      label={`${title}: ${v(`view.${look.form}`)}`}
      lines={lines}
      guides={guides}
      names={names}
      xRange={whole}
      yRange={whole}
      say={say}
      exporter={exporter}
      spots={spots}
      pick={select && pick}
      sheet={() => ({
        head: ["curve", axes.sheet.x, axes.sheet.y, axes.sheet.at],
        rows: look.curves.flatMap((curve) =>
          curve.x.map((x, point) => [nameOf(curve, v), x, curve.y[point] ?? null, curve.at[point] ?? null]),
        ),
      })}
    />
  );
}
