/** What a wire carries, in a few words: `398 rows · 31 columns`. */
import type { WireType } from "../../core/types/wire-type.ts";
import type { Language } from "../words/language.ts";
import { say, type WordKey } from "../words/words.ts";

/** The facts known of a type; its kind's name where nothing more is known. */
export function typeFact(type: WireType, language: Language): string {
  const facts = factsOf(type, (key, count) =>
    say(language, key, count === undefined ? undefined : { count }),
  );
  return facts.length > 0 ? facts.join(" · ") : say(language, `kind.${type.kind}`);
}

function factsOf(type: WireType, t: (key: WordKey, count?: number) => string): string[] {
  const facts: string[] = [];
  switch (type.kind) {
    case "table":
      if (type.rows !== undefined) facts.push(t("fact.rows", type.rows));
      if (type.columns) facts.push(t("fact.columns", type.columns.length));
      return facts;
    case "learner":
      if (type.algorithm !== undefined) facts.push(type.algorithm);
      if (type.abilities?.weights) facts.push(t("fact.weights"));
      return facts;
    case "model":
      if (type.task) facts.push(t(`fact.${type.task}`));
      if (type.classes) facts.push(t("fact.classes", type.classes.length));
      if (type.features) facts.push(t("fact.features", type.features.length));
      return facts;
    case "predictions":
      if (type.rows !== undefined) facts.push(t("fact.rows", type.rows));
      if (type.classes) facts.push(t("fact.classes", type.classes.length));
      return facts;
    default:
      return facts;
  }
}
