/** The dock below the canvas: results, script, problems, runs. */
import { PanelBottom, PanelRight } from "lucide-react";
import { Tabs } from "radix-ui";
import { ActionButton } from "../parts/Button.tsx";
import { useDockSide } from "../store/dock-side.ts";
import type { DockTab } from "../store/editor-state.ts";
import { isEmpty } from "../store/is-empty.ts";
import { clearRows } from "../store/row-selection.ts";
import { soleNode } from "../store/select.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import "./dock.css";
import { ProblemsTab } from "./ProblemsTab.tsx";
import { ResultsTab } from "./ResultsTab.tsx";
import { RunsTab } from "./RunsTab.tsx";
import { ScriptTab } from "./ScriptTab.tsx";
import { SelectionBar } from "./SelectionBar.tsx";
import { useProblems } from "./use-problems.ts";

const tabs: readonly DockTab[] = ["results", "script", "problems", "runs"];

/** The chosen tab alone is mounted. */
export function Dock() {
  const editor = useEditor();
  const { t } = useWords();
  const tab = useEditorState((state) => state.dock);
  const side = useDockSide();
  const selected = useEditorState((state) => state.rows !== undefined);
  return (
    <Tabs.Root
      className="dock"
      data-side={side}
      value={tab}
      onValueChange={(next) => editor.store.setState({ dock: next as DockTab })}
      aria-label={t("dock.label")}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented || !editor.store.getState().rows) return;
        event.stopPropagation();
        clearRows(editor);
      }}
    >
      <div className="tabs">
        <Tabs.List className="dock-list" aria-label={t("dock.label")}>
          {tabs.map((name) => (
            <Tabs.Trigger className="tab" value={name} key={name} data-testid={`dock-tab-${name}`}>
              {t(`dock.${name}`)}
              {name === "problems" ? <ProblemCount /> : null}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {selected ? <SelectionBar /> : tab === "results" ? <Showing /> : null}
        <ActionButton action="dockSide" look="ghost" testid="dock-side">
          {side === "below" ? <PanelRight size={14} aria-hidden /> : <PanelBottom size={14} aria-hidden />}
        </ActionButton>
      </div>
      <Tabs.Content className="dock-content" value="results" tabIndex={-1}>
        <ResultsTab />
      </Tabs.Content>
      <Tabs.Content className="dock-content" value="script" tabIndex={-1}>
        <ScriptTab />
      </Tabs.Content>
      <Tabs.Content className="dock-content" value="problems" tabIndex={-1}>
        <ProblemsTab />
      </Tabs.Content>
      <Tabs.Content className="dock-content" value="runs" tabIndex={-1}>
        <RunsTab />
      </Tabs.Content>
    </Tabs.Root>
  );
}

function ProblemCount() {
  const problems = useProblems();
  const { number } = useWords();
  if (problems.length === 0) return null;
  const worst = problems.some(({ severity }) => severity === "error") ? "error" : "warning";
  return <span className={`count count-${worst}`}>{number(problems.length)}</span>;
}

function Showing() {
  const { t, local } = useWords();
  const node = useEditorState(soleNode);
  const record = useEditorState((state) => (node === undefined ? undefined : state.graph.nodes[node]));
  const descriptor = useEditorState((state) => state.descriptors.get(record?.type ?? ""));
  const empty = useEditorState(({ document }) => isEmpty(document.nodes) && isEmpty(document.groups));
  if (empty) return null;
  const title = record?.title ?? (descriptor ? local(descriptor.title) : record?.type);
  return (
    <span className="dock-showing clip">{title ? t("dock.showing", { title }) : t("dock.showingEnds")}</span>
  );
}
