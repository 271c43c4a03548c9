/** Weights from the heaviest row down, beside the level line of equal weights. */
import { useMemo } from "react";
import type { WeightsLook } from "../../../core/service/look-detail.ts";
import type { How } from "../../store/row-selection.ts";
import { XyCurves } from "../chart/XyCurves.tsx";
import { useColours } from "../colours.ts";
import type { Exporter } from "../frame/exporter.ts";
import { brief } from "../numbers.ts";
import { useViewWords } from "../words.ts";

/** Fills its parent. */
export function WeightsCurve(props: {
  weights: WeightsLook;
  /** Selects so many of the heaviest rows; left out where they cannot be found. */
  pick: ((top: number, how: How) => void) | undefined;
  label: string;
  exporter: Exporter;
}) {
  const { weights, pick, label, exporter } = props;
  const { v, language } = useViewWords();
  const colours = useColours();
  const lines = useMemo(
    () => [
      {
        key: "weights",
        name: v("weights.weight"),
        x: weights.ranks,
        y: weights.weights,
        colour: colours.learner,
        steps: true,
      },
    ],
    [weights, colours, v],
  );
  const equal = 1 / weights.rows;
  return (
    <XyCurves
      label={label}
      lines={lines}
      guides={[{ from: [1, equal], to: [weights.rows, equal], colour: colours.text3 }]}
      names={{ x: v("weights.rank"), y: v("weights.weight") }}
      xRange={[1, Math.max(2, weights.rows)]}
      yRange={[0, Math.max(equal, weights.weights[0] ?? 0) * 1.05]}
      say={({ point }) =>
        v("weights.point", {
          at: String(weights.ranks[point] ?? ""),
          value: brief(language, weights.weights[point] ?? 0),
        })
      }
      sheet={() => ({
        head: [v("weights.rank"), "D"],
        rows: weights.ranks.map((rank, i) => [rank, weights.weights[i] ?? null]),
      })}
      exporter={exporter}
      pick={pick && (({ point }, how) => pick(weights.ranks[point] ?? 1, how))}
    />
  );
}
