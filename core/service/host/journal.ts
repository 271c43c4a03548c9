/**
 * The journal of one document, as text: a header with the document as it was saved, then one line a change. Each line
 * carries a checksum of its own, so that a line which was torn by a crash or damaged on the disk is known as such; what
 * stands before it holds. Text only; `journal-file.ts` writes it.
 */
import { crc32 } from "node:zlib";
import { z } from "zod";
import { applyDiff } from "../../graph/diff.ts";
import { diffSchema } from "../../graph/diff-schema.ts";
import type { GraphDocument } from "../../graph/document.ts";
import type { OrderedChange } from "../../graph/replica.ts";
import { documentSchema } from "../document-schema.ts";

/** What a journal begins with. `saved` is the document of the file, or the beginning of one without a file. */
export type JournalHeader = {
  kind: "document";
  format: 1;
  id: string;
  path?: string;
  /** Of the file's text when `saved` was read or written. */
  stamp?: string;
  at: number;
  revision: number;
  heard: Readonly<Record<string, number>>;
  saved: GraphDocument;
};

export type JournalChange = OrderedChange & { kind: "change"; at: number };

export type ReadJournal = {
  header: JournalHeader;
  changes: readonly JournalChange[];
  document: GraphDocument;
  revision: number;
  heard: Readonly<Record<string, number>>;
  /** When the last change was made. */
  at: number;
  /** Characters behind the last good line: a torn end, or damage. */
  lostCharacters: number;
};

const headerSchema: z.ZodType<JournalHeader> = z.object({
  kind: z.literal("document"),
  format: z.literal(1),
  id: z.string().regex(/^[\w-]{1,80}$/),
  path: z.string().optional(),
  stamp: z.string().optional(),
  at: z.number(),
  revision: z.int().min(0),
  heard: z.record(z.string(), z.int()),
  saved: documentSchema,
});

const changeSchema: z.ZodType<JournalChange> = z.object({
  kind: z.literal("change"),
  at: z.number(),
  revision: z.int().min(1),
  page: z.string(),
  seq: z.int().min(0),
  diff: diffSchema,
});

/** One line: eight hexadecimal digits of CRC-32 over the JSON, a space, the JSON, a line end. */
export function journalLine(record: JournalHeader | JournalChange): string {
  const json = JSON.stringify(record);
  return `${checksum(json)} ${json}\n`;
}

/** Reads as far as the text can be trusted; `undefined` when not even the header can. */
export function readJournal(text: string): ReadJournal | undefined {
  let offset = 0;
  let header: JournalHeader | undefined;
  const changes: JournalChange[] = [];
  let document: GraphDocument | undefined;
  const heard: Record<string, number> = {};
  while (offset < text.length) {
    const end = text.indexOf("\n", offset);
    const record = end < 0 ? undefined : parseLine(text.slice(offset, end));
    if (record === undefined) break;
    if (!header || !document) {
      const parsed = headerSchema.safeParse(record);
      if (!parsed.success) return undefined;
      header = parsed.data;
      document = header.saved;
      Object.assign(heard, header.heard);
    } else {
      const parsed = changeSchema.safeParse(record);
      const due = header.revision + changes.length + 1;
      if (!parsed.success || parsed.data.revision !== due) break;
      changes.push(parsed.data);
      document = applyDiff(document, parsed.data.diff);
      if (parsed.data.seq > 0) heard[parsed.data.page] = parsed.data.seq;
    }
    offset = end + 1;
  }
  if (!header || !document) return undefined;
  const revision = header.revision + changes.length;
  const at = changes.at(-1)?.at ?? header.at;
  return { header, changes, document, revision, heard, at, lostCharacters: text.length - offset };
}

function parseLine(line: string): unknown {
  const json = line.slice(9);
  if (line[8] !== " " || line.slice(0, 8) !== checksum(json)) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(8, "0");
}
