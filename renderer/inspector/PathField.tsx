/** A file below the granted folder: typed, or chosen from a list of those with the right ending. */
import { FolderOpen } from "lucide-react";
import { Popover } from "radix-ui";
import { useEffect, useState } from "react";
import type { FileEntry } from "../../core/service/host-service.ts";
import { FileTree } from "../parts/FileTree.tsx";
import { useEditor, useWords } from "../store/use-editor.ts";
import type { ControlProps } from "./controls.tsx";
import { useDraft } from "./use-draft.ts";

type Props = ControlProps & { value: string; extensions: readonly string[] };

/** The typed path is applied when the field is left or Enter is pressed, so that no half path is looked for. */
export function PathField({ label, testid, place, disabled, value, extensions, set, mixed }: Props) {
  const { t } = useWords();
  const { text, drafted, write } = useDraft(mixed === undefined ? value : "");
  const commit = () => {
    if (drafted && (mixed !== undefined || text.trim() !== value)) set(text.trim());
    write(undefined);
  };
  const input = (
    <input
      className={place === "card" ? "card-number num" : "num"}
      aria-label={label}
      data-testid={testid}
      disabled={disabled}
      value={text}
      placeholder={mixed ?? t("inspector.noFile")}
      title={mixed ?? value}
      spellCheck={false}
      onChange={(event) => write(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
      }}
    />
  );
  if (place === "card") return input;
  return (
    <div className="field">
      {input}
      <FileChooser extensions={extensions} set={set} disabled={disabled} testid={`${testid}-choose`} />
    </div>
  );
}

function FileChooser({
  extensions,
  set,
  disabled,
  testid,
}: {
  extensions: readonly string[];
  set: (path: string) => void;
  disabled: boolean;
  testid: string;
}) {
  const { services } = useEditor();
  const { t, size } = useWords();
  const [open, setOpen] = useState(false);
  const [files, setFiles] = useState<readonly FileEntry[]>();
  useEffect(() => {
    if (!open) return;
    services.host.list().then(
      (answer) => setFiles(answer.files),
      () => setFiles([]),
    );
  }, [open, services]);
  const fitting = files?.filter(({ path }) =>
    extensions.some((ending) => path.toLowerCase().endsWith(`.${ending.replace(/^\./, "")}`)),
  );
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        className="button button-ghost"
        disabled={disabled}
        aria-label={t("inspector.choose")}
        title={t("inspector.choose")}
        data-testid={testid}
      >
        <FolderOpen size={14} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="popover" align="end" sideOffset={6} aria-label={t("inspector.choose")}>
          <FileTree
            files={fitting ?? []}
            look="popover-item"
            testid={testid}
            choose={({ path }) => {
              set(path);
              setOpen(false);
            }}
          >
            {(file, name) => (
              <>
                <span className="clip">{name}</span>
                <span className="dim num">{size(file.bytes)}</span>
              </>
            )}
          </FileTree>
          {fitting?.length === 0 ? (
            <p className="popover-none">
              {extensions.map((ending) => `.${ending.replace(/^\./, "")}`).join(", ")}: 0
            </p>
          ) : null}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
