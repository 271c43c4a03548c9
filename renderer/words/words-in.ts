/** All that words things in one language: sentences, words of a descriptor, numbers, times and sizes. */
import type { Words } from "../../core/node/descriptor.ts";
import type { Language } from "./language.ts";
import { duration, number, size } from "./numbers.ts";
import { say, type WordKey, type WordValues } from "./words.ts";

export type Wording = ReturnType<typeof wordsIn>;

export function wordsIn(language: Language) {
  return {
    language,
    t: (key: WordKey, values?: WordValues) => say(language, key, values),
    /** The words of a descriptor. */
    local: (words: Words | { en: string; zh?: string }) => words[language] ?? words.en,
    number: (value: number) => number(language, value),
    duration: (ms: number) => duration(language, ms),
    size: (bytes: number) => size(language, bytes),
  };
}
