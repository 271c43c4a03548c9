/** Light colouring of TypeScript for reading: comments, strings, numbers, keywords, calls. No parser, no editor. */
export type Token = { text: string; kind?: "comment" | "string" | "number" | "keyword" | "call" };

const pattern =
  /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|(?<number>\b\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?\b)|(?<keyword>\b(?:import|from|const|let|await|async|function|return|export|type|new|true|false|null|undefined)\b)|(?<call>\b[A-Za-z_$][\w$]*(?=\())/g;
const kinds = ["comment", "string", "number", "keyword", "call"] as const;

/** The tokens of each line; comments that span lines are cut at their ends. */
export function tokensOf(text: string): Token[][] {
  const lines: Token[][] = [[]];
  const push = (piece: string, kind?: Token["kind"]) => {
    piece.split("\n").forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part !== "") lines.at(-1)?.push(kind ? { text: part, kind } : { text: part });
    });
  };
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    push(text.slice(at, match.index));
    push(
      match[0],
      kinds.find((kind) => match.groups?.[kind] !== undefined),
    );
    at = match.index + match[0].length;
  }
  push(text.slice(at));
  return lines;
}
