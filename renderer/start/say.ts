/** Sentences of the start page in a given language; they are loaded with the page. */
import { speaker } from "../words/speaker.ts";
import { startWordsEn } from "./words.en.ts";
import { startWordsZh } from "./words.zh.ts";

export type { WordValues as StartValues } from "../words/speaker.ts";
export type StartKey = keyof typeof startWordsEn;

/** The sentence for a key. */
export const sayStart = speaker<StartKey>({ en: startWordsEn, zh: startWordsZh });
