/** The file menu: new, open, save, save as, close, bring back. */
import { Menu, Save } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { actionOf, perform, worksOnStartPage } from "../actions/registry.ts";
import { useKeys } from "../actions/use-keys.ts";
import { ActionButton } from "../parts/Button.tsx";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";

const items = [
  "start",
  "fromData",
  "new",
  "open",
  "openPicture",
  "save",
  "saveAs",
  "closeTab",
  "closeOtherTabs",
  "reopenTab",
] as const;

/** A menu, and the one file action that is needed all day as a button of its own. */
export function FileMenu() {
  const { t } = useWords();
  const start = useEditorState((state) => state.start);
  return (
    <>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger
          className="button button-ghost"
          aria-label={t("bar.file")}
          title={t("bar.file")}
          data-testid="file-menu"
        >
          <Menu size={15} aria-hidden />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" align="start" sideOffset={6}>
            {items
              .filter((id) => !start || worksOnStartPage(actionOf(id)))
              .map((id) => (
                <Item key={id} id={id} />
              ))}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {start ? null : (
        <ActionButton action="save" testid="save" look="ghost">
          <Save size={14} aria-hidden />
        </ActionButton>
      )}
    </>
  );
}

function Item({ id }: { id: string }) {
  const editor = useEditor();
  const { t } = useWords();
  const action = actionOf(id);
  const enabled = useEditorState((state) => action.enabled?.(state) ?? true);
  return (
    <DropdownMenu.Item
      className="menu-item"
      disabled={!enabled}
      data-testid={`menu-${id}`}
      onSelect={() => perform(editor, action)}
    >
      <span>{t(action.words)}</span>
      <span className="kbd">{useKeys(id)}</span>
    </DropdownMenu.Item>
  );
}
