/** The words of the views in the reader's language. */
import { useCallback } from "react";
import { useEditorState } from "../store/use-editor.ts";
import type { Language } from "../words/language.ts";
import { localeOf } from "../words/locale.ts";
import { speaker, type WordValues } from "../words/speaker.ts";
import { viewWordsEn } from "./words.en.ts";
import { viewWordsZh } from "./words.zh.ts";

export type ViewKey = keyof typeof viewWordsEn;
export type { WordValues as ViewValues } from "../words/speaker.ts";

const tables: Readonly<Record<Language, Readonly<Record<ViewKey, string>>>> = {
  en: viewWordsEn,
  zh: viewWordsZh,
};

/** The sentence for a key. */
export const sayView = speaker<ViewKey>(tables);

/**
 * The word for a name that an algorithm gave: a metric, a series. `<metric>Sd` is the spread of a metric over folds. A
 * name without a word is shown as it is.
 */
export function sayName(language: Language, family: "metric" | "series", name: string): string {
  const known = wordOf(language, `${family}.${name}`);
  if (known !== undefined || family !== "metric" || !name.endsWith("Sd")) return known ?? name;
  const metric = wordOf(language, `metric.${name.slice(0, -2)}`);
  return metric === undefined ? name : sayView(language, "scores.spread", { name: metric });
}

function wordOf(language: Language, key: string): string | undefined {
  return Object.hasOwn(viewWordsEn, key) ? tables[language][key as ViewKey] : undefined;
}

/** The words in the reader's language. */
export function useViewWords() {
  const language = useEditorState((state) => state.language);
  const v = useCallback((key: ViewKey, values?: WordValues) => sayView(language, key, values), [language]);
  const named = useCallback(
    (family: "metric" | "series", name: string) => sayName(language, family, name),
    [language],
  );
  const integer = useCallback((value: number) => value.toLocaleString(localeOf(language)), [language]);
  return { language, v, named, integer };
}
