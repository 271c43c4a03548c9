/** The system's theme is followed until the user chooses one. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { initialTheme, onSystemTheme, rememberTheme } from "./theme.ts";

const system = Object.assign(new EventTarget(), { matches: false });
let kept: Map<string, string>;

function turn(dark: boolean): void {
  system.matches = dark;
  system.dispatchEvent(Object.assign(new Event("change"), { matches: dark }));
}

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal("matchMedia", () => system);
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

it("goes with the system", () => {
  const told: string[] = [];
  onSystemTheme((theme) => told.push(theme));
  turn(true);
  expect(initialTheme()).toBe("dark");
  turn(false);
  expect(told).toEqual(["dark", "light"]);
});

it("stays with the user's choice", () => {
  const told: string[] = [];
  onSystemTheme((theme) => told.push(theme));
  rememberTheme("light");
  turn(true);
  expect(told).toEqual([]);
  expect(initialTheme()).toBe("light");
});
