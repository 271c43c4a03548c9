/** The experiment's title, edited in place; as wide as its words. */
import { useEffect, useState } from "react";
import { edit } from "../store/edit.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";

/** Applied when the field is left, so that a title is one step of history. */
export function TitleField() {
  const editor = useEditor();
  const { t } = useWords();
  const title = useEditorState((state) => state.document.title);
  const readOnly = useEditorState((state) => state.file.readOnly);
  const [draft, setDraft] = useState<string>();
  useEffect(() => {
    document.title = title === "" ? t("app.name") : `${title} · ${t("app.name")}`;
  }, [title, t]);
  const shown = draft ?? title;

  function commit(): void {
    const next = draft?.trim();
    if (next && next !== title) edit(editor, { kind: "setDocument", title: next }, { label: "step.title" });
    setDraft(undefined);
  }

  return (
    <span className="bar-title" data-text={shown}>
      <input
        aria-label={t("bar.title")}
        data-testid="title"
        value={shown}
        size={1}
        disabled={readOnly}
        spellCheck={false}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
          if (event.key === "Escape") setDraft(undefined);
        }}
      />
    </span>
  );
}
