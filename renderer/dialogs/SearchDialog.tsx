/** Search to add a node where the canvas was double-clicked or a wire was dropped; then only what fits is offered. */
import { Command } from "cmdk";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { searchNodes } from "../palette/search.ts";
import { colourOf } from "../parts/kinds.ts";
import type { Dialog as DialogState } from "../store/editor-state.ts";
import { addNode } from "../store/graph-edits.ts";
import { inputOf, portForEnd, typeOfOutput } from "../store/port-types.ts";
import { useEditor, useWords } from "../store/use-editor.ts";

type Search = Extract<DialogState, { kind: "search" }>;

const width = 300;
const height = 330;

/** Stands at the cursor, inside the window. */
export function SearchDialog({ close, dialog }: { close: () => void; dialog: Search }) {
  const editor = useEditor();
  const { t, local } = useWords();
  const [query, setQuery] = useState("");
  const { from, at, screen } = dialog;
  const state = editor.store.getState();
  const all = [...state.descriptors.values()];
  const fitting = from ? all.filter((descriptor) => portForEnd(state, from, descriptor) !== undefined) : all;
  const found = searchNodes(fitting, query);
  const left = Math.max(8, Math.min(screen.x, window.innerWidth - width - 8));
  const top = Math.max(8, Math.min(screen.y, window.innerHeight - height - 8));

  function add(type: string): void {
    close();
    const descriptor = state.descriptors.get(type);
    const port = from && descriptor && portForEnd(state, from, descriptor);
    const place = from?.side === "in" ? { x: at.x - 212, y: at.y - 40 } : { x: at.x, y: at.y - 40 };
    addNode(editor, type, from ? place : at, from && port ? { end: from, port } : undefined);
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-clear" />
        <Dialog.Content className="search" style={{ left, top, width }} aria-describedby={undefined}>
          <Dialog.Title className={from ? "search-title" : "visually-hidden"}>{titleOf()}</Dialog.Title>
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
                  onSelect={() => add(descriptor.id)}
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
    if (!from) return t("search.placeholder");
    if (from.side === "in")
      return t("search.fittingFrom", {
        kind: t(`kind.${inputOf(state, [from.node, from.port])?.type ?? "table"}`),
      });
    return t("search.fitting", {
      kind: t(`kind.${typeOfOutput(state, [from.node, from.port])?.kind ?? "table"}`),
    });
  }
}
