/** Unsaved work that nobody has open: restore it, throw it away, or look first. */
import { useState } from "react";
import { diagnosticOf } from "../../core/base/diagnostic.ts";
import type { Difference, RecoveryEntry } from "../../core/service/host-service.ts";
import { Button } from "../parts/Button.tsx";
import { offer, recover } from "../store/files.ts";
import { notifyDiagnostic } from "../store/notices.ts";
import { useEditor, useWords } from "../store/use-editor.ts";
import { localeOf } from "../words/locale.ts";
import { DifferenceList } from "./DifferenceList.tsx";
import { DialogFrame } from "./Frame.tsx";

/** Closing decides nothing: the work is offered again at the next start. */
export function RecoveryDialog({ close, entries }: { close: () => void; entries: readonly RecoveryEntry[] }) {
  const editor = useEditor();
  const { t } = useWords();
  const without = (entry: RecoveryEntry) => entries.filter(({ id }) => id !== entry.id);
  function discarded(entry: RecoveryEntry): void {
    const left = without(entry);
    if (left.length === 0) close();
    else editor.store.setState({ dialog: { kind: "recovery", entries: left } });
  }
  async function restore(entry: RecoveryEntry): Promise<void> {
    close();
    await recover(editor, entry);
    offer(editor, without(entry));
  }
  return (
    <DialogFrame title={t("recovery.title")} close={close} wide>
      <p className="dialog-text">{t("recovery.text")}</p>
      <ul className="recovery">
        {entries.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            restore={() => void restore(entry)}
            discarded={() => discarded(entry)}
          />
        ))}
      </ul>
    </DialogFrame>
  );
}

function Entry({
  entry,
  restore,
  discarded,
}: {
  entry: RecoveryEntry;
  restore: () => void;
  discarded: () => void;
}) {
  const editor = useEditor();
  const { t, language } = useWords();
  const [differences, setDifferences] = useState<readonly Difference[]>();
  const { host } = editor.services;
  const date = new Intl.DateTimeFormat(localeOf(language), { dateStyle: "medium", timeStyle: "short" });
  const refused = (thrown: unknown) => notifyDiagnostic(editor, diagnosticOf(thrown));
  return (
    <li data-testid={`recovery-${entry.path ?? "untitled"}`}>
      <p>
        <b>{entry.title || t("start.untitled")}</b>{" "}
        <span className="dim">
          {entry.path ?? t("recovery.noFile")} · {date.format(entry.at)}
        </span>
      </p>
      <div className="recovery-choices">
        <Button
          data-testid="recovery-show"
          onClick={() =>
            host.differences({ id: entry.id }).then((answer) => setDifferences(answer.differences), refused)
          }
        >
          {t("recovery.show")}
        </Button>
        <Button
          look="danger"
          data-testid="recovery-discard"
          onClick={() => host.discard({ id: entry.id }).then(discarded, refused)}
        >
          {t("recovery.discard")}
        </Button>
        <Button look="primary" data-testid="recovery-restore" onClick={restore}>
          {t("recovery.restore")}
        </Button>
      </div>
      {differences ? <DifferenceList differences={differences} /> : null}
    </li>
  );
}
