/** Languages as Intl knows them. */
import type { Language } from "../../core/words/catalogue.ts";

/** The BCP 47 tag for Intl. */
export function localeOf(language: Language): string {
  return language === "zh" ? "zh-CN" : "en";
}
