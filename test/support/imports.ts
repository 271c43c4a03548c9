/** Every import of our own TypeScript, read from the text: static, dynamic and type imports, and re-exports. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const tops = ["core", "nodes", "cli", "renderer", "electron", "bench"];

export type Import = {
  /** Path of the importing file, from the root of the checkout, with forward slashes. */
  from: string;
  /** The same of what is imported; a package's name is left as it is. */
  to: string;
  /** Nothing of it is there at run time. */
  typeOnly: boolean;
};

/** Paths of all source files, tests left out. */
export const sources: readonly string[] = tops
  .flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: "utf8" }).map((path) => `${top}/${path}`),
  )
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.includes("/node_modules/"))
  .sort();

/** The text without comments, so that a snippet in a doc comment is no import. */
export function codeOf(path: string): string {
  return readFileSync(join(root, path), "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
}

const statement =
  /\b(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+\s+from\s+)?"([^"]+)"|\bimport\(\s*(?:\/\*[^*]*\*\/\s*)?"([^"]+)"\s*\)/g;

export const imports: readonly Import[] = sources.flatMap((from) =>
  [...codeOf(from).matchAll(statement)].map(([text, type, fixed, dynamic]) => {
    const target = fixed ?? dynamic ?? "";
    const to = target.startsWith(".") ? posix.join(posix.dirname(from), target) : target;
    return { from, to, typeOnly: type !== undefined || hasOnlyTypes(text) };
  }),
);

/** `import { type A, type B } from …` */
function hasOnlyTypes(text: string): boolean {
  const names = /\{([^}]*)\}\s+from/.exec(text)?.[1];
  if (names === undefined || !/^(?:import|export)\s*\{/.test(text)) return false;
  return names.split(",").every((name) => name.trim() === "" || name.trim().startsWith("type "));
}

/** The room that a file stands in: two levels in `core`, three in `core/service`, one elsewhere. */
export function roomOf(path: string): string {
  const [top = "", second = "", third = ""] = dirname(path).replaceAll("\\", "/").split("/");
  if (top !== "core") return top;
  return second === "service" && third !== "" ? `core/service/${third}` : `core/${second}`;
}
