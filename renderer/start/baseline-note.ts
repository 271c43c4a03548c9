/** The note that says what stands on the canvas, in both languages, with this file's own numbers. */
import type { TargetProfile } from "../../core/base/table-profile.ts";
import type { NoteRecord } from "../../core/graph/document.ts";
import type { Language } from "../../core/words/catalogue.ts";
import type { BaselineChoice, Facts } from "./baseline.ts";
import type { Drawn } from "./draw.ts";
import { sayStart } from "./say.ts";

const mostNamed = 6;

/** In the room that the cards leave. */
export function baselineNote(
  choice: BaselineChoice,
  target: TargetProfile,
  facts: Facts,
  { free }: Drawn,
): NoteRecord {
  const text = (language: Language) => noteText(language, choice, target, facts);
  return { ...free, color: "green", text: { en: text("en"), zh: text("zh") } };
}

function noteText(
  language: Language,
  { path, profile, leaveOut, time }: BaselineChoice,
  target: TargetProfile,
  { classes, kind, folds, gaps, categories }: Facts,
): string {
  const out = profile.columns
    .map(({ name }) => name)
    .filter((name) => leaveOut.has(name) && name !== time && name !== target.column);
  const named = out.slice(0, mostNamed).join(language === "zh" ? "、" : ", ");
  const sentences = [
    sayStart(language, "note.task", {
      file: path.replace(/^.*\//, ""),
      target: target.column,
      task: classes ? "classification" : "regression",
    }),
    sayStart(language, "note.split", { kind, time: time ?? "" }),
    sayStart(language, "note.folds", { folds }),
    ...(gaps || categories ? [sayStart(language, "note.steps")] : []),
    ...(out.length > 0
      ? [
          sayStart(language, "note.leftOut", {
            columns: named,
            more: out.length - Math.min(out.length, mostNamed),
          }),
        ]
      : []),
    sayStart(language, "note.final", { learner: classes ? "logistic" : "linear" }),
  ];
  return sentences.join(language === "zh" ? "" : " ");
}
