/** The command palette: every action that can be done now, and every node of the graph to go to. */
import { Command } from "cmdk";
import { Dialog } from "radix-ui";
import type { Action } from "../actions/action.ts";
import { shownKeys } from "../actions/keys.ts";
import { actions } from "../actions/registry.ts";
import { addNode } from "../store/graph-edits.ts";
import { goToNode } from "../store/select.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { say } from "../words/words.ts";

const groups: readonly Action["group"][] = ["group.run", "group.edit", "group.file", "group.view"];

/** Searches in both languages, whichever is shown. */
export function CommandsDialog({ close }: { close: () => void }) {
  const editor = useEditor();
  const { t, local } = useWords();
  const state = useEditorState((now) => now);
  const enabled = actions.filter((action) => action.id !== "commands" && (action.enabled?.(state) ?? true));
  // After the dialog has gone: an action may open another one.
  const after = (run: () => void) => {
    close();
    setTimeout(run, 0);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-veil" />
        <Dialog.Content className="commands" aria-describedby={undefined}>
          <Dialog.Title className="visually-hidden">{t("action.palette")}</Dialog.Title>
          <Command loop label={t("action.palette")}>
            <Command.Input
              className="commands-input"
              placeholder={t("commands.placeholder")}
              data-testid="commands-input"
            />
            <Command.List className="commands-list">
              <Command.Empty className="empty">{t("commands.none")}</Command.Empty>
              {groups.map((group) => (
                <Command.Group key={group} heading={t(group)}>
                  {enabled
                    .filter((action) => action.group === group)
                    .map((action) => (
                      <Command.Item
                        className="commands-item"
                        key={action.id}
                        value={action.id}
                        keywords={[say("en", action.words), say("zh", action.words)]}
                        onSelect={() => after(() => action.run(editor))}
                      >
                        <span className="clip">{t(action.words)}</span>
                        {action.keys[0] ? <span className="kbd">{shownKeys(action.keys[0])}</span> : null}
                      </Command.Item>
                    ))}
                </Command.Group>
              ))}
              <Command.Group heading={t("commands.add")}>
                {[...state.descriptors.values()].map((descriptor) => (
                  <Command.Item
                    className="commands-item"
                    key={descriptor.id}
                    value={`add ${descriptor.id}`}
                    keywords={Object.values(descriptor.title)}
                    onSelect={() =>
                      after(() =>
                        addNode(editor, descriptor.id, editor.canvas?.centre().at ?? { x: 0, y: 0 }),
                      )
                    }
                  >
                    <span className="clip">{local(descriptor.title)}</span>
                    <span className="dim num">{descriptor.id}</span>
                  </Command.Item>
                ))}
              </Command.Group>
              <Command.Group heading={t("commands.nodes")}>
                {Object.entries(state.graph.nodes).map(([id, record]) => {
                  const descriptor = state.descriptors.get(record.type);
                  const title = record.title ?? (descriptor ? local(descriptor.title) : record.type);
                  return (
                    <Command.Item
                      className="commands-item"
                      key={id}
                      value={`node ${id}`}
                      keywords={[title, ...Object.values(descriptor?.title ?? {})]}
                      onSelect={() => after(() => goToNode(editor, id))}
                    >
                      <span className="clip">{title}</span>
                      <span className="dim num">{id}</span>
                    </Command.Item>
                  );
                })}
              </Command.Group>
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
