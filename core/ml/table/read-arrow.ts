/**
 * Arrow files and streams (Feather is one), block by block: a file larger than memory costs its columns, not itself.
 * A block of a truncated or foreign file that cannot be read refuses the whole: nobody knows which rows are gone.
 */
import { type FileHandle, open } from "node:fs/promises";
import * as zlib from "node:zlib";
import {
  CompressionType,
  compressionRegistry,
  type Data,
  RecordBatchReader,
  type Schema,
} from "apache-arrow";
import { Cancelled, type Diagnostic, DiagnosticError, fail, warning } from "../../base/diagnostic.ts";
import type { ColumnFacts } from "../../base/table-facts.ts";
import { type ArrowCells, arrowCells, kindOf } from "./arrow-cells.ts";
import { type ArrowColumn, arrowColumn } from "./arrow-column.ts";
import { nameColumns } from "./csv-dialect.ts";
import type { Watch } from "./duckdb.ts";
import {
  type ContentOptions,
  checkKinds,
  checkThinning,
  type FileContent,
  firstLine,
  hashFile,
  thinnedIds,
} from "./file-content.ts";
import { lz4Decompress } from "./lz4-frame.ts";
import { availableBytes, checkFits } from "./memory.ts";

const { zstdDecompressSync } = zlib as { zstdDecompressSync?: (bytes: Uint8Array) => Uint8Array };

/** Throws `file.*`, `table.arrow-damaged`, `table.too-large`. */
export async function readArrow(path: string, options: ContentOptions, watch: Watch): Promise<FileContent> {
  const facts = hashFile(path);
  facts.catch(() => undefined);
  const content = await withReader(path, async (reader, endless) => ({
    ...(await readBatches(path, reader, options, watch)),
    endless,
  }));
  const { hash, bytes } = await facts;
  const { columns, rows, diagnostics } = content;
  if (content.endless) diagnostics.push(warning("table.arrow-no-end", { path }));
  if (rows === 0) diagnostics.push(warning("table.no-rows", { path }));
  const origin = [{ source: hash, ids: thinnedIds(rows, checkThinning(options).every) }];
  return { table: { kind: "table", rowCount: rows, columns, origin }, hash, bytes, diagnostics };
}

/** Columns from the schema, which stands at the beginning; rows only where the file counts its blocks. */
export async function lookAtArrow(
  path: string,
  options: ContentOptions,
  watch: Watch,
): Promise<{ columns: ColumnFacts[]; hash: string; bytes: number; diagnostics: Diagnostic[] }> {
  watch(0);
  const facts = hashFile(path);
  facts.catch(() => undefined);
  const look = await withReader(path, async (reader) => {
    const { plans, diagnostics } = planSchema(reader.schema, options);
    const columns = plans.flatMap(({ name, cells }): ColumnFacts[] => {
      const kind = options.kinds?.[name] ?? kindOf(cells);
      if (kind === undefined) return [];
      return [{ name, role: "feature", kind, ...(kind === "boolean" && { levels: ["false", "true"] }) }];
    });
    return { columns, diagnostics };
  });
  return { ...look, ...(await facts) };
}

type Plan = { name: string; cells: ArrowCells };

function planSchema(schema: Schema, { kinds }: ContentOptions): { plans: Plan[]; diagnostics: Diagnostic[] } {
  const { names, diagnostics } = nameColumns(schema.fields.map(({ name }) => name));
  checkKinds(kinds, names);
  const plans = schema.fields.map(({ type }, at) => ({ name: names[at], cells: arrowCells(type) }));
  for (const [at, { name, cells }] of plans.entries())
    if (cells.note !== undefined)
      diagnostics.push(warning(cells.note, { column: name, type: String(schema.fields[at].type) }));
  return { plans, diagnostics };
}

async function readBatches(path: string, reader: Reader, options: ContentOptions, watch: Watch) {
  const { every, limit } = checkThinning(options);
  const { plans, diagnostics } = planSchema(reader.schema, options);
  const columns = plans.map(({ name, cells }) => arrowColumn(name, cells, options.kinds?.[name]));
  const kept = columns.filter((column): column is ArrowColumn => column !== undefined);
  if (kept.length === 0) fail("table.no-readable-columns", { path });
  const available = availableBytes();
  let seen = 0;
  let rows = 0;
  for await (const batch of reader) {
    watch(0);
    const take: number[] | undefined = every === 1 && rows + batch.numRows <= limit ? undefined : [];
    if (take)
      for (let i = 0; i < batch.numRows && rows + take.length < limit; i++)
        if ((seen + i) % every === 0) take.push(i);
    for (const [at, column] of columns.entries()) column?.add(batch.data.children[at] as Data, take);
    seen += batch.numRows;
    rows += take ? take.length : batch.numRows;
    // The number of rows is known only at the end: what is held is looked at on the way.
    checkFits(path, { rows, numbers: kept.length, codes: 0 }, available);
    if (rows >= limit) break;
  }
  const made = kept.map((column) => column.finish(rows));
  diagnostics.push(...made.flatMap(({ findings }) => findings));
  return { columns: made.map(({ column }) => column), rows, diagnostics };
}

type Reader = { schema: Schema } & AsyncIterable<{ numRows: number; data: Data }>;

type OpenReader = Reader & { open(): Promise<unknown> };

async function withReader<T>(
  path: string,
  work: (reader: Reader, endless: boolean) => Promise<T>,
): Promise<T> {
  compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: lz4Decompress });
  if (zstdDecompressSync) compressionRegistry.set(CompressionType.ZSTD, { decode: zstdDecompressSync });
  let file: FileHandle | undefined;
  try {
    file = await open(path, "r");
    const endless = await isEndless(file, path);
    // Its types know the handles of files of an older Node only.
    const reader = await (RecordBatchReader.from as unknown as (from: FileHandle) => Promise<OpenReader>)(
      file,
    );
    await reader.open();
    return await work(reader, endless);
  } catch (thrown) {
    if (thrown instanceof DiagnosticError || thrown instanceof Cancelled) throw thrown;
    const message = reasonOf(thrown);
    if (/codec not found/.test(message)) return fail("table.arrow-compressed", { path });
    return fail("table.arrow-damaged", { path, message });
  } finally {
    await file?.close().catch(() => undefined);
  }
}

/** What the reader trips over inside itself, where the bytes make no sense, speaks of its code and not of the file. */
function reasonOf(thrown: unknown): string {
  const message = firstLine(thrown instanceof Error ? thrown.message : String(thrown));
  const stumbled = thrown instanceof TypeError || thrown instanceof RangeError || /undefined/.test(message);
  return stumbled ? "its parts do not fit together" : message;
}

/** A file ends with the mark that it begins with, or is damaged; a stream may end anywhere, but a whole one says so. */
async function isEndless(file: FileHandle, path: string): Promise<boolean> {
  const { size } = await file.stat();
  const bytesAt = async (at: number, length: number) => {
    const bytes = Buffer.alloc(length);
    await file.read(bytes, 0, length, Math.max(0, at));
    return bytes.toString("latin1");
  };
  if ((await bytesAt(0, 6)) !== "ARROW1") return (await bytesAt(size - 8, 8)) !== "\xff\xff\xff\xff\0\0\0\0";
  if ((await bytesAt(size - 6, 6)) !== "ARROW1")
    fail("table.arrow-damaged", { path, message: "its end is missing" });
  return false;
}
