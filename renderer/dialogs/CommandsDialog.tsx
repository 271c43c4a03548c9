/** The command palette: every action that can be done now, every node to go to or to add, everything to open. */
import { Command } from "cmdk";
import { Dialog } from "radix-ui";
import { useEffect, useMemo, useState } from "react";
import type { ExampleEntry, FileEntry } from "../../core/service/host-service.ts";
import { keysOf } from "../actions/key-map.ts";
import { shownKeys } from "../actions/press.ts";
import { actionOf, actions, perform } from "../actions/registry.ts";
import { openExample, openFile } from "../store/files.ts";
import { addNode } from "../store/graph-edits.ts";
import { goToNode } from "../store/select.ts";
import { useEditor, useWords } from "../store/use-editor.ts";
import type { WordKey } from "../words/words.ts";
import { type CommandItem, type CommandKind, commandItems, findCommands } from "./command-items.ts";

const headings: Readonly<Record<CommandKind, WordKey>> = {
  action: "commands.actions",
  node: "commands.nodes",
  add: "commands.add",
  file: "commands.files",
  example: "commands.examples",
};

/** Searches in both languages, whichever is shown. */
export function CommandsDialog({ close }: { close: () => void }) {
  const editor = useEditor();
  const { t } = useWords();
  const [query, setQuery] = useState("");
  const places = usePlaces();
  // Nothing can change while the palette is open.
  const items = useMemo(
    () => commandItems({ ...editor.store.getState() }, actions, places),
    [editor, places],
  );
  // At once, not when there is time: Enter takes the first of the list, and must never find that of an earlier word.
  const sections = useMemo(() => findCommands(items, query), [items, query]);

  function choose(item: CommandItem): void {
    close();
    // After the dialog has gone: an action may open another one.
    setTimeout(() => run(item), 0);
  }

  function run({ kind, id }: CommandItem): void {
    switch (kind) {
      case "action":
        perform(editor, actionOf(id));
        return;
      case "node":
        return goToNode(editor, id);
      case "add":
        addNode(editor, id, editor.canvas?.centre().at ?? { x: 0, y: 0 });
        return;
      case "file":
        void openFile(editor, id);
        return;
      case "example":
        void openExample(editor, id);
        return;
    }
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-veil" />
        <Dialog.Content className="commands" aria-describedby={undefined}>
          <Dialog.Title className="visually-hidden">{t("action.palette")}</Dialog.Title>
          <Command loop shouldFilter={false} label={t("action.palette")}>
            <Command.Input
              className="commands-input"
              placeholder={t("commands.placeholder")}
              data-testid="commands-input"
              value={query}
              onValueChange={setQuery}
            />
            <Command.List className="commands-list" label={t("action.palette")}>
              <Command.Empty className="empty">{t("commands.none")}</Command.Empty>
              {sections.map(({ kind, items: found }) => (
                <Command.Group key={kind} heading={t(headings[kind])}>
                  {found.map((item) => (
                    <Command.Item
                      className="commands-item"
                      key={item.id}
                      value={`${kind} ${item.id}`}
                      data-testid={`command-${kind}-${item.id}`}
                      onSelect={() => choose(item)}
                    >
                      <span className="clip">{item.title}</span>
                      <Hint item={item} />
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Hint({ item: { kind, id } }: { item: CommandItem }) {
  const editor = useEditor();
  if (kind === "node" || kind === "add") return <span className="dim num">{id}</span>;
  if (kind !== "action") return null;
  const keys = keysOf(editor.store.getState().keys, actionOf(id))[0];
  return keys === undefined ? null : <span className="kbd">{shownKeys(keys)}</span>;
}

type Places = { files: readonly FileEntry[]; examples: readonly ExampleEntry[] };
const nowhere: Places = { files: [], examples: [] };

/** What can be opened; the palette works without waiting for it. */
function usePlaces(): Places {
  const { services } = useEditor();
  const [places, setPlaces] = useState(nowhere);
  useEffect(() => {
    let current = true;
    Promise.all([services.host.list(), services.host.examples()]).then(
      ([{ files }, { examples }]) => current && setPlaces({ files, examples }),
      // Without a line there is nothing to open, and the banner says so.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [services]);
  return places;
}
