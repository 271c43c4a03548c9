/** Both languages say everything, with the same values, in messages that parse, and nothing is said that no one uses. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { argumentsOf } from "../testing/messages.ts";
import { en } from "./en.ts";
import { say, type WordKey } from "./words.ts";
import { zh } from "./zh.ts";

const keys = Object.keys(en) as WordKey[];

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return entry.name === "words" ? [] : sources(join(folder, entry.name));
    return /\.tsx?$/.test(entry.name) ? [readFileSync(join(folder, entry.name), "utf8")] : [];
  });
}

describe("the words of the page", () => {
  it("stand in both languages", () => {
    expect(Object.keys(zh).sort()).toEqual([...keys].sort());
    for (const key of keys) expect(zh[key].trim(), key).not.toBe("");
  });

  it("use the same values in both languages", () => {
    for (const key of keys) expect(argumentsOf(zh[key]), key).toEqual(argumentsOf(en[key]));
  });

  it("follow the plurals of the language", () => {
    expect(say("en", "fact.rows", { count: 1 })).toBe("1 row");
    expect(say("en", "fact.rows", { count: 1437 })).toBe("1,437 rows");
    expect(say("zh", "fact.rows", { count: 1 })).toBe("1 行");
  });

  it("hold no exclamation marks and no blame", () => {
    for (const key of keys) expect(`${en[key]}${zh[key]}`, key).not.toMatch(/[!！]|oops/i);
  });

  it("are all in use", () => {
    const text = sources("renderer").join("\n");
    const families = /^(category|kind|role|state|step|action|group|fact|left|dock|log|problems|entry)\./;
    const idle = keys.filter((key) => !families.test(key) && !text.includes(`"${key}"`));
    expect(idle).toEqual([]);
  });
});
