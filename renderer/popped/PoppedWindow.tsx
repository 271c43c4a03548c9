/** A window with one result: whose it is, what is selected, and its panel. It follows the document and never stands empty. */
import { Unplug } from "lucide-react";
import { useCallback, useEffect, useMemo } from "react";
import { listenToKeys } from "../actions/keys.ts";
import "../app.css";
import "../dock/dock.css";
import { passportOf } from "../dock/passport-of.ts";
import { ResultPanel } from "../dock/ResultPanel.tsx";
import { type Panel, panelOf } from "../dock/results.ts";
import { SelectionBar } from "../dock/SelectionBar.tsx";
import { Button } from "../parts/Button.tsx";
import { Notices } from "../parts/Notices.tsx";
import { outputTitle } from "../store/titles.ts";
import { EditorContext, useDeskState, useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { PassportContext } from "../views/frame/passport-context.ts";
import { worksPopped } from "./actions.ts";
import "./popped.css";

/** The whole page, once there is a desk. */
export function PoppedWindow() {
  const front = useDeskState((state) => state.front);
  return (
    <EditorContext value={front}>
      <OneResult />
    </EditorContext>
  );
}

function OneResult() {
  const editor = useEditor();
  const { t } = useWords();
  const passport = useCallback((shows: string) => passportOf(editor.store.getState(), shows), [editor]);
  const panel = usePanel();
  const selected = useEditorState(({ rows }) => rows !== undefined);
  const title = useEditorState(({ document }) => document.title);
  const shown = useEditorState((state) => (panel ? outputTitle(state, panel.node, panel.port) : ""));
  useEffect(() => listenToKeys(editor, worksPopped), [editor]);
  useEffect(() => {
    document.title = [shown, title, t("app.name")].filter((part) => part !== "").join(" · ");
  }, [shown, title, t]);
  return (
    <main className="popped">
      <h1 className="visually-hidden">{t("app.name")}</h1>
      <header className="popped-head">
        <span className="popped-title clip" title={title}>
          {title}
        </span>
        {selected ? <SelectionBar /> : null}
      </header>
      <Standing />
      {panel ? (
        <PassportContext value={passport}>
          <ResultPanel panel={panel} in="window" />
        </PassportContext>
      ) : (
        <Nothing />
      )}
      <Notices />
    </main>
  );
}

/** The panel of the address, as long as its node and output are in the document. */
function usePanel(): Panel | undefined {
  const text = useEditorState((state) => {
    const panel = panelOf(state, state.popped?.panel ?? "");
    if (!panel) return "";
    const { preview: _live, ...rest } = panel;
    return JSON.stringify(rest);
  });
  return useMemo(() => (text === "" ? undefined : (JSON.parse(text) as Panel)), [text]);
}

/** Why nothing new comes at present. */
function Standing() {
  const { t } = useWords();
  const lost = useEditorState(({ connection }) => connection === "closed");
  const left = useEditorState(({ popped }) => popped?.left ?? false);
  if (!lost && !left) return null;
  return (
    <div className="banner" role="status" data-testid={left ? "popped-left" : "banner-lost"}>
      <Unplug size={15} aria-hidden />
      {t(left ? "popped.left" : "banner.lost")}
      {left ? <Button onClick={() => window.close()}>{t("popped.close")}</Button> : null}
    </div>
  );
}

function Nothing() {
  const { t } = useWords();
  const left = useEditorState(({ popped }) => popped?.left ?? false);
  return (
    <div className="empty" data-testid="popped-nothing">
      <b>{t(left ? "popped.noDocument" : "popped.noNode")}</b>
      <span>{t(left ? "popped.noDocumentHint" : "popped.noNodeHint")}</span>
    </div>
  );
}
