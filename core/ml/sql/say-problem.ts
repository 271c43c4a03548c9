/** What DuckDB's sentences say, as values for sentences of ours; the sentence itself goes along as a detail. */
import type { DiagnosticValue } from "../../base/diagnostic.ts";

type Values = Readonly<Record<string, DiagnosticValue>>;
type Reading = readonly [pattern: RegExp, values: (found: RegExpExecArray) => Values];

const unread: Values = { how: "other", near: "", name: "", types: "", other: "", value: "" };

const syntax: readonly Reading[] = [
  [/at end of input/i, () => ({ how: "end" })],
  [/at or near "'|unterminated quoted/i, () => ({ how: "quote" })],
  [/at or near "([\s\S]*)"$/i, ([, near]) => ({ how: "near", near })],
];

const meaning: readonly Reading[] = [
  [
    /No function matches the given name and argument types '(.*?)\((.*)\)'/,
    ([, name, types]) => ({ how: "arguments", name, types: typesOf(types) }),
  ],
  [
    /Cannot (?:compare|mix) values of type (.+?) and (?:type |values? of type )?(.+?)(?: -| in |$)/i,
    ([, types, other]) => ({ how: "compare", types: typesOf(types), other: typesOf(other) }),
  ],
  [
    /(?:Could not convert|Conversion Error).*?'(.*)' to ([A-Z0-9]+)/i,
    ([, value, types]) => ({ how: "convert", value, types }),
  ],
  [/column "(.*?)" must appear in the GROUP BY/, ([, name]) => ({ how: "group", name })],
  [/Ambiguous reference to column name "(.*?)"/, ([, name]) => ({ how: "ambiguous", name })],
];

const cells: readonly Reading[] = [
  [
    /Could not convert string '(.*)' to ([A-Z0-9]+)/i,
    ([, value, types]) => ({ how: "convert", value, types }),
  ],
  [/invalid \w+ field format: "(.*?)"/i, ([, value]) => ({ how: "moment", value })],
  [/out of range|overflow|square root of a negative|logarithm of/i, () => ({ how: "range" })],
  [/More than one row returned by a subquery/i, () => ({ how: "rows" })],
];

/** Of a text that is no SQL. */
export function sayingSyntax(message: string): Values {
  return read(syntax, message);
}

/** Of SQL whose parts do not go together. */
export function sayingMeaning(message: string): Values {
  return read(meaning, message);
}

/** Of cells that did not suit. */
export function sayingCells(message: string): Values {
  return read(cells, message);
}

function read(readings: readonly Reading[], message: string): Values {
  for (const [pattern, values] of readings) {
    const found = pattern.exec(message);
    if (found) return { ...unread, ...values(found), message };
  }
  return { ...unread, message };
}

/** `INTEGER_LITERAL` is a matter of DuckDB's own. */
function typesOf(text = ""): string {
  return text.replace(/\b(INTEGER|STRING)_LITERAL\b/g, (_whole, kind) =>
    kind === "STRING" ? "VARCHAR" : kind,
  );
}
