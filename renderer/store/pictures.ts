/** The way back from an exported figure to the graph that made it. Loaded when the first picture comes. */
import { parseDocument } from "../../core/graph/parse.ts";
import { readPassport } from "../views/frame/passport.ts";
import { say } from "../words/words.ts";
import type { Editor } from "./editor.ts";
import { openDocument } from "./files.ts";
import { notify, notifyDiagnostic } from "./notices.ts";

const mostBytes = 100_000_000;

/** Opens the graph of a picture as a document without a file; says why where there is none. */
export async function openPicture(editor: Editor, file: File): Promise<boolean> {
  const bytes = file.size > mostBytes ? undefined : new Uint8Array(await file.arrayBuffer());
  const passport = bytes && (await readPassport(bytes));
  const parsed = passport && parseDocument(passport.document);
  if (parsed?.document) return openDocument(editor, parsed.document);
  const [problem] = parsed?.diagnostics ?? [];
  const { language } = editor.store.getState();
  if (problem) notifyDiagnostic(editor, problem);
  else notify(editor, "error", say(language, "picture.none", { name: file.name }));
  return false;
}
