import { describe, expect, it } from "vitest";
import { matches } from "./keys.ts";
import { actions } from "./registry.ts";

const press = (
  key: string,
  held: Partial<Record<"ctrlKey" | "metaKey" | "shiftKey" | "altKey", boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe("keys", () => {
  it("mean what is written", () => {
    expect(matches("Mod+Shift+Z", press("Z", { ctrlKey: true, shiftKey: true }))).toBe(true);
    expect(matches("Mod+Z", press("Z", { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(matches("Mod+Z", press("z", { metaKey: true }))).toBe(true);
    expect(matches("?", press("?", { shiftKey: true }))).toBe(true);
    expect(matches("+", press("+", { shiftKey: true }))).toBe(true);
    expect(matches("Delete", press("Delete", { shiftKey: true }))).toBe(false);
  });

  it("are given to one action each", () => {
    const all = actions.flatMap((action) => action.keys);
    expect(all.filter((keys, index) => all.indexOf(keys) !== index)).toEqual([]);
  });
});
