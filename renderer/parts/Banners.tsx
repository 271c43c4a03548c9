/** Lines under the bar that stay as long as what they say is so. */
import { FileWarning, HardDrive, Lock, PlugZap, Wrench } from "lucide-react";
import { wordDiagnostic } from "../../core/words/word.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { Button } from "./Button.tsx";

/** Connection lost, no journal, trouble with the file on disk, a file from a newer version, a file that needed mending. */
export function Banners() {
  const editor = useEditor();
  const { t, language } = useWords();
  const journal = useEditorState((state) => state.journalProblem);
  const disk = useEditorState((state) => state.file.disk);
  const path = useEditorState((state) => state.file.path ?? "");
  const lost = useEditorState((state) => state.connection === "closed");
  const readOnly = useEditorState((state) => state.file.readOnly);
  const repairs = useEditorState((state) => state.file.repairs.length);
  return (
    <>
      {lost ? (
        <div className="banner" role="status" data-testid="banner-lost">
          <PlugZap size={15} aria-hidden />
          {t("banner.lost")}
        </div>
      ) : null}
      {journal ? (
        <div className="banner" data-tone="danger" role="alert" data-testid="banner-journal">
          <HardDrive size={15} aria-hidden />
          {wordDiagnostic(journal, language).what} {wordDiagnostic(journal, language).hint}
        </div>
      ) : null}
      {disk === "missing" || disk === "conflict" ? (
        <div className="banner" role="status" data-testid={`banner-${disk}`}>
          <FileWarning size={15} aria-hidden />
          {t(disk === "missing" ? "banner.missing" : "banner.conflict", { path })}
          {disk === "conflict" ? (
            <Button onClick={() => editor.store.setState({ dialog: { kind: "conflict" } })}>
              {t("banner.decide")}
            </Button>
          ) : null}
        </div>
      ) : null}
      {readOnly ? (
        <div className="banner" role="status" data-testid="banner-readonly">
          <Lock size={15} aria-hidden />
          {t("banner.readOnly")}
        </div>
      ) : repairs > 0 ? (
        <div className="banner" role="status" data-testid="banner-repaired">
          <Wrench size={15} aria-hidden />
          {t("banner.repaired", { count: repairs })}
          <Button
            onClick={() => {
              editor.store.setState({ dock: "problems" });
              editor.panels?.show("dock");
            }}
          >
            {t("banner.show")}
          </Button>
        </div>
      ) : null}
    </>
  );
}
