/** What stands on a canvas without nodes: three ways to begin. */
import { useEffect, useState } from "react";
import type { ExampleEntry } from "../../core/service/host-service.ts";
import { Button } from "../parts/Button.tsx";
import { openExample } from "../store/files.ts";
import { isEmpty } from "../store/is-empty.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";

/** Shown while the document has nothing to show. */
export function EmptyCanvas() {
  const editor = useEditor();
  const { t, local } = useWords();
  const empty = useEditorState(({ document, scope }) => {
    return (
      scope.length === 0 &&
      isEmpty(document.groups) &&
      isEmpty(document.nodes) &&
      isEmpty(document.view.notes)
    );
  });
  const [examples, setExamples] = useState<readonly ExampleEntry[]>([]);
  useEffect(() => {
    if (!empty) return;
    editor.services.host.examples().then(
      (answer) => setExamples(answer.examples),
      () => setExamples([]),
    );
  }, [editor, empty]);
  if (!empty) return null;
  return (
    <div className="empty-canvas">
      <b>{t("canvas.empty")}</b>
      <p>{t("canvas.emptyHint")}</p>
      <div className="empty-canvas-examples">
        {examples.slice(0, 4).map((example) => (
          <Button key={example.id} onClick={() => void openExample(editor, example.id)}>
            {local(example.title)}
          </Button>
        ))}
      </div>
    </div>
  );
}
