/** Save as: a name in the granted folder; an existing file is named before it is replaced. */
import { type FormEvent, useState } from "react";
import { Button } from "../parts/Button.tsx";
import { saveAs } from "../store/files.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { DialogFrame } from "./Frame.tsx";

const ending = ".espalier";

/** Starts with the document's own path, or its title. */
export function SaveDialog({ close, after }: { close: () => void; after: (() => void) | undefined }) {
  const editor = useEditor();
  const { t } = useWords();
  const folder = useEditorState((state) => state.host?.folder ?? "");
  const [name, setName] = useState(() => {
    const { file, document } = editor.store.getState();
    return file.path ?? `${document.title.trim().replaceAll(/[\\/:*?"<>|]+/g, "-")}${ending}`;
  });
  const [exists, setExists] = useState<string>();
  const [busy, setBusy] = useState(false);
  const trimmed = name.trim();
  const path = trimmed.endsWith(ending) ? trimmed : `${trimmed}${ending}`;
  const bare = trimmed.replace(/\.espalier$/, "") === "";

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (bare) return;
    setBusy(true);
    // The conflict dialog may have taken this one's place: only close what is still ours.
    const answer = await saveAs(editor, path, exists === path, () => {
      close();
      after?.();
    });
    setBusy(false);
    setExists(answer === "exists" ? path : undefined);
  }

  return (
    <DialogFrame title={t("save.title")} close={close}>
      <form onSubmit={(event) => void submit(event)}>
        <label className="dialog-label" htmlFor="save-path">
          {t("save.path", { folder })}
        </label>
        <input
          id="save-path"
          className="field num"
          data-testid="save-path"
          // biome-ignore lint/a11y/noAutofocus: a dialog takes the focus, and this is its field.
          autoFocus
          value={name}
          spellCheck={false}
          onFocus={(event) =>
            event.target.setSelectionRange(0, event.target.value.replace(/\.espalier$/, "").length)
          }
          onChange={(event) => {
            setName(event.target.value);
            setExists(undefined);
          }}
        />
        <p className="dialog-say" role="status" data-tone={exists === path ? "warn" : undefined}>
          {bare ? t("save.badName") : exists === path ? t("save.exists", { path }) : "\u00a0"}
        </p>
        <footer className="dialog-foot">
          <Button onClick={close}>{t("dialog.cancel")}</Button>
          <Button type="submit" look="primary" disabled={busy || bare} data-testid="save-go">
            {t(exists === path ? "save.replace" : "save.go")}
          </Button>
        </footer>
      </form>
    </DialogFrame>
  );
}
