/** The user guide: whole in both languages, its links, pictures, nodes, words and keys there and those of the product. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { startWordsEn } from "../start/words.en.ts";
import { startWordsZh } from "../start/words.zh.ts";
import { en } from "../words/en.ts";
import { zh } from "../words/zh.ts";
import { actions } from "./registry.ts";

const root = ".";
const folder = (language: string) => join(root, "docs", "guide", language);
const names = readdirSync(folder("en")).sort();
const pages = ["en", "zh-CN"].flatMap((language) =>
  names.map((name) => [`${language}/${name}`, join(folder(language), name)] as const),
);
const read = (file: string) => readFileSync(file, "utf8");
const headings = (text: string) => [...text.matchAll(/^(#+) /gm)].map(([, signs]) => signs);
/** Keys that mean something without being an action's: see `renderer/actions/keys.ts`. */
const fixed = ["Escape"];

describe("the user guide", () => {
  it("has the same pages, headings, pictures and keys in both languages", () => {
    expect(readdirSync(folder("zh-CN")).sort()).toEqual(names);
    for (const name of names) {
      const [one, two] = [read(join(folder("en"), name)), read(join(folder("zh-CN"), name))];
      expect(headings(two), name).toEqual(headings(one));
      const pictures = (text: string) =>
        [...text.matchAll(/guide-([\w-]+)-(?:en|zh)\.webp/g)].map(([, id]) => id);
      expect(pictures(two), name).toEqual(pictures(one));
      const keys = (text: string) =>
        [...text.matchAll(/<kbd data-action="(\w+)">/g)].map(([, id]) => id).sort();
      expect(keys(two), name).toEqual(keys(one));
    }
  });

  it.each(pages)("%s links to what is there", (page, file) => {
    for (const [, target = ""] of read(file).matchAll(/\]\(([^)]+)\)/g)) {
      expect(existsSync(join(dirname(file), target)), `${page} → ${target}`).toBe(true);
      if (target.endsWith(".webp"))
        expect(target).toMatch(page.startsWith("en") ? /-en\.webp$/ : /-zh\.webp$/);
    }
  });

  it.each(pages)("%s names keys that are the registry's", (page, file) => {
    for (const [, id, keys] of read(file).matchAll(/<kbd(?: data-action="(\w+)")?>([^<]*)<\/kbd>/g)) {
      const shown = keys?.replace("&#124;", "|") ?? "";
      const owners = actions.filter((action) => id === undefined || action.id === id);
      const known = owners.flatMap((action) => action.keys.map((one) => one.replace("Mod+", "Ctrl+")));
      expect([...known, ...(id === undefined ? fixed : [])], `${page}: ${shown}`).toContain(shown);
    }
  });

  it("lists every action", () => {
    for (const [language, words] of [
      ["en", en],
      ["zh-CN", zh],
    ] as const) {
      const text = read(join(folder(language), "keys.md"));
      for (const action of actions) expect(text).toContain(`| ${words[action.words]} |`);
    }
  });

  it("calls what can be pressed as the page does", () => {
    for (const [language, words] of [
      ["en", { ...en, ...startWordsEn }],
      ["zh-CN", { ...zh, ...startWordsZh }],
    ] as const) {
      const said = new Set<string>(Object.values(words));
      const nodes = readdirSync(join(root, "docs", "reference")).map((name) =>
        read(join(root, "docs", "reference", name)),
      );
      for (const name of names) {
        for (const [, bold = ""] of read(join(folder(language), name)).matchAll(/\*\*([^*]+)\*\*/g)) {
          const known =
            said.has(bold) ||
            nodes.some(
              (text) => text.includes(`**${bold}**`) || new RegExp(`^# (${bold} |${bold}$)`, "m").test(text),
            );
          expect(known, `${language}/${name}: ${bold}`).toBe(true);
        }
      }
    }
  });

  it("has pictures that are all used and weigh little", () => {
    const pictures = join(root, "docs", "pictures");
    const text = [...pages.map(([, file]) => read(file)), read(join(root, "README.md"))].join("\n");
    const files = readdirSync(pictures);
    expect(files.filter((name) => !text.includes(`pictures/${name}`))).toEqual([]);
    expect(files.reduce((sum, name) => sum + statSync(join(pictures, name)).size, 0)).toBeLessThan(4e6);
  });
});
