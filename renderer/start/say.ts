/** Sentences of the start page in a given language, worded by ICU MessageFormat; they are loaded with the page. */
import { IntlMessageFormat } from "intl-messageformat";
import type { Language } from "../../core/words/catalogue.ts";
import { localeOf } from "../words/locale.ts";
import { startWordsEn } from "./words.en.ts";
import { startWordsZh } from "./words.zh.ts";

export type StartKey = keyof typeof startWordsEn;
export type StartValues = Readonly<Record<string, string | number>>;

const tables: Readonly<Record<Language, Readonly<Record<StartKey, string>>>> = {
  en: startWordsEn,
  zh: startWordsZh,
};
const formats = new Map<string, IntlMessageFormat>();

/** The sentence for `key`. Messages without values are given out as they stand. */
export function sayStart(language: Language, key: StartKey, values?: StartValues): string {
  const message = tables[language][key];
  if (values === undefined) return message;
  const id = `${language}/${key}`;
  const known = formats.get(id) ?? new IntlMessageFormat(message, localeOf(language));
  formats.set(id, known);
  return String(known.format(values));
}
