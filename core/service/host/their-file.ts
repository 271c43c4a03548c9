/** The file behind an open document as somebody else may have left it, and a place beside it for a second version. */
import { type Diagnostic, diagnosticOf } from "../../base/diagnostic.ts";
import type { GraphDocument } from "../../graph/document.ts";
import { parseDocument } from "../../graph/parse.ts";
import { writeDocument } from "../../graph/write.ts";
import { type FolderFiles, graphExtension } from "./folder-files.ts";

export type Theirs = {
  document: GraphDocument;
  stamp: string;
  real: string;
  repairs: readonly Diagnostic[];
};

/** What stands in the file now; without a document when it is no experiment, or one of another version. */
export async function readTheirs(
  files: FolderFiles,
  path: string,
  readOnly: boolean,
): Promise<(Omit<Theirs, "document"> & { document?: GraphDocument }) | "missing"> {
  try {
    const { text, stamp, real } = await files.read(path);
    const parsed = parseDocument(text);
    const known = { stamp, real, repairs: parsed.diagnostics };
    const legible = parsed.document !== null && parsed.readOnly === readOnly;
    return legible && parsed.document ? { ...known, document: parsed.document } : known;
  } catch (thrown) {
    if (diagnosticOf(thrown).code === "file.missing") return "missing";
    return { stamp: "", real: "", repairs: [] };
  }
}

/** Writes the document under the first free name beside `path`, and answers with that name. */
export async function writeCopy(files: FolderFiles, path: string, document: GraphDocument): Promise<string> {
  const stem = path.slice(0, -graphExtension.length);
  for (let n = 2; ; n++) {
    const copy = `${stem}-${n}${graphExtension}`;
    if (await files.exists(copy)) continue;
    await files.write(copy, writeDocument(document));
    return copy;
  }
}
