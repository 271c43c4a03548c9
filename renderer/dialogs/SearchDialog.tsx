/** Search for a node to add, to put on a wire or in another's place; then only what fits is offered, best first. */
import { Command } from "cmdk";
import { Dialog } from "radix-ui";
import { useMemo, useState } from "react";
import { searchNodes } from "../palette/search.ts";
import { colourOf } from "../parts/kinds.ts";
import type { Dialog as DialogState } from "../store/editor-state.ts";
import { newPort } from "../store/group-descriptor.ts";
import { offersOf } from "../store/offers.ts";
import { inputOf, typeOfOutput } from "../store/port-types.ts";
import { titleAt } from "../store/titles.ts";
import { useEditor, useWords } from "../store/use-editor.ts";

type Search = Extract<DialogState, { kind: "search" }>;

const width = 300;
const height = 330;

/** Stands at the cursor, inside the window. */
export function SearchDialog({ close, dialog }: { close: () => void; dialog: Search }) {
  const editor = useEditor();
  const { t, local } = useWords();
  const [query, setQuery] = useState("");
  const { from, screen, replace, wire } = dialog;
  const state = editor.store.getState();
  // What is on offer stands still while one types, whatever the engine says meanwhile.
  const [offers] = useState(
    () => new Map(offersOf(state, dialog).map((offer) => [offer.descriptor.id, offer])),
  );
  const found = useMemo(
    () =>
      searchNodes(
        [...offers.values()].map(({ descriptor }) => descriptor),
        query,
      ),
    [offers, query],
  );
  const left = Math.max(8, Math.min(screen.x, window.innerWidth - width - 8));
  const top = Math.max(8, Math.min(screen.y, window.innerHeight - height - 8));

  function choose(type: string): void {
    close();
    offers.get(type)?.choose(editor);
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-clear" />
        <Dialog.Content className="search" style={{ left, top, width }} aria-describedby={undefined}>
          <Dialog.Title className={from || replace || wire ? "search-title" : "visually-hidden"}>
            {titleOf()}
          </Dialog.Title>
          <Command loop shouldFilter={false} label={t("search.placeholder")}>
            <Command.Input
              className="commands-input"
              placeholder={t("search.placeholder")}
              value={query}
              onValueChange={setQuery}
              data-testid="search-input"
            />
            <Command.List className="search-list">
              <Command.Empty className="empty">{t("search.none")}</Command.Empty>
              {found.map((descriptor) => (
                <Command.Item
                  className="commands-item"
                  key={descriptor.id}
                  value={descriptor.id}
                  data-testid={`search-item-${descriptor.id}`}
                  style={colourOf(descriptor.makes)}
                  onSelect={() => choose(descriptor.id)}
                >
                  <i aria-hidden />
                  <span>{local(descriptor.title)}</span>
                  <span className="dim clip">{local(descriptor.summary)}</span>
                </Command.Item>
              ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );

  function titleOf(): string {
    if (replace !== undefined) return t("search.replace", { title: titleAt(state, replace) });
    if (wire !== undefined) return t("search.onWire");
    if (!from) return t("search.placeholder");
    if (from.port === newPort) return t("search.placeholder");
    if (from.side === "in")
      return t("search.fittingFrom", {
        kind: t(`kind.${inputOf(state, [from.node, from.port])?.type ?? "table"}`),
      });
    return t("search.fitting", {
      kind: t(`kind.${typeOfOutput(state, [from.node, from.port])?.kind ?? "table"}`),
    });
  }
}
