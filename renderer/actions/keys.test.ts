import { describe, expect, it } from "vitest";
import { giveKeys, type KeyMap, keysOf, rememberedKeys, resetKeys, takeKeys } from "./key-map.ts";
import { keysOfPress, matches } from "./press.ts";
import { actionOf, actions } from "./registry.ts";

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

  it("are written as they are pressed", () => {
    expect(keysOfPress(press("z", { ctrlKey: true }))).toBe("Mod+Z");
    expect(keysOfPress(press("Z", { metaKey: true, shiftKey: true }))).toBe("Mod+Shift+Z");
    expect(keysOfPress(press("?", { shiftKey: true }))).toBe("?");
    expect(keysOfPress(press("Shift", { shiftKey: true }))).toBeUndefined();
    expect(keysOfPress(press("F2"))).toBe("F2");
    // With Alt a Mac types another sign: the key's place counts.
    const alt = { ...press("˜", { altKey: true }), code: "KeyN" };
    expect(keysOfPress(alt)).toBe("Alt+N");
    expect(matches("Alt+N", alt)).toBe(true);
    for (const action of actions)
      for (const keys of action.keys) {
        const parts = keys.split(/\+(?=.)/);
        const held = (name: string) => parts.slice(0, -1).includes(name);
        const pressed = press(parts.at(-1) ?? "", {
          ctrlKey: held("Mod"),
          shiftKey: held("Shift"),
          altKey: held("Alt"),
        });
        expect(keysOfPress(pressed)).toBe(keys);
        expect(matches(keys, pressed)).toBe(true);
      }
  });
});

describe("other keys", () => {
  const [undo, mute] = [actionOf("undo"), actionOf("mute")];

  it("are taken from the action that had them, and go back to it", () => {
    const given = giveKeys({}, actions, mute, "Mod+Z");
    expect(keysOf(given, mute)).toEqual(["Mod+Z", "M"]);
    expect(keysOf(given, undo)).toEqual([]);
    const back = resetKeys(given, actions, undo);
    expect(keysOf(back, undo)).toEqual(["Mod+Z"]);
    expect(keysOf(back, mute)).toEqual(["M"]);
    expect(back).toEqual({});
  });

  it("are nobody's twice, whatever is done with them", () => {
    const wanted = ["M", "Mod+Z", "F2", "R", "Delete"];
    let map: KeyMap = {};
    for (let step = 0; step < 200; step++) {
      const action = actions[(step * 7) % actions.length] ?? undo;
      const keys = wanted[(step * 3) % wanted.length] ?? "M";
      map =
        step % 5 === 4
          ? resetKeys(map, actions, action)
          : step % 5 === 3
            ? takeKeys(map, action, keys)
            : giveKeys(map, actions, action, keys);
      const all = actions.flatMap((one) => keysOf(map, one));
      expect(all.filter((one, at) => all.indexOf(one) !== at)).toEqual([]);
    }
  });

  it("survive a session, and what is no list of keys is passed over", () => {
    const holding = (text: string | null) => ({ getItem: () => text });
    expect(rememberedKeys(holding(null))).toEqual({});
    expect(rememberedKeys(holding("not json"))).toEqual({});
    expect(rememberedKeys(holding('{"mute":["F2"],"undo":"Mod+Z","redo":[1]}'))).toEqual({ mute: ["F2"] });
  });
});
