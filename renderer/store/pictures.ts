/** Graphs from files of this computer: experiments, and the figures that carry the graph that made them. Loaded when the first one comes. */
import { parseDocument } from "../../core/graph/parse.ts";
import { wordDiagnostic } from "../../core/words/word.ts";
import { readPassport } from "../views/frame/passport.ts";
import { say } from "../words/words.ts";
import { frontOf } from "./desk.ts";
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

/** Opens an experiment of this computer as a document without a file: the host has no way to where it lies. Says why where it is none. */
export async function openExperiment(editor: Editor, file: File): Promise<boolean> {
  const { language } = editor.store.getState();
  const { name } = file;
  // The tab in front may be another one by now.
  const front = () => (editor.desk ? frontOf(editor.desk) : editor);
  if (file.size > mostBytes) {
    notify(front(), "error", say(language, "experiment.tooLarge", { name }));
    return false;
  }
  const { document, diagnostics, readOnly } = parseDocument(await file.text());
  const [problem] = diagnostics;
  const why = problem ? wordDiagnostic(problem, language).what : "";
  // What cannot be kept whole is not opened under another name: saving it would lose what a newer Espalier wrote.
  if (!document || readOnly) {
    notify(front(), "error", say(language, "experiment.none", { name, why }));
    return false;
  }
  const opened = await openDocument(editor, document);
  if (opened && problem) notifyDiagnostic(front(), problem);
  return opened;
}
