/** One tab: how its document fares, its title, whether it is saved, and the way to close it. */
import { X } from "lucide-react";
import { Tabs } from "radix-ui";
import { type KeyboardEvent, type RefObject, useRef } from "react";
import { useKeys } from "../actions/use-keys.ts";
import { isDirty } from "../store/edit.ts";
import { closeTab } from "../store/tabs.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { TabSign } from "./TabSign.tsx";
import { signOf } from "./tab-sign.ts";
import { useTabDrag } from "./use-tab-drag.ts";

const told = { asks: "tabs.asks", done: "tabs.done", failed: "tabs.failed" } as const;
const isTold = (kind: string): kind is keyof typeof told => Object.hasOwn(told, kind);

/** Drawn inside the context of its own editor. */
export function DocumentTab({ row }: { row: RefObject<HTMLElement | null> }) {
  const editor = useEditor();
  const { t } = useWords();
  const title = useEditorState((state) => state.document.title);
  const path = useEditorState((state) => state.file.path);
  const dirty = useEditorState(isDirty);
  const sign = useEditorState(signOf);
  const keys = useKeys("closeTab");
  const tab = useRef<HTMLDivElement>(null);
  const { carried, onPointerDown } = useTabDrag(tab, row);
  const [kind, share = 0] = sign.split(" ");
  const words = [
    ...(dirty ? [t("tabs.unsaved")] : []),
    ...(kind === "running" ? [t("tabs.running", { share: Number(share) })] : []),
    ...(isTold(kind) ? [t(told[kind])] : []),
  ];
  const close = t("tabs.close", { title });

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Delete" || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    closeTab(editor);
  }

  return (
    <div
      className="document-tab"
      ref={tab}
      data-tab={editor.id}
      data-dirty={dirty}
      data-carried={carried}
      onPointerDown={onPointerDown}
    >
      <Tabs.Trigger
        className="document-title"
        value={editor.id}
        data-testid={`document-${title}`}
        data-sign={kind}
        title={[path ?? title, ...words].join(" · ")}
        onKeyDown={onKeyDown}
        onAuxClick={(event) => event.button === 1 && closeTab(editor)}
      >
        <TabSign kind={kind} />
        <span className="clip">{title}</span>
        {words.length > 0 ? <span className="visually-hidden">, {words.join(", ")}</span> : null}
      </Tabs.Trigger>
      {/* For the mouse: a tab may hold no button, and the keyboard has Delete and the action. */}
      <button
        type="button"
        className="document-close"
        aria-hidden
        tabIndex={-1}
        data-testid={`close-${title}`}
        title={keys ? `${close} · ${keys}` : close}
        onClick={() => closeTab(editor)}
      >
        <X size={13} aria-hidden />
        <i />
      </button>
      {kind === "running" ? <span className="document-progress" style={{ width: `${share}%` }} /> : null}
    </div>
  );
}
