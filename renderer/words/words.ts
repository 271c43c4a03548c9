/** Sentences of the page, worded by ICU MessageFormat from the two resource files. */
import { IntlMessageFormat } from "intl-messageformat";
import { en } from "./en.ts";
import type { Language } from "./language.ts";
import { localeOf } from "./locale.ts";
import { zh } from "./zh.ts";

export type WordKey = keyof typeof en;
export type WordValues = Readonly<Record<string, string | number>>;

const tables: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = { en, zh };
const formats = new Map<string, IntlMessageFormat>();

/** The sentence for `key` in `language`. Messages without values are given out as they stand. */
export function say(language: Language, key: WordKey, values?: WordValues): string {
  const message = tables[language][key];
  if (values === undefined) return message;
  const id = `${language}/${key}`;
  const known = formats.get(id) ?? new IntlMessageFormat(message, localeOf(language));
  formats.set(id, known);
  return String(known.format(values));
}

/** Whether a text is a key of the words; history labels are stored as plain text. */
export function isWordKey(text: string): text is WordKey {
  return Object.hasOwn(en, text);
}
