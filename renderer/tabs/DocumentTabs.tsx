/**
 * The open documents: a row of tabs above the canvas, and the canvas of the one in front. The row is one stop for the
 * keyboard; arrows go along it, Delete closes.
 */
import { Plus } from "lucide-react";
import { Tabs } from "radix-ui";
import { useEffect, useRef, type WheelEvent } from "react";
import { Canvas } from "../canvas/Canvas.tsx";
import { ActionButton } from "../parts/Button.tsx";
import { bringForward } from "../store/desk.ts";
import { EditorContext, useDesk, useDeskState, useWords } from "../store/use-editor.ts";
import { DocumentTab } from "./DocumentTab.tsx";
import "./document-tabs.css";
import { TabList } from "./TabList.tsx";

/** Only the canvas in front is mounted; the other documents go on without one. */
export function DocumentTabs() {
  const desk = useDesk();
  const { t } = useWords();
  const editors = useDeskState((state) => state.editors);
  const front = useDeskState((state) => state.front);
  const row = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tab in front stays in sight when the row changes.
  useEffect(() => {
    row.current
      ?.querySelector('[role="tab"][data-state="active"]')
      ?.scrollIntoView({ inline: "nearest", block: "nearest" });
  }, [front, editors]);
  return (
    <Tabs.Root
      className="documents"
      value={front.id}
      onValueChange={(id) => {
        const wanted = editors.find((editor) => editor.id === id);
        if (wanted) bringForward(desk, wanted);
      }}
    >
      <div className="document-bar">
        <Tabs.List className="document-row" aria-label={t("tabs.label")} ref={row} onWheel={along}>
          {editors.map((editor) => (
            <EditorContext value={editor} key={editor.id}>
              <DocumentTab row={row} />
            </EditorContext>
          ))}
        </Tabs.List>
        <ActionButton action="new" look="ghost" testid="tab-new">
          <Plus size={15} aria-hidden />
        </ActionButton>
        <TabList />
      </div>
      <div className="document-room">
        {editors.map((editor) => (
          <Tabs.Content className="document" value={editor.id} key={editor.id} tabIndex={-1}>
            <EditorContext value={editor}>
              <Canvas />
            </EditorContext>
          </Tabs.Content>
        ))}
      </div>
    </Tabs.Root>
  );
}

function along({ currentTarget, deltaY, deltaX }: WheelEvent<HTMLElement>): void {
  if (deltaX === 0) currentTarget.scrollLeft += deltaY;
}
