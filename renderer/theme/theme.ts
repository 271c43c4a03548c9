/** Light or dark: the system's choice until the user makes one, which is remembered. */
export type Theme = "light" | "dark";
const key = "espalier.theme";

/** The theme to start with. */
export function initialTheme(): Theme {
  const stored = localStorage.getItem(key);
  if (stored === "light" || stored === "dark") return stored;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Puts a theme on the page. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

/** Remembers the user's choice. */
export function rememberTheme(theme: Theme): void {
  localStorage.setItem(key, theme);
}
