/** Sentences from two resource files, worded by ICU MessageFormat: each room of the page with words of its own has one. */
import { IntlMessageFormat } from "intl-messageformat";
import type { Language } from "../../core/words/catalogue.ts";
import { localeOf } from "./locale.ts";

export type WordValues = Readonly<Record<string, string | number>>;

/** Says the sentence for a key. Messages without values are given out as they stand. */
export type Speaker<K extends string> = (language: Language, key: K, values?: WordValues) => string;

/**
 * ```ts
 * const say = speaker({ en: { rows: "{count} rows" }, zh: { rows: "{count} 行" } });
 * say("en", "rows", { count: 3 }); // "3 rows"
 * ```
 */
export function speaker<K extends string>(
  tables: Readonly<Record<Language, Readonly<Record<K, string>>>>,
): Speaker<K> {
  const formats = new Map<string, IntlMessageFormat>();
  return (language, key, values) => {
    const message = tables[language][key];
    if (values === undefined) return message;
    const id = `${language}/${key}`;
    const known = formats.get(id) ?? new IntlMessageFormat(message, localeOf(language));
    formats.set(id, known);
    return String(known.format(values));
  };
}
