/**
 * Where in a file records begin: DuckDB names a bad record by its byte, a person wants the line that the editor
 * shows, and a row's id counts records. Walks the bytes with the quoting rules; only files with bad rows need it.
 */
import { blocksOf, withFile } from "./csv-check.ts";

export type RecordPlace = {
  /** The line in which the record begins, from 1, as a text editor counts. */
  line: number;
  /** Which record it is, from 0, the header counted, blank lines not. */
  record: number;
};

export type LineFacts = {
  places: readonly RecordPlace[];
  records: number;
  /** The line in which a quote opens that never closes. */
  openQuoteLine?: number;
};

const newline = 10;
const carriageReturn = 13;
const byteOrderMark = [0xef, 0xbb, 0xbf];

/** The records that contain these byte offsets (ascending; an offset on the end of a line means the next one). */
export async function locateRecords(
  path: string,
  offsets: readonly number[],
  dialect: { delimiter: string; quote: string; names: readonly string[] },
): Promise<LineFacts> {
  const quote = dialect.quote.charCodeAt(0);
  const delimiter = dialect.delimiter.charCodeAt(0);
  // In a table of one column a blank line is a missing cell, in any other it is nothing.
  const blankCounts = dialect.names.length === 1;
  const places: RecordPlace[] = [];
  let line = 1;
  let record = -1;
  let recordLine = 1;
  let quoteLine = 1;
  let inRecord = false;
  let inQuotes = false;
  let fieldStart = true;
  let before = 0;

  return withFile(path, async (file) => {
    for await (const { block, offset } of blocksOf(file)) {
      for (let i = 0; i < block.length; i++) {
        const byte = block[i];
        if (offset + i < byteOrderMark.length && byte === byteOrderMark[offset + i]) continue;
        const previous = before;
        before = byte;
        const ends = byte === newline || byte === carriageReturn;
        const secondOfTwo = byte === newline && previous === carriageReturn;
        if (ends && !secondOfTwo) line++;
        if (inQuotes) {
          // A doubled quote closes and opens again at once, which comes to the same.
          if (byte === quote) inQuotes = false;
        } else if (ends) {
          if (!inRecord && blankCounts && !secondOfTwo) record++;
          inRecord = false;
          fieldStart = true;
          continue;
        } else if (byte === quote && (fieldStart || previous === quote)) {
          inQuotes = true;
          quoteLine = line;
        }
        fieldStart = !inQuotes && byte === delimiter;
        if (!inRecord) {
          inRecord = true;
          record++;
          recordLine = line;
        }
        while (places.length < offsets.length && offsets[places.length] <= offset + i) {
          places.push({ line: recordLine, record });
        }
      }
    }
    while (places.length < offsets.length) places.push({ line: recordLine, record });
    return { places, records: record + 1, ...(inQuotes && { openQuoteLine: quoteLine }) };
  });
}
