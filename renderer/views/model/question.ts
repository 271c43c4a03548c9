/** What a node of a tree asks, and what it answers, in words. */
import type { TreeNodeLook } from "../../../core/service/look.ts";
import type { Language } from "../../words/language.ts";
import { brief, percent } from "../numbers.ts";
import { sayView } from "../words.ts";

/** The question of a split: `area ≤ 880`, or whether there is a value at all. `undefined` for a leaf. */
export function questionOf({ feature, threshold }: TreeNodeLook, language: Language): string | undefined {
  if (feature === undefined) return undefined;
  if (threshold === undefined) return sayView(language, "tree.present", { feature });
  return `${feature} ≤ ${brief(language, threshold)}`;
}

/** What a leaf says: its class with that class's share, or its number. */
export function answerOf(
  { label, distribution }: TreeNodeLook,
  classes: readonly string[],
  language: Language,
): string {
  if (label === undefined) return brief(language, distribution[0] ?? 0);
  return `${label} · ${percent(language, distribution[classes.indexOf(label)] ?? 0)}`;
}
