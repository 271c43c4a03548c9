/** A file on its way into the folder, with how far it is; what keeps it from getting there is said with a way out. */
import { useEffect, useState } from "react";
import { type Diagnostic, diagnosticOf } from "../../core/base/diagnostic.ts";
import { wordDiagnostic } from "../../core/words/word.ts";
import { Button } from "../parts/Button.tsx";
import { useEditor } from "../store/use-editor.ts";
import { upload } from "./upload.ts";
import { useStartWords } from "./words.ts";

/** Closing the dialog gives the upload up. */
export function UploadData({
  file,
  done,
  another,
}: {
  file: File;
  done: (path: string) => void;
  another: () => void;
}) {
  const editor = useEditor();
  const { s, language } = useStartWords();
  const [share, setShare] = useState(0);
  const [problem, setProblem] = useState<Diagnostic>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `done` is a new closure on every render; the file says when.
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    upload(editor.services.host, file, { progress: setShare, signal }).then(
      (path) => {
        if (signal.aborted) return;
        editor.store.setState(({ folderVersion }) => ({ folderVersion: folderVersion + 1 }));
        done(path);
      },
      (thrown: unknown) => signal.aborted || setProblem(diagnosticOf(thrown)),
    );
    return () => leaving.abort();
  }, [editor, file]);
  if (problem) {
    const { what, hint } = wordDiagnostic(problem, language);
    return (
      <div className="empty" role="alert">
        <b>{what}</b>
        <span>{hint}</span>
        <Button onClick={another}>{s("data.another")}</Button>
      </div>
    );
  }
  return (
    <div className="from-data-wait">
      <p>{s("data.uploading", { name: file.name })}</p>
      <progress value={share} max={1} aria-label={s("data.uploading", { name: file.name })} />
    </div>
  );
}
