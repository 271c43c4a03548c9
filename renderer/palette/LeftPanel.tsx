/** The left panel: nodes to add, examples to start from, files of the granted folder. */
import { Tabs } from "radix-ui";
import { Outline } from "../outline/Outline.tsx";
import type { LeftTab } from "../store/editor-state.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { ExamplesTab } from "./ExamplesTab.tsx";
import { FilesTab } from "./FilesTab.tsx";
import { Palette } from "./Palette.tsx";
import "./palette.css";

const tabs: readonly LeftTab[] = ["nodes", "outline", "examples", "files"];

/** The chosen tab alone is mounted. */
export function LeftPanel() {
  const editor = useEditor();
  const { t } = useWords();
  const tab = useEditorState((state) => state.left);
  return (
    <Tabs.Root
      className="left"
      value={tab}
      onValueChange={(next) => editor.store.setState({ left: next as LeftTab })}
    >
      <Tabs.List className="tabs" aria-label={t("left.label")}>
        {tabs.map((name) => (
          <Tabs.Trigger className="tab" value={name} key={name} data-testid={`left-tab-${name}`}>
            {t(`left.${name}`)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content className="left-content" value="nodes" tabIndex={-1}>
        <Palette />
      </Tabs.Content>
      <Tabs.Content className="left-content" value="outline" tabIndex={-1}>
        <Outline key={editor.id} />
      </Tabs.Content>
      <Tabs.Content className="left-content" value="examples" tabIndex={-1}>
        <ExamplesTab />
      </Tabs.Content>
      <Tabs.Content className="left-content" value="files" tabIndex={-1}>
        <FilesTab />
      </Tabs.Content>
    </Tabs.Root>
  );
}
