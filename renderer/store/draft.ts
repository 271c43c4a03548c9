/**
 * A gesture that takes several commands, worked out one after the other, each on what the ones before leave; then done as
 * one step of history. Ends and ids are paths, as they are seen; terminals are joined and parted like any other node.
 */
import { diagnosticOf } from "../../core/base/diagnostic.ts";
import { freeId } from "../../core/base/ids.ts";
import { apply } from "../../core/graph/apply.ts";
import type { Command } from "../../core/graph/commands.ts";
import type { GraphDocument, GroupRecord, PortRef } from "../../core/graph/document.ts";
import { graphAt, pathOf } from "../../core/graph/scope.ts";
import type { WordKey } from "../words/words.ts";
import { edit } from "./edit.ts";
import type { Editor } from "./editor.ts";
import { newPort } from "./group-descriptor.ts";
import { joinTerminal, localCommand, unjoinTerminals } from "./local-command.ts";
import { notifyDiagnostic } from "./notices.ts";
import { terminalOf } from "./seen.ts";

export type Draft = {
  /** A command in paths. */
  do(command: Command): void;
  /** Joins two ports; what stands in the input gives way. */
  join(from: PortRef, to: PortRef): void;
  /** A command for the graph around the group that was entered. */
  around(command: Command): void;
  /** Takes wires away, those of terminals too. */
  part(wires: readonly string[]): void;
};

/** Does what `write` writes as one step of history. A refused command leaves all undone and says why. */
export function editTogether(editor: Editor, label: WordKey, write: (draft: Draft) => void): boolean {
  const { document, scope } = editor.store.getState();
  const commands: Command[] = [];
  let now: GraphDocument = document;

  function take(command: Command): void {
    now = apply(now, command).document;
    commands.push(command);
  }
  const draft: Draft = {
    do: (command) => take(localCommand(now, scope, command)),
    join(from, to) {
      const terminal = joinNewPort(now, scope, from, to) ?? joinTerminal(now, scope, from, to);
      if (terminal) return take(terminal);
      const id = pathOf(scope, freeWire(graphAt(now, scope)?.wires ?? {}));
      take(localCommand(now, scope, { kind: "addWire", id, from, to }));
    },
    around: (command) => take({ kind: "within", groups: scope.slice(0, -1), command }),
    part(wires) {
      const own = graphAt(now, scope)?.wires ?? {};
      const prefix = pathOf(scope, "");
      const ids = wires.filter((id) => Object.hasOwn(own, id.slice(prefix.length)));
      for (const command of unjoinTerminals(now, scope, wires)) take(command);
      if (ids.length > 0) take(localCommand(now, scope, { kind: "removeWires", ids }));
    },
  };
  try {
    write(draft);
  } catch (thrown) {
    notifyDiagnostic(editor, diagnosticOf(thrown));
    return false;
  }
  return edit(editor, { kind: "batch", commands }, { label, whole: true });
}

/** Joining the terminal that stands for no port yet makes one, named after the port inside. */
function joinNewPort(
  document: GraphDocument,
  scope: readonly string[],
  from: PortRef,
  to: PortRef,
): Command | undefined {
  const isInput = terminalOf(from[0])?.port === newPort;
  if (!isInput && terminalOf(to[0])?.port !== newPort) return undefined;
  const around = graphAt(document, scope) as GroupRecord | undefined;
  if (!around || scope.length === 0) return undefined;
  const [path, inner] = isInput ? to : from;
  const ref: PortRef = [path.slice(pathOf(scope, "").length), inner];
  const ports = isInput ? around.inputs : around.outputs;
  const named = { group: scope[scope.length - 1], port: freePortName(inner, ports) };
  const order = Object.keys(ports).length;
  const command: Command = isInput
    ? { kind: "setGroupInput", ...named, record: { order, to: [ref] } }
    : { kind: "setGroupOutput", ...named, record: { order, from: ref } };
  return { kind: "within", groups: scope.slice(0, -1), command };
}

/** `base`, or with the first number that makes it free. */
export function freePortName(base: string, ports: Readonly<Record<string, unknown>>): string {
  return freeId(base, { has: (name) => Object.hasOwn(ports, name) });
}

/** Wire ids are w1, w2, …: short, since nobody reads them but in a diff. */
export function freeWire(wires: Readonly<Record<string, unknown>>): string {
  let n = Object.keys(wires).length + 1;
  while (Object.hasOwn(wires, `w${n}`)) n += 1;
  return `w${n}`;
}
