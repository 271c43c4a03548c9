/** Lines under the bar that stay as long as what they say is so. */
import { Lock, PlugZap, Wrench } from "lucide-react";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { Button } from "./Button.tsx";

/** Connection lost, a file from a newer version, a file that needed mending. */
export function Banners() {
  const editor = useEditor();
  const { t } = useWords();
  const lost = useEditorState((state) => state.connection === "closed");
  const readOnly = useEditorState((state) => state.file.readOnly);
  const repairs = useEditorState((state) => state.file.repairs.length);
  return (
    <>
      {lost ? (
        <div className="banner" data-tone="danger" role="alert">
          <PlugZap size={15} aria-hidden />
          {t("banner.lost")}
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
