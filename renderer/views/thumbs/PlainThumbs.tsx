/** What is no picture, small: a recipe, a number, a text. */
import type { LearnerLook } from "../../../core/service/look.ts";
import { brief } from "../numbers.ts";
import type { LookOf } from "../view.ts";
import { useViewWords } from "../words.ts";

/** A recipe: algorithm and its first parameters. */
export function LearnerThumb({ look }: { look: LearnerLook }) {
  const { language } = useViewWords();
  return (
    <div className="thumb-text">
      <b>{look.algorithm}</b>
      {Object.entries(look.params)
        .slice(0, 3)
        .map(([name, value]) => (
          <div key={name} className="clip">
            {name} = {typeof value === "number" ? brief(language, value) : String(value)}
          </div>
        ))}
    </div>
  );
}

/** A number, large. */
export function NumberThumb({ look }: { look: LookOf<"number"> }) {
  const { language } = useViewWords();
  return <span className="thumb-score-value">{look.value === null ? "–" : brief(language, look.value)}</span>;
}

/** The beginning of a text. */
export function TextThumb({ look }: { look: LookOf<"text"> }) {
  return <div className="thumb-text">{look.value.slice(0, 240)}</div>;
}
