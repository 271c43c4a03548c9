/** In the desktop's window the system's own dialogs stand for the page's: mounted they ask, answered they go. */
import { useEffect, useRef } from "react";
import { diagnosticOf } from "../../core/base/diagnostic.ts";
import type { ShellVerbs } from "../../core/service/shell.ts";
import { openFile, saveAs } from "../store/files.ts";
import { notifyDiagnostic } from "../store/notices.ts";
import { dropTab } from "../store/tabs.ts";
import { useEditor } from "../store/use-editor.ts";

/** Does something once, however often it is drawn. */
function useOnce(deed: () => Promise<void>): void {
  const editor = useEditor();
  const begun = useRef(false);
  const latest = useRef(deed);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    latest.current().catch((thrown: unknown) => notifyDiagnostic(editor, diagnosticOf(thrown)));
  }, [editor]);
}

/** The system's dialog for opening; graphs of this folder open as tabs. */
export function NativeOpen({ close, shell }: { close: () => void; shell: ShellVerbs }) {
  const editor = useEditor();
  useOnce(async () => {
    const { paths } = await shell.chooseOpen().finally(close);
    for (const path of paths) await openFile(editor, path);
  });
  return null;
}

/** The system's dialog for saving. A document that goes to another folder goes on in a window of its own. */
export function NativeSave({
  close,
  after,
  shell,
}: {
  close: () => void;
  after: (() => void) | undefined;
  shell: ShellVerbs;
}) {
  const editor = useEditor();
  useOnce(async () => {
    const { file, document } = editor.store.getState();
    const name = file.path ?? `${document.title.trim().replaceAll(/[\\/:*?"<>|]+/g, "-")}.espalier`;
    const place = await shell.chooseSave({ name: name.slice(0, 200) }).finally(close);
    // The system's dialog has asked about a file that stands there.
    if (place.kind === "here") await saveAs(editor, place.path, true, after);
    if (place.kind !== "elsewhere") return;
    const { saved } = await shell.saveElsewhere({ ticket: place.ticket, document });
    if (!saved) return;
    if (after) after();
    else dropTab(editor);
  });
  return null;
}
