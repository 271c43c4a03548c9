/** What source nodes share: the look at a file, and the table type that follows from it. */
import { probeTable, type ReadOptions } from "../core/ml/table/read-table.ts";
import type { FileAccess, SourceFacts } from "../core/node/node.ts";
import { unknownSource } from "../core/types/provenance.ts";
import type { TableType } from "../core/types/wire-type.ts";

/** Columns, rows and content hash of a file below the granted folders. */
export async function probeFile(path: string, files: FileAccess, options: ReadOptions): Promise<SourceFacts> {
  return probeTable(await files.resolve(path), options);
}

/** The type of a source's table: all its rows, from this source and no split. */
export function sourceType(context: { facts?: SourceFacts; node: string }): TableType {
  const { facts, node } = context;
  return {
    kind: "table",
    ...(facts ? { columns: facts.columns } : {}),
    ...(facts?.rows === undefined ? {} : { rows: facts.rows }),
    provenance: [{ source: facts?.hash ?? unknownSource, turns: [], via: node }],
  };
}
