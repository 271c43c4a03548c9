/** Theme and language: switched, shown and remembered in one place. */
import { rememberTheme, showTheme } from "../theme/theme.ts";
import { rememberLanguage, showLanguage } from "../words/language.ts";
import type { Editor } from "./editor.ts";

/** Light to dark and back. */
export function switchTheme(editor: Editor): void {
  const theme = editor.store.getState().theme === "light" ? "dark" : "light";
  showTheme(theme);
  rememberTheme(theme);
  editor.store.setState({ theme });
}

/** English to 简体中文 and back. */
export function switchLanguage(editor: Editor): void {
  const language = editor.store.getState().language === "en" ? "zh" : "en";
  showLanguage(language);
  rememberLanguage(language);
  editor.store.setState({ language });
}
