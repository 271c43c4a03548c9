/** All open documents by name: the way to a tab that the row has no room for. */
import { ChevronDown } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { actionOf, perform } from "../actions/registry.ts";
import { bringForward } from "../store/desk.ts";
import { isDirty } from "../store/edit.ts";
import {
  EditorContext,
  useDesk,
  useDeskState,
  useEditor,
  useEditorState,
  useWords,
} from "../store/use-editor.ts";
import { TabSign } from "./TabSign.tsx";
import { signOf } from "./tab-sign.ts";

/** Beside the row, once there are several. */
export function TabList() {
  const desk = useDesk();
  const front = useEditor();
  const { t } = useWords();
  const editors = useDeskState((state) => state.editors);
  if (editors.length < 2) return null;
  const closeOthers = actionOf("closeOtherTabs");
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger
        className="button button-ghost"
        aria-label={t("tabs.list")}
        title={t("tabs.list")}
        data-testid="tab-list"
      >
        <ChevronDown size={15} aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          <DropdownMenu.RadioGroup
            value={front.id}
            onValueChange={(id) => {
              const wanted = editors.find((editor) => editor.id === id);
              if (wanted) bringForward(desk, wanted);
            }}
          >
            {editors.map((editor) => (
              <EditorContext value={editor} key={editor.id}>
                <Entry />
              </EditorContext>
            ))}
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Separator className="menu-line" />
          <DropdownMenu.Item
            className="menu-item"
            data-testid="menu-closeOtherTabs"
            onSelect={() => perform(front, closeOthers)}
          >
            <span>{t(closeOthers.words)}</span>
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Entry() {
  const editor = useEditor();
  const { t } = useWords();
  const title = useEditorState((state) => state.document.title);
  const path = useEditorState((state) => state.file.path);
  const dirty = useEditorState(isDirty);
  const [kind] = useEditorState(signOf).split(" ");
  return (
    <DropdownMenu.RadioItem className="menu-item tab-entry" value={editor.id} title={path ?? title}>
      <TabSign kind={kind} />
      <span className="clip">{title}</span>
      {dirty ? <span className="dim">{t("tabs.unsaved")}</span> : null}
    </DropdownMenu.RadioItem>
  );
}
