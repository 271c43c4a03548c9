/** What stands on the canvas, said in both languages: a note with this file's own numbers, and titles for the chapters. */
import type { TargetProfile } from "../../core/base/table-profile.ts";
import type { FrameRecord, NoteRecord } from "../../core/graph/document.ts";
import type { Language } from "../../core/words/catalogue.ts";
import type { BaselineChoice, Facts } from "./baseline.ts";
import type { Box, Drawn } from "./draw.ts";
import { type StartKey, sayStart } from "./say.ts";

const mostNamed = 6;

/** In the room that the cards leave. */
export function baselineNote(
  choice: BaselineChoice,
  target: TargetProfile,
  facts: Facts,
  { free }: Drawn,
): NoteRecord {
  const text = (language: Language) => noteText(language, choice, target, facts);
  const both = { en: text("en"), zh: text("zh") };
  const [width, most] = free.size;
  return { at: free.at, size: [width, Math.min(most, heightOf(both.en, width))], color: "green", text: both };
}

/** About how high a text is in a note. */
function heightOf(text: string, width: number): number {
  const { letter, line, edge } = { letter: 6.2, line: 18, edge: 24 };
  return Math.ceil((text.length * letter) / (width - edge)) * line + edge;
}

/** The frames with their titles. */
export function framesOf({ chapters }: Drawn): Record<string, FrameRecord> {
  const titled = (box: Box, key: StartKey): FrameRecord => ({
    ...box,
    title: { en: sayStart("en", key), zh: sayStart("zh", key) },
  });
  return {
    rows: titled(chapters.rows, "frame.rows"),
    final: titled(chapters.final, "frame.final"),
    folds: titled(chapters.folds, "frame.folds"),
  };
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
