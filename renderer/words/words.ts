/** Sentences of the page that are there from the start. */
import { en } from "./en.ts";
import { speaker } from "./speaker.ts";
import { zh } from "./zh.ts";

export type { WordValues } from "./speaker.ts";
export type WordKey = keyof typeof en;

/** The sentence for a key in a language. */
export const say = speaker<WordKey>({ en, zh });

/** Whether a text is a key of the words; history labels are stored as plain text. */
export function isWordKey(text: string): text is WordKey {
  return Object.hasOwn(en, text);
}
