/**
 * Runs every TypeScript snippet in the doc comments of `core/ml`, so that none can rot. `"espalier"` is the library's
 * own source, imported for a snippet that leaves its import out; files are found in `examples/`. A line
 * `expression; // JSON` is checked: the expression must have that value.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as espalier from "./espalier.ts";

const room = fileURLToPath(new URL(".", import.meta.url));
const workshop = fileURLToPath(new URL("../../.cache/snippets/", import.meta.url));
const library = pathToFileURL(join(room, "espalier.ts")).href;

const sources = readdirSync(room, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
  .sort();
const snippets = sources.flatMap((path) => {
  const found = [...readFileSync(join(room, path), "utf8").matchAll(/^ \* ```ts\n([\s\S]*?)^ \* ```$/gm)];
  return found.map((match, at) => ({ name: `${path} ${at + 1}`, code: match[1].replace(/^ \* ?/gm, "") }));
});

describe("snippets", () => {
  const home = process.cwd();
  beforeAll(() => process.chdir(fileURLToPath(new URL("../../examples/", import.meta.url))));
  afterAll(() => process.chdir(home));

  it("are there", () => {
    expect(snippets.length).toBeGreaterThan(15);
  });

  it.each(snippets)("$name", async ({ name, code }) => {
    vi.spyOn(console, "log").mockImplementation(() => undefined);
    const file = join(workshop, `${name.replace(/[^a-z0-9]+/gi, "-")}.ts`);
    mkdirSync(workshop, { recursive: true });
    writeFileSync(file, asModule(code));
    const { checks } = (await import(/* @vite-ignore */ file)) as {
      checks: [got: unknown, want: unknown, line: string][];
    };
    for (const [got, want, line] of checks) expect(got, line).toEqual(want);
    vi.restoreAllMocks();
  });
});

/** Turns `expression; // JSON` into a recorded check, and exports the checks. */
function asModule(code: string): string {
  const lines = code.split("\n").map((line) => {
    const [, expression, value] = /^(?!import |const |let )(.+); \/\/ (.+)$/.exec(line) ?? [];
    return expression && isJson(value)
      ? `checks.push([${expression}, ${value}, ${JSON.stringify(line)}]);`
      : line;
  });
  const used = Object.keys(espalier).filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  const header = code.includes("import ") ? "" : `import { ${used.join(", ")} } from "espalier";\n`;
  const body = `${header}${lines.join("\n")}`.replaceAll(
    'from "espalier"',
    `from ${JSON.stringify(library)}`,
  );
  return `export const checks = [];\n${body}\n`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
