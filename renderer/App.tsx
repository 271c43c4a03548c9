/** The window: bar above, panels around the canvas, which can be resized and folded away and stay so. */
import { lazy, Suspense, useEffect, useState } from "react";
import { Group, Panel, Separator, useDefaultLayout, usePanelRef } from "react-resizable-panels";
import { isField, listenToKeys } from "./actions/keys.ts";
import "./app.css";
import { TopBar } from "./bar/TopBar.tsx";
import { Dialogs } from "./dialogs/Dialogs.tsx";
import { Dock } from "./dock/Dock.tsx";
import { Inspector } from "./inspector/Inspector.tsx";
import { LeftPanel } from "./palette/LeftPanel.tsx";
import { Banners } from "./parts/Banners.tsx";
import { Notices } from "./parts/Notices.tsx";
import { PictureDrop } from "./parts/PictureDrop.tsx";
import { shell } from "./shell/shell.ts";
import { listenToClipboard } from "./store/clipboard.ts";
import { type DockSide, useDockSide } from "./store/dock-side.ts";
import { hasUnsent } from "./store/sync.ts";
import {
  EditorContext,
  useDesk,
  useDeskState,
  useEditor,
  useEditorState,
  useWords,
} from "./store/use-editor.ts";
import { DocumentTabs } from "./tabs/DocumentTabs.tsx";

const StartPage = lazy(() =>
  import("./start/StartPage.tsx").then(({ StartPage: page }) => ({ default: page })),
);

/** The whole page, once there is a desk; everything in it is of the document in front. */
export function App() {
  const front = useDeskState((state) => state.front);
  return (
    <EditorContext value={front}>
      <Window />
    </EditorContext>
  );
}

function Window() {
  const desk = useDesk();
  const editor = useEditor();
  const { t } = useWords();
  const start = useEditorState((state) => state.start);
  useEffect(() => listenToKeys(editor), [editor]);
  useEffect(() => (start ? undefined : listenToClipboard(editor, isField)), [editor, start]);
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      // What is unsaved is with the host; only what it has not heard of would be lost.
      // The desktop's window asks by itself; a page that held it here would hold it without a word.
      if (!shell && desk.store.getState().editors.some(hasUnsent)) event.preventDefault();
    };
    window.addEventListener("beforeunload", guard);
    return () => window.removeEventListener("beforeunload", guard);
  }, [desk]);
  return (
    <div className="app">
      <h1 className="visually-hidden">{t("app.name")}</h1>
      <TopBar />
      <Banners />
      {start ? (
        <Suspense fallback={<main className="panels" />}>
          <StartPage />
        </Suspense>
      ) : (
        <Panels />
      )}
      <Dialogs key={editor.id} />
      <Notices />
      <PictureDrop />
    </div>
  );
}

/** Widths of the columns beside the canvas; in a narrow window they leave the canvas more than half. */
function columnWidths(): { left: number; inspector: number } {
  return window.innerWidth < 1180 ? { left: 224, inspector: 232 } : { left: 228, inspector: 296 };
}

function Panels() {
  const editor = useEditor();
  const { t } = useWords();
  const [left, inspector, dock] = [usePanelRef(), usePanelRef(), usePanelRef()];
  const side = useDockSide();
  const [widths] = useState(columnWidths);
  const columns = useDefaultLayout({ id: "espalier.columns", storage: localStorage });
  useEffect(() => {
    const panels = { left, inspector, dock };
    editor.panels = {
      toggle: (name) => {
        const panel = panels[name].current;
        if (panel?.isCollapsed()) panel.expand();
        else panel?.collapse();
      },
      show: (name) => panels[name].current?.expand(),
    };
    return () => {
      editor.panels = undefined;
    };
  }, [editor, left, inspector, dock]);
  return (
    <main className="panels">
      <Group
        id="columns"
        orientation="horizontal"
        defaultLayout={columns.defaultLayout}
        onLayoutChanged={columns.onLayoutChanged}
      >
        <Panel
          id="left"
          panelRef={left}
          defaultSize={widths.left}
          minSize={160}
          maxSize={420}
          collapsible
          groupResizeBehavior="preserve-pixel-size"
        >
          <nav className="room room-left" aria-label={t("left.label")}>
            <LeftPanel />
          </nav>
        </Panel>
        <Separator className="separator separator-column" />
        <Panel id="middle" minSize={300}>
          <Middle key={side} side={side} dock={dock} />
        </Panel>
        <Separator className="separator separator-column" />
        <Panel
          id="inspector"
          panelRef={inspector}
          defaultSize={widths.inspector}
          minSize={220}
          maxSize={560}
          collapsible
          groupResizeBehavior="preserve-pixel-size"
        >
          <Inspector key={editor.id} />
        </Panel>
      </Group>
    </main>
  );
}

/** The documents, and the dock below or beside them. */
function Middle({ side, dock }: { side: DockSide; dock: ReturnType<typeof usePanelRef> }) {
  const editor = useEditor();
  const below = side === "below";
  const layout = useDefaultLayout({ id: below ? "espalier.rows" : "espalier.beside", storage: localStorage });
  return (
    <Group
      id={below ? "rows" : "beside"}
      orientation={below ? "vertical" : "horizontal"}
      defaultLayout={layout.defaultLayout}
      onLayoutChanged={layout.onLayoutChanged}
    >
      <Panel id="documents" minSize={below ? 120 : 240}>
        <DocumentTabs />
      </Panel>
      <Separator className={`separator ${below ? "separator-row" : "separator-column"}`} />
      <Panel
        id="dock"
        panelRef={dock}
        defaultSize={below ? 288 : "45%"}
        minSize={below ? 110 : 220}
        collapsible
        collapsedSize={0}
        groupResizeBehavior="preserve-pixel-size"
      >
        <Dock key={editor.id} />
      </Panel>
    </Group>
  );
}
