/**
 * The tokens as plain colours, for what CSS cannot reach: canvas, exported pictures. Read again whenever the theme on
 * the page changes, so that charts follow it. Class colours are listed here once; more classes than colours start over
 * and are told apart by their marks.
 */
import { useSyncExternalStore } from "react";

const tokens = {
  surface: "--surface",
  sunken: "--sunken",
  line: "--line",
  lineStrong: "--line-strong",
  text: "--text",
  text2: "--text-2",
  text3: "--text-3",
  accent: "--accent",
  onAccent: "--on-accent",
  danger: "--danger",
  learner: "--t-learner",
  model: "--t-model",
  predictions: "--t-predictions",
  scores: "--t-scores",
  table: "--t-table",
  font: "--font",
  mono: "--mono",
} as const;

export const classColourCount = 8;

/** Every token by a name, and the class colours in order. */
export type Colours = Readonly<Record<keyof typeof tokens, string>> & { readonly classes: readonly string[] };

let known: { theme: string | undefined; colours: Colours } | undefined;

function read(): Colours {
  const theme = document.documentElement.dataset.theme;
  if (known && known.theme === theme) return known.colours;
  const style = getComputedStyle(document.documentElement);
  // Double quotes around font names would end an attribute of the SVG that ECharts writes.
  const value = (name: string) => style.getPropertyValue(name).trim().replaceAll('"', "'");
  const named = Object.fromEntries(Object.entries(tokens).map(([key, name]) => [key, value(name)]));
  const classes = Array.from({ length: classColourCount }, (_, index) => value(`--class-${index + 1}`));
  const colours = { ...(named as Record<keyof typeof tokens, string>), classes };
  known = { theme, colours };
  return colours;
}

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

/** The colours of the theme on the page. */
export function useColours(): Colours {
  return useSyncExternalStore(subscribe, read, read);
}

/** The colour of a class as a CSS value that follows the theme by itself. */
export function classVariable(index: number): string {
  return `var(--class-${(index % classColourCount) + 1})`;
}

/** The same, resolved. */
export function classColour(colours: Colours, index: number): string {
  return colours.classes[index % classColourCount] ?? colours.text2;
}
