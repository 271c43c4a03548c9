/** The bar at the top: what is open, time travel, running, the engine, search, language and theme. */
import { CircleHelp, Redo2, Square, SunMoon, Undo2 } from "lucide-react";
import { redoLabel, undoLabel } from "../../core/graph/history.ts";
import { actionOf, perform } from "../actions/registry.ts";
import { useKeys } from "../actions/use-keys.ts";
import { ActionButton, Button } from "../parts/Button.tsx";
import { isDirty } from "../store/edit.ts";
import { switchLanguage, switchTheme } from "../store/preferences.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { isWordKey } from "../words/words.ts";
import "./bar.css";
import { FileMenu } from "./FileMenu.tsx";
import { HistoryMenu } from "./HistoryMenu.tsx";
import { RunButton } from "./RunButton.tsx";
import { RunProgress } from "./RunProgress.tsx";
import { TitleField } from "./TitleField.tsx";

/** Fixed height; at narrow widths the pills go first. */
export function TopBar() {
  const editor = useEditor();
  const { t, language } = useWords();
  const start = useEditorState((state) => state.start);
  return (
    <header className="bar">
      <FileMenu />
      {start ? <span className="bar-space" /> : <DocumentControls key={editor.id} />}
      <EnginePills />
      <SearchButton />
      <Button
        look="icon"
        data-testid="language"
        aria-label={t("bar.language")}
        title={t("bar.language")}
        onClick={() => switchLanguage(editor)}
      >
        {language === "zh" ? "中" : "EN"}
      </Button>
      <Button
        look="icon"
        data-testid="theme"
        aria-label={t("bar.theme")}
        title={t("bar.theme")}
        onClick={() => switchTheme(editor)}
      >
        <SunMoon size={14} aria-hidden />
      </Button>
      <ActionButton action="keys">
        <CircleHelp size={14} aria-hidden />
      </ActionButton>
    </header>
  );
}

/** What speaks of the document in front; on the start page none is seen. */
function DocumentControls() {
  return (
    <>
      <TitleField />
      <SavedState />
      <div className="bar-group">
        <TimeButtons />
      </div>
      <div className="bar-group">
        <RunButton />
        <ActionButton action="cancel" testid="cancel">
          <Square size={11} fill="currentColor" aria-hidden />
        </ActionButton>
      </div>
      <RunProgress />
    </>
  );
}

function TimeButtons() {
  const { t } = useWords();
  const undo = useEditorState((state) => undoLabel(state.history));
  const redo = useEditorState((state) => redoLabel(state.history));
  const what = (label: string) => (isWordKey(label) ? t(label) : label);
  return (
    <>
      <ActionButton
        action="undo"
        testid="undo"
        {...(undo ? { hint: t("action.undoWhat", { what: what(undo) }) } : {})}
      >
        <Undo2 size={14} aria-hidden />
      </ActionButton>
      <ActionButton
        action="redo"
        testid="redo"
        {...(redo ? { hint: t("action.redoWhat", { what: what(redo) }) } : {})}
      >
        <Redo2 size={14} aria-hidden />
      </ActionButton>
      <HistoryMenu />
    </>
  );
}

function SavedState() {
  const { t } = useWords();
  const state = useEditorState((now) => {
    if (now.file.readOnly) return "bar.readOnly" as const;
    return now.file.path === undefined || isDirty(now) ? ("bar.unsaved" as const) : ("bar.saved" as const);
  });
  return (
    <span className="bar-saved" data-testid="saved" data-state={state.slice(4)}>
      {t(state)}
    </span>
  );
}

function EnginePills() {
  const editor = useEditor();
  const { t, size } = useWords();
  const backends = actionOf("backends");
  const engine = useEditorState((state) => state.engine);
  const open = useEditorState((state) => state.connection === "open");
  const name = engine
    ? t("bar.threads", { backend: engine.backend, count: engine.threads })
    : t("bar.connecting");
  return (
    <>
      <button
        type="button"
        className="pill bar-backend"
        data-testid="engine"
        data-open={open && engine !== undefined}
        title={t(backends.words)}
        disabled={!open}
        onClick={() => perform(editor, backends)}
      >
        <i aria-hidden />
        <span className="clip">{name}</span>
      </button>
      {engine ? (
        <span className="pill num bar-memory" title={t("bar.memory")}>
          {size(engine.memoryBytes)}
        </span>
      ) : null}
    </>
  );
}

function SearchButton() {
  const editor = useEditor();
  const { t } = useWords();
  const action = actionOf("commands");
  return (
    <Button
      className="bar-search"
      data-testid="search"
      title={t(action.words)}
      onClick={() => perform(editor, action)}
    >
      <span className="clip">{t("bar.search")}</span>
      <span className="kbd">{useKeys("commands")}</span>
    </Button>
  );
}
