/** The reader's language: the system's until the user chooses, which is remembered. */
import type { Language } from "../../core/words/catalogue.ts";
import { localeOf } from "./locale.ts";

export type { Language } from "../../core/words/catalogue.ts";

const key = "espalier.language";

/** The language to start with. */
export function initialLanguage(): Language {
  const stored = localStorage.getItem(key);
  if (stored === "en" || stored === "zh") return stored;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** Tells the browser (and screen readers) which language the page speaks. */
export function showLanguage(language: Language): void {
  document.documentElement.lang = localeOf(language);
}

/** Remembers the user's choice. */
export function rememberLanguage(language: Language): void {
  localStorage.setItem(key, language);
}
