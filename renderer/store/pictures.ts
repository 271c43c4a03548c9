/** The way back from an exported figure to the graph that made it. Loaded when the first picture comes. */
import { problem } from "../../core/base/diagnostic.ts";
import { parseDocument } from "../../core/graph/parse.ts";
import { readPassport } from "../views/frame/passport.ts";
import type { Editor } from "./editor.ts";
import { openDocument } from "./files.ts";
import { notifyDiagnostic } from "./notices.ts";

const mostBytes = 100_000_000;

/** Opens the graph of a picture as a document without a file; says why where there is none. */
export async function openPicture(editor: Editor, file: File): Promise<boolean> {
  const bytes = file.size > mostBytes ? undefined : new Uint8Array(await file.arrayBuffer());
  const passport = bytes && (await readPassport(bytes));
  const parsed = passport && parseDocument(passport.document);
  if (parsed?.document) return openDocument(editor, parsed.document);
  notifyDiagnostic(editor, parsed?.diagnostics[0] ?? problem("picture.no-graph", { name: file.name }));
  return false;
}
