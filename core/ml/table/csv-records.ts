/** Cutting a piece of CSV text into records and fields, as RFC 4180 has it: enough to look at a file's beginning. */

export type RecordOptions = { delimiter: string; quote: string; most: number };

/**
 * The first `most` records of a text, blank lines left out. The last record of a text that was cut off somewhere is
 * part of the answer too, as it stands.
 */
export function splitRecords(text: string, { delimiter, quote, most }: RecordOptions): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length && records.length < most) {
    const field = fieldAt(text, at, delimiter, quote);
    record.push(field.text);
    at = field.end;
    if (text.startsWith(delimiter, at)) {
      at += delimiter.length;
      if (at < text.length) continue;
      record.push("");
    }
    if (record.length > 1 || record[0] !== "") records.push(record);
    record = [];
    if (text[at] === "\r" && text[at + 1] === "\n") at++;
    at++;
  }
  return records;
}

/** One field from `start`; `end` is where its delimiter or line end stands. */
function fieldAt(
  text: string,
  start: number,
  delimiter: string,
  quote: string,
): { text: string; end: number } {
  let at = start;
  let content = "";
  if (text[at] === quote) {
    for (;;) {
      const close = text.indexOf(quote, at + 1);
      if (close < 0) return { text: content + text.slice(at + 1), end: text.length };
      content += text.slice(at + 1, close);
      at = close + 1;
      if (text[at] !== quote) break;
      content += quote;
    }
  }
  const plain = at;
  while (at < text.length && text[at] !== "\n" && text[at] !== "\r" && !text.startsWith(delimiter, at)) at++;
  return { text: content + text.slice(plain, at), end: at };
}
