/** The room around a view: switcher, explanation and export in one low row, the picture below, its line at the foot. */
import { type ReactNode, useRef } from "react";
import type { Explanation } from "../view.ts";
import { useViewWords } from "../words.ts";
import { ExplainButton, ExplainLine } from "./Explain.tsx";
import { ExportMenu } from "./ExportMenu.tsx";
import type { Exporter, Takeaway } from "./exporter.ts";
import { Formula } from "./Formula.tsx";
import { type Choice, Switcher } from "./Switcher.tsx";
import { TrainingBadge } from "./TrainingBadge.tsx";
import "./frame.css";

type FrameProps = {
  title: string;
  choices: readonly Choice[];
  value: string;
  choose: (id: string) => void;
  explanation: Explanation;
  /** The numbers were computed on rows the model was fitted on: said in every view of them. */
  training: boolean;
  children: (exporter: Exporter) => ReactNode;
};

/** Keeps its size whatever is inside. */
export function Frame({ title, choices, value, choose, explanation, training, children }: FrameProps) {
  const { v } = useViewWords();
  const exporter = useRef<Takeaway>({});
  const front = choices.find(({ id }) => id === value);
  return (
    <div className="view" data-view={value}>
      <div className="view-bar">
        {choices.length > 1 ? (
          <Switcher label={v("switch")} choices={choices} value={value} choose={choose} />
        ) : (
          <span className="view-name clip">{front?.title}</span>
        )}
        {training ? <TrainingBadge /> : null}
        <span className="view-hint clip" aria-hidden>
          <Formula>{explanation.formula ?? v(explanation.words, explanation.values)}</Formula>
        </span>
        <ExplainButton {...explanation} />
        <ExportMenu exporter={exporter} title={front ? `${title} ${front.title}` : title} />
      </div>
      <div className="view-picture">{children(exporter)}</div>
      <ExplainLine {...explanation} />
    </div>
  );
}
