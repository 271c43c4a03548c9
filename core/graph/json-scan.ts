/**
 * A look over JSON text before it is parsed: where the first mistake stands (JSON.parse names no place in some
 * engines), how deep it nests (recursive code would overflow on a hostile file), and which keys an object has twice
 * (JSON.parse drops the first without a word). Keeps its own stack, so depth costs memory and nothing else.
 */

export type JsonScan = {
  /** The first place that is not JSON; `atEnd` when the text simply stops too early. */
  error?: { offset: number; atEnd: boolean };
  depth: number;
  /** Keys that stand twice in one object, with the names above them. */
  duplicates: { path: string[]; offset: number }[];
};

type Level = { object: boolean; keys: Set<string>; key: string };
type State = "value" | "valueOrEnd" | "key" | "keyOrEnd" | "colon" | "more";

const token = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Scans `text` once, about 10 ns a character. Stops at the first mistake, or below `maxDepth`. */
export function scanJson(text: string, maxDepth: number): JsonScan {
  const levels: Level[] = [];
  const result: JsonScan = { depth: 0, duplicates: [] };
  let state = "value" as State;
  let at = 0;

  for (;;) {
    at = skipSpace(text, at);
    const top = levels.at(-1);
    if (at >= text.length) {
      if (state !== "more" || top) result.error = { offset: text.length, atEnd: true };
      return result;
    }
    const next = step(text[at], top);
    if (next < 0) {
      result.error = { offset: at, atEnd: runsIntoEnd(text, at) };
      return result;
    }
    at = next;
    if (levels.length > result.depth) result.depth = levels.length;
    if (result.depth > maxDepth) return result;
  }

  /** Takes one token; the offset after it, or -1 where it cannot stand. */
  function step(char: string, top: Level | undefined): number {
    if (state === "colon") return char === ":" ? become("value", at + 1) : -1;
    if (state === "key" || state === "keyOrEnd") {
      if (char === "}" && state === "keyOrEnd") return close();
      return char === '"' ? takeKey(top) : -1;
    }
    if (state === "more") {
      if (!top) return -1;
      if (char === ",") return become(top.object ? "key" : "value", at + 1);
      return char === (top.object ? "}" : "]") ? close() : -1;
    }
    if (char === "]" && state === "valueOrEnd") return close();
    if (char === "{" || char === "[") return open(char === "{");
    const end = char === '"' ? stringEnd(text, at) : tokenEnd(text, at);
    return end < 0 ? -1 : become("more", end);
  }

  function become(following: State, offset: number): number {
    state = following;
    return offset;
  }

  function open(object: boolean): number {
    levels.push({ object, keys: new Set(), key: "" });
    return become(object ? "keyOrEnd" : "valueOrEnd", at + 1);
  }

  function close(): number {
    levels.pop();
    return become("more", at + 1);
  }

  function takeKey(top: Level | undefined): number {
    const end = stringEnd(text, at);
    if (end < 0 || !top) return -1;
    top.key = JSON.parse(text.slice(at, end));
    if (top.keys.has(top.key)) {
      result.duplicates.push({
        path: levels.filter((level) => level.object).map(({ key }) => key),
        offset: at,
      });
    }
    top.keys.add(top.key);
    return become("colon", end);
  }
}

/** Line and column (both from 1, column in characters) of an offset. */
export function placeInText(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) {
    line++;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}

function skipSpace(text: string, at: number): number {
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) break;
  }
  return at;
}

function tokenEnd(text: string, at: number): number {
  token.lastIndex = at;
  const found = token.exec(text);
  return found ? at + found[0].length : -1;
}

/** A loop and not a regular expression: those recurse on strings of many megabytes. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return at + 1;
    if (code < 32) return -1;
    if (code !== 92) continue;
    at++;
    const escaped = text[at];
    if (escaped === "u" && /^[0-9a-fA-F]{4}$/.test(text.slice(at + 1, at + 5))) at += 4;
    else if (escaped === undefined || !'"\\/bfnrt'.includes(escaped)) return -1;
  }
  return -1;
}

/** Whether a token that cannot be read reaches the end of the text: an unclosed string, half a word or number. */
function runsIntoEnd(text: string, at: number): boolean {
  const rest = text.slice(at, at + 8);
  if (rest[0] === '"') return stringEnd(`${text.slice(at).replace(/\\[^"]{0,5}$/, "")}"`, 0) > 0;
  return (
    at + rest.length >= text.length && ["true", "false", "null", "-"].some((word) => word.startsWith(rest))
  );
}
