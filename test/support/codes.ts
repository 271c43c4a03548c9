/** Where the source speaks of diagnostics: each code that stands in it, and the names of the values that come along. */

import { catalogues } from "../../core/words/word.ts";
import { nodes } from "../../nodes/nodes.generated.ts";
import { codeOf, sources } from "./imports.ts";

/** The page has a catalogue of its own for what it says itself; the bench says nothing. */
export const speaking = sources.filter((path) => !/^(core\/words|renderer|bench)\//.test(path));

/** Texts that look like codes: ids of nodes, and the facts that their examples promise. */
const others = new Set(
  nodes.flatMap((node) => [
    node.id,
    ...node.examples.flatMap((example) => Object.keys(example.expect ?? {})),
  ]),
);
const areas = new Set(
  catalogues.flatMap((catalogue) => Object.keys(catalogue).map((code) => code.split(".")[0])),
);
const fileName = /\.(csv|json|ts|html|js|espalier)$/;

/** Code → the files in which it stands as a text. Anything that looks like a code of a known area counts. */
export function codesInSource(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const path of speaking) {
    for (const [, code = ""] of codeOf(path).matchAll(/"([a-z]+\.[a-z0-9]+(?:-[a-z0-9]+)*)"/g)) {
      if (!areas.has(code.split(".")[0]) || others.has(code) || fileName.test(code)) continue;
      found.set(code, [...(found.get(code) ?? []), path]);
    }
  }
  return found;
}

/** A code first in the brackets of a call that makes a diagnostic: it must have words, whatever its area. */
export function codesSaid(): { code: string; path: string }[] {
  // The page's own words look like codes, but what it says by these calls is one.
  const page = sources.filter((path) => path.startsWith("renderer/") && !path.includes(".test."));
  return [...speaking, ...page].flatMap((path) =>
    [...codeOf(path).matchAll(/\b(?:fail|problem|warning|no)\(\s*"([^"]+)"/g)].map(([, code = ""]) => ({
      code,
      path,
    })),
  );
}

export type Said = { code: string; path: string; values: readonly string[] };

/** `fail("code", { a, b: 1 })` → the names a, b. Calls whose values are made elsewhere are followed one `const` back. */
export function valuesSaid(): Said[] {
  return speaking.flatMap((path) => {
    const code = codeOf(path);
    return [...code.matchAll(/\b(?:fail|problem|warning|no)\(\s*"([^"]+)"\s*([,)])\s*(\{|\w*)/g)].flatMap(
      (match) => {
        const [text, name = "", next, start = ""] = match;
        if (next === ")") return [{ code: name, path, values: [] }];
        const at = (match.index ?? 0) + text.length;
        if (start === "{") return [{ code: name, path, values: keysAt(code, at) }];
        const made = code.lastIndexOf(`const ${start} = {`, at);
        const opened = made < 0 ? -1 : code.indexOf("{", made) + 1;
        return start !== "" && opened > 0 && at - made < 400
          ? [{ code: name, path, values: keysAt(code, opened) }]
          : [];
      },
    );
  });
}

/** The names at the top of an object literal whose `{` ends just before `from`; a spread gives the name `...`. */
function keysAt(code: string, from: number): string[] {
  const keys: string[] = [];
  let depth = 0;
  let entry = "";
  for (let at = from; at < code.length; at++) {
    const letter = code[at];
    if (depth === 0 && (letter === "," || letter === "}")) {
      const key = /^\s*(\.\.\.|[\w$]+)/.exec(entry)?.[1];
      if (key !== undefined) keys.push(key);
      entry = "";
      if (letter === "}") return keys;
      continue;
    }
    if ("{[(".includes(letter)) depth++;
    if ("}])".includes(letter)) depth--;
    entry += letter;
  }
  return keys;
}
