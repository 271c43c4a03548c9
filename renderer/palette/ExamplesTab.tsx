/** Finished experiments to start from; each opens as an unsaved copy. */
import type { ExampleEntry } from "../../core/service/host-service.ts";
import { openExample } from "../store/files.ts";
import { useEditor, useWords } from "../store/use-editor.ts";
import { Answer, useAsked } from "./use-asked.tsx";

/** The list of examples. */
export function ExamplesTab() {
  const editor = useEditor();
  const { t, local } = useWords();
  const asked = useAsked<readonly ExampleEntry[]>(() =>
    editor.services.host.examples().then((answer) => answer.examples),
  );
  return (
    <Answer asked={asked} loading={t("examples.loading")}>
      {(examples) =>
        examples.length === 0 ? (
          <p className="empty">{t("examples.none")}</p>
        ) : (
          <div className="palette-list examples">
            {examples.map((example) => (
              <button
                type="button"
                className="example"
                key={example.id}
                data-testid={`example-${example.id}`}
                onClick={() => void openExample(editor, example.id)}
              >
                <b>{local(example.title)}</b>
                <span>{local(example.summary)}</span>
              </button>
            ))}
          </div>
        )
      }
    </Answer>
  );
}
