/** Connects and disconnects one node from a list: type to narrow it, arrows, Enter. Stays open for the next wire. */
import { Command } from "cmdk";
import { Cable, Unplug } from "lucide-react";
import { Dialog } from "radix-ui";
import { useState } from "react";
import type { PortRef } from "../../core/graph/document.ts";
import { connect } from "../store/graph-edits.ts";
import { descriptorOf } from "../store/port-types.ts";
import { removeSelection } from "../store/remove.ts";
import { select } from "../store/select.ts";
import { titleAt } from "../store/titles.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { type WireChoice, wireChoices } from "./wire-choices.ts";

const most = 80;

/** Closes by Escape; the node stays selected. */
export function WiresDialog({ node, close }: { node: string; close: () => void }) {
  const editor = useEditor();
  const { t, local } = useWords();
  const [query, setQuery] = useState("");
  const state = useEditorState((now) => now);
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const lines = wireChoices(state, node)
    .map((choice) => ({ choice, text: `${nameOf(choice.from)} → ${nameOf(choice.to)}` }))
    .filter(({ text }) => words.every((word) => text.toLowerCase().includes(word)));
  const title = t("wires.title", { title: titleAt(state, node) });

  function nameOf([id, port]: PortRef): string {
    const descriptor = descriptorOf(state, id);
    const found = [...(descriptor?.inputs ?? []), ...(descriptor?.outputs ?? [])].find(
      ({ name }) => name === port,
    );
    return `${titleAt(state, id)} · ${found ? local(found.title) : port}`;
  }

  function choose({ wire, from, to }: WireChoice): void {
    if (wire === undefined) connect(editor, from, to);
    else {
      select(editor, { wires: [wire] });
      removeSelection(editor, false);
    }
    select(editor, { nodes: [node] });
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-veil" />
        <Dialog.Content className="commands" aria-describedby={undefined} data-testid="wires">
          <Dialog.Title className="wires-title">{title}</Dialog.Title>
          <Command loop shouldFilter={false} label={title}>
            <Command.Input
              className="commands-input"
              placeholder={t("wires.placeholder")}
              value={query}
              onValueChange={setQuery}
              data-testid="wires-input"
            />
            <Command.List className="commands-list" label={title}>
              <Command.Empty className="empty">{t("wires.none")}</Command.Empty>
              {(["own", "possible"] as const).map((kind) => {
                const found = lines.filter(({ choice }) => (choice.wire !== undefined) === (kind === "own"));
                if (found.length === 0) return null;
                return (
                  <Command.Group
                    key={kind}
                    heading={t(kind === "own" ? "wires.disconnect" : "wires.connect")}
                  >
                    {found.slice(0, most).map(({ choice, text }) => (
                      <Command.Item
                        className="commands-item"
                        key={`${choice.wire ?? ""} ${text}`}
                        value={`${kind} ${[...choice.from, ...choice.to].join(" ")}`}
                        data-testid={`wire-${kind}-${choice.from.join(".")}-${choice.to.join(".")}`}
                        onSelect={() => choose(choice)}
                      >
                        {kind === "own" ? <Unplug size={13} aria-hidden /> : <Cable size={13} aria-hidden />}
                        <span className="clip">{text}</span>
                        <span className="dim">{choice.replaces ? t("wires.replaces") : ""}</span>
                      </Command.Item>
                    ))}
                  </Command.Group>
                );
              })}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
