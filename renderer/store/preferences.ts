/** Theme, language and keys: switched, shown and remembered in one place. */
import { type KeyMap, rememberKeys } from "../actions/key-map.ts";
import { initialTheme, onSystemTheme, rememberTheme, showTheme } from "../theme/theme.ts";
import { initialLanguage, rememberLanguage, showLanguage } from "../words/language.ts";
import type { Editor } from "./editor.ts";

/** Light to dark and back. */
export function switchTheme(editor: Editor): void {
  const theme = editor.store.getState().theme === "light" ? "dark" : "light";
  showTheme(theme);
  rememberTheme(theme);
  editor.store.setState({ theme });
}

/** Light and dark with the system, until the user chooses. */
export function followSystemTheme(front: () => Editor): void {
  onSystemTheme((theme) => {
    showTheme(theme);
    front().store.setState({ theme });
  });
}

/** Theme and language with the windows where they are chosen. */
export function followOtherWindows(front: () => Editor): void {
  window.addEventListener("storage", () => {
    const [theme, language] = [initialTheme(), initialLanguage()];
    showTheme(theme);
    showLanguage(language);
    front().store.setState({ theme, language });
  });
}

/** English to 简体中文 and back. */
export function switchLanguage(editor: Editor): void {
  const language = editor.store.getState().language === "en" ? "zh" : "en";
  showLanguage(language);
  rememberLanguage(language);
  editor.store.setState({ language });
}

/** Other keys for actions. */
export function setKeys(editor: Editor, keys: KeyMap): void {
  rememberKeys(keys);
  editor.store.setState({ keys });
}
