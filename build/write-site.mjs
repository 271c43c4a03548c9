/** Writes the static reference into the folder that is named, from nodes and examples on stdin. Run by tsx, which reads the page's own components. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { followSystem, searchScript, sitePages } from "../renderer/reference/site-pages.tsx";

const page = join(dirname(dirname(fileURLToPath(import.meta.url))), "renderer");
const [out = ""] = process.argv.slice(2);
const { descriptors, examples } = JSON.parse(readFileSync(0, "utf8"));
const style = (...path) => readFileSync(join(page, ...path), "utf8");

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, "zh-CN"), { recursive: true });
const files = sitePages(descriptors, examples);
files.set(
  "style.css",
  [
    followSystem(style("theme", "tokens.css")),
    style("parts", "mark.css"),
    style("dock", "tokens.css"),
    style("reference", "page.css"),
    style("reference", "site.css"),
  ].join("\n"),
);
files.set("search.js", searchScript);
for (const [name, text] of files) writeFileSync(join(out, name), text);
console.log(`${files.size} files in ${out}: open index.html`);
