/** Rows behind the points of curves: what a point selects, and where the selected rows stand on each curve. Pure. */
import type { CurvesLook } from "../../../core/service/look.ts";
import type { ClassMarks, Where } from "../../../core/service/selection.ts";
import type { Spot, XyLine, XyPoint } from "../chart/xy.ts";

/**
 * The rows at or above the threshold of a point, or in its bin. None for an average, whose points stand for pairs of row and
 * class, and for the corner where no row is called one of the class.
 */
export function whereAt({ form, curves }: CurvesLook, { line, point }: XyPoint): Where | undefined {
  const curve = curves[line];
  if (!curve) return undefined;
  const of = curve.of === "class" ? { of: curve.name } : {};
  if (form === "calibration") {
    const bin = curve.bins?.[point];
    if (!bin || (curve.of !== "class" && curve.of !== "confidence")) return undefined;
    const { low, high } = bin;
    return {
      by: "probability",
      ...of,
      ...(low === null ? {} : { above: low }),
      ...(high === null ? {} : { upTo: high }),
    };
  }
  const atLeast = curve.at[point] ?? null;
  return curve.of !== "class" || atLeast === null ? undefined : { by: "probability", ...of, atLeast };
}

/**
 * What the curve would say of the selected rows, were they the ones that are called of the class; of a calibration their mean
 * probability and the share that came true. Rows of a threshold, or of a bin, stand on the curve itself.
 */
export function spotsOf(look: CurvesLook, marks: ClassMarks, lines: readonly XyLine[]): Spot[] {
  if (marks.count === 0) return [];
  return look.curves.flatMap((curve, line): Spot[] => {
    const place =
      curve.of === "class"
        ? placeOf(look.form, marks, marks.classes.indexOf(curve.name))
        : curve.of === "confidence"
          ? [marks.confidence, marks.right === undefined ? undefined : marks.right / marks.count]
          : [];
    const [x, y] = place;
    const { key = "", colour = "" } = lines[line] ?? {};
    return x === undefined || y === undefined || !Number.isFinite(x + y) ? [] : [{ key, x, y, colour }];
  });
}

function placeOf(
  form: CurvesLook["form"],
  { count, selected, all, mean }: ClassMarks,
  code: number,
): readonly (number | undefined)[] {
  const hits = selected[code] ?? 0;
  const positives = all[code] ?? 0;
  const rows = all.reduce((sum, one) => sum + one, 0);
  if (form === "roc") return [(count - hits) / (rows - positives), hits / positives];
  if (form === "precision-recall") return [hits / positives, hits / count];
  return [mean?.[code], hits / count];
}
