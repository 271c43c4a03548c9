/** Which shade of a surface is which value. */
import type { SurfaceLook } from "../../../core/service/look-detail.ts";
import type { Colours } from "../colours.ts";
import { brief } from "../numbers.ts";
import { useViewWords } from "../words.ts";
import { spanOf, valueColour } from "./ground.ts";
import { inksOf } from "./use-ground.ts";

const steps = 12;

/** From the least to the greatest value that is drawn; nothing for classes. */
export function ValueKey(props: { surface: SurfaceLook; target: string; colours: Colours }) {
  const { surface, target, colours } = props;
  const { language } = useViewWords();
  const span = spanOf(surface);
  if (!span) return null;
  const inks = inksOf(colours);
  const at = (step: number) => span[0] + (step / (steps - 1)) * (span[1] - span[0]);
  return (
    <span className="legend-item" aria-hidden>
      <span className="clip">{target}</span>
      <span className="legend-value">{brief(language, span[0])}</span>
      <svg width={steps * 5} height="9" aria-hidden="true">
        {Array.from({ length: steps }, (_, step) => (
          <rect
            key={at(step)}
            x={step * 5}
            width="5.2"
            height="9"
            fill={`rgb(${valueColour(at(step), span, inks).join(" ")})`}
          />
        ))}
      </svg>
      <span className="legend-value">{brief(language, span[1])}</span>
    </span>
  );
}
