/** Results side by side, each in a panel of its own that says what it is; one of them may fill the window. */
import { useCallback, useMemo } from "react";
import { enlarge } from "../store/enlarge.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { PassportContext } from "../views/frame/passport-context.ts";
import { LargeResult } from "./LargeResult.tsx";
import { passportOf } from "./passport-of.ts";
import { ResultPanel } from "./ResultPanel.tsx";
import { type Panel, panelsOf } from "./results.ts";

/** One panel an output. */
export function ResultsTab() {
  const editor = useEditor();
  const { t, local } = useWords();
  const passport = useCallback((shows: string) => passportOf(editor.store.getState(), shows), [editor]);
  const text = useEditorState((state) =>
    JSON.stringify(panelsOf(state).map(({ preview: _live, ...panel }) => panel)),
  );
  const panels = useMemo(() => JSON.parse(text) as Panel[], [text]);
  const sole = useEditorState(({ selection, graph }) =>
    selection.nodes.size === 1 ? graph.nodes[[...selection.nodes][0] ?? ""] : undefined,
  );
  const descriptor = useEditorState((state) => state.descriptors.get(sole?.type ?? ""));
  const title = sole?.title ?? (descriptor ? local(descriptor.title) : "");
  const ready = panels.filter((panel) => panel.source !== undefined);
  if (panels.length === 0 || (ready.length === 0 && !sole)) {
    return (
      <div className="empty">
        <b>{t("results.none")}</b>
        <span>{sole ? t("results.noOutputs", { title }) : t("results.noneHint")}</span>
      </div>
    );
  }
  return (
    <PassportContext value={passport}>
      <div className="results">
        {panels.map((panel) => (
          <ResultPanel key={panel.key} panel={panel} in="dock" enlarge={() => enlarge(editor, panel.key)} />
        ))}
      </div>
      <LargeResult panels={panels} />
    </PassportContext>
  );
}
