/** Both languages say everything that the start page says, with the same values, and nothing is said that nobody uses. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { argumentsOf } from "../testing/messages.ts";
import type { StartKey } from "./say.ts";
import { startWordsEn } from "./words.en.ts";
import { startWordsZh } from "./words.zh.ts";

const keys = Object.keys(startWordsEn) as StartKey[];

it("stands in both languages with the same values", () => {
  expect(Object.keys(startWordsZh).sort()).toEqual([...keys].sort());
  for (const key of keys) {
    expect(startWordsZh[key].trim(), key).not.toBe("");
    expect(argumentsOf(startWordsZh[key]), key).toEqual(argumentsOf(startWordsEn[key]));
  }
});

it("has no exclamation marks", () => {
  for (const key of keys) expect(`${startWordsEn[key]}${startWordsZh[key]}`, key).not.toMatch(/[!！]/);
});

it("is all in use", () => {
  const files = readdirSync("renderer/start").filter((name) => !/^words\.|\.test\./.test(name));
  const text = files.map((name) => readFileSync(join("renderer/start", name), "utf8")).join("\n");
  const families = /^(sign|reason|kind|obstacle|task)\./;
  expect(keys.filter((key) => !families.test(key) && !text.includes(`"${key}"`))).toEqual([]);
});
