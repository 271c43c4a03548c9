/**
 * Keeps the user guide's keys those of the editor: fills `<kbd data-action="undo"></kbd>` in every page with the action's
 * first keys, and writes the page of all keys. `--check` only says whether all of it is fresh. Run by tsx.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { actions } from "../renderer/actions/registry.ts";
import { say } from "../renderer/words/words.ts";

const guide = join(dirname(dirname(fileURLToPath(import.meta.url))), "docs", "guide");
const groups = ["group.file", "group.edit", "group.run", "group.view"];
const languages = [
  {
    folder: "en",
    language: "en",
    head: '# All keys\n\nMade from the editor\'s own list of actions (`npm run reference`). On a Mac, Ctrl is ⌘. Every action has a name in the command palette (<kbd data-action="commands"></kbd>), and can be given other keys in the list that <kbd data-action="keys"></kbd> opens.',
    columns: ["Action", "Keys"],
  },
  {
    folder: "zh-CN",
    language: "zh",
    head: '# 全部快捷键\n\n由编辑器自己的操作表生成（`npm run reference`）。在 Mac 上 Ctrl 即 ⌘。每个操作都能在命令面板（<kbd data-action="commands"></kbd>）中按名称找到，也可以在 <kbd data-action="keys"></kbd> 打开的列表中改用其他按键。',
    columns: ["操作", "按键"],
  },
];

const stale = [];
for (const one of languages) {
  const folder = join(guide, one.folder);
  const names = new Set([...readdirSync(folder).filter((name) => name.endsWith(".md")), "keys.md"]);
  for (const name of names) {
    const file = join(folder, name);
    const before =
      name === "keys.md" && !readdirSync(folder).includes(name) ? "" : readFileSync(file, "utf8");
    const text = withKeys(name === "keys.md" ? allKeys(one) : before, `${one.folder}/${name}`);
    if (text === before) continue;
    stale.push(`docs/guide/${one.folder}/${name}`);
    if (process.argv[2] !== "--check") writeFileSync(file, text);
  }
}
if (process.argv[2] !== "--check") console.log(`User guide: ${stale.length} pages brought up to date`);
else if (stale.length > 0) {
  console.error(`The user guide's keys are stale (npm run reference): ${stale.join(", ")}`);
  process.exitCode = 1;
}

function withKeys(text, place) {
  return text.replace(/<kbd data-action="([^"]*)">[^<]*<\/kbd>/g, (_tag, id) => {
    const action = actions.find((one) => one.id === id);
    if (!action || action.keys.length === 0) throw new Error(`${place}: no action ${id} with keys`);
    return `<kbd data-action="${id}">${written(action.keys[0])}</kbd>`;
  });
}

function allKeys({ language, head, columns }) {
  const parts = groups.map((group) => {
    const rows = actions
      .filter((action) => action.group === group)
      .map(
        ({ words, keys }) =>
          `| ${say(language, words)} | ${keys.map((key) => `<kbd>${written(key)}</kbd>`).join(" ")} |`,
      );
    return [`## ${say(language, group)}`, "", `| ${columns.join(" | ")} |`, "|---|---|", ...rows].join("\n");
  });
  return `${[head, ...parts].join("\n\n")}\n`;
}

/** `Mod` is what most keyboards call Ctrl; a bar would end a cell of a table. */
function written(keys) {
  return keys.replace("Mod+", "Ctrl+").replace("|", "&#124;");
}
