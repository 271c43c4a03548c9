/** Says, wherever it is shown, that a score was computed on rows the model was fitted on. */
import { TriangleAlert } from "lucide-react";
import { useViewWords } from "../words.ts";

/** A small label with a sign, so that colour is not the only one. */
export function TrainingBadge() {
  const { v } = useViewWords();
  return (
    <span className="training-badge" title={v("training.why")} data-testid="training-score">
      <TriangleAlert size={11} aria-hidden />
      {v("training.score")}
    </span>
  );
}
