/** Light or dark: the system's choice until the user makes one, which is remembered. */
export type Theme = "light" | "dark";
const key = "espalier.theme";

/** The theme to start with. */
export function initialTheme(): Theme {
  return chosenTheme() ?? (systemIsDark().matches ? "dark" : "light");
}

/** Tells of each change of the system's theme, as long as the user has chosen none. */
export function onSystemTheme(listener: (theme: Theme) => void): void {
  systemIsDark().addEventListener("change", ({ matches }) => {
    if (chosenTheme() === undefined) listener(matches ? "dark" : "light");
  });
}

/** The user's choice, where there is one. */
export function chosenTheme(): Theme | undefined {
  const stored = localStorage.getItem(key);
  return stored === "light" || stored === "dark" ? stored : undefined;
}

function systemIsDark(): MediaQueryList {
  return matchMedia("(prefers-color-scheme: dark)");
}

/** Puts a theme on the page. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

/** Remembers the user's choice. */
export function rememberTheme(theme: Theme): void {
  localStorage.setItem(key, theme);
}
