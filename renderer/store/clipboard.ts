/** Copy, cut, paste and duplicate: pieces of the graph as text, by the system's clipboard. Each is one step of history. */
import { diagnosticOf } from "../../core/base/diagnostic.ts";
import type { Command } from "../../core/graph/commands.ts";
import type { Graph, Position, WireRecord } from "../../core/graph/document.ts";
import { lookup } from "../../core/graph/entries.ts";
import { cornerOf, insertPiece, type Piece, pieceOf, readPiece, writePiece } from "../../core/graph/piece.ts";
import { graphAt, pathOf, splitPath } from "../../core/graph/scope.ts";
import { accepts } from "../../core/types/accepts.ts";
import { say, type WordKey } from "../words/words.ts";
import { edit } from "./edit.ts";
import type { Editor } from "./editor.ts";
import type { EditorState } from "./editor-state.ts";
import { groupDescriptor } from "./group-descriptor.ts";
import { notify, notifyDiagnostic } from "./notices.ts";
import { descriptorOf, typeOfOutput } from "./port-types.ts";
import { removeSelection } from "./remove.ts";
import { terminalOf } from "./seen.ts";
import { select } from "./select.ts";

const beside = 40;

/** What is selected, as text; `undefined` when that is nothing. */
export function copiedText(editor: Editor): string | undefined {
  const piece = selectedPiece(editor);
  return piece && writePiece(piece);
}

/** Copies by the clipboard of the system. */
export async function copySelection(editor: Editor): Promise<void> {
  const text = copiedText(editor);
  if (text !== undefined) await navigator.clipboard.writeText(text);
}

/** The same, and takes it out of the graph; what fed it feeds what it fed. */
export async function cutSelection(editor: Editor): Promise<void> {
  await copySelection(editor);
  removeSelection(editor, true);
}

/** Puts the piece in a text where the canvas looks, or at `at`. Answers whether there was one. */
export function pasteText(editor: Editor, text: string, incoming = false, at?: Position): boolean {
  try {
    const read = readPiece(text);
    if (!read) return false;
    for (const found of read.diagnostics.slice(0, 1)) notifyDiagnostic(editor, found);
    const centre = editor.canvas?.centre().at ?? { x: 0, y: 0 };
    const place: Position = at ?? [Math.round(centre.x - 106), Math.round(centre.y - 80)];
    return insert(editor, read.piece, place, incoming, "step.paste");
  } catch (thrown) {
    notifyDiagnostic(editor, diagnosticOf(thrown));
    return true;
  }
}

/** Pastes what the system's clipboard holds. */
export async function pasteClipboard(editor: Editor, incoming: boolean): Promise<void> {
  const text = await navigator.clipboard.readText().catch(() => "");
  if (!pasteText(editor, text, incoming))
    notify(editor, "info", say(editor.store.getState().language, "notice.nothingToPaste"));
}

/** Copies what is selected beside itself, with or without the wires that feed it. */
export function duplicateSelection(editor: Editor, incoming = true): void {
  const piece = selectedPiece(editor);
  if (!piece) return;
  const [x, y] = cornerOf(piece);
  insert(editor, piece, [x + beside, y + beside], incoming, "step.duplicate");
}

function selectedPiece(editor: Editor): Piece | undefined {
  const { selection } = editor.store.getState();
  const nodes = [...selection.nodes].filter((id) => !terminalOf(id)).map((id) => splitPath(id).id);
  if (nodes.length + selection.notes.size + selection.frames.size === 0) return undefined;
  return pieceOf(here(editor), { nodes, notes: selection.notes, frames: selection.frames });
}

function here(editor: Editor): Graph {
  const { document, scope } = editor.store.getState();
  return graphAt(document, scope) ?? document;
}

function insert(editor: Editor, piece: Piece, at: Position, incoming: boolean, label: WordKey): boolean {
  const state = editor.store.getState();
  const { scope } = state;
  const fed = incoming
    ? { ...piece, incoming: piece.incoming.filter((wire) => fitsHere(state, piece, wire)) }
    : piece;
  const { commands, nodes, notes, frames } = insertPiece(here(editor), fed, { at, incoming });
  const command: Command = { kind: "within", groups: scope, command: { kind: "batch", commands } };
  if (!edit(editor, command, { label, whole: true })) return true;
  select(editor, { nodes: nodes.map((id) => pathOf(scope, id)), notes, frames });
  return true;
}

/** Whether a wire from outside the piece fits what goes by the name of its source here. What is of no known type fits. */
function fitsHere(state: EditorState, piece: Piece, { from, to }: WireRecord): boolean {
  const source = pathOf(state.scope, from[0]);
  const inside = lookup(piece.groups, to[0]);
  const target = inside
    ? groupDescriptor(to[0], inside, state.known)
    : state.known.get(lookup(piece.nodes, to[0])?.type ?? "");
  if (!target || !descriptorOf(state, source)) return true;
  const type = typeOfOutput(state, [source, from[1]]);
  const port = target.inputs.find(({ name }) => name === to[1]);
  return type !== undefined && port !== undefined && accepts(port.type, type, port.needs).kind !== "no";
}

/** Answers to the browser's own copy, cut and paste; answers how to stop. Text fields keep theirs. */
export function listenToClipboard(
  editor: Editor,
  isField: (target: EventTarget | null) => boolean,
): () => void {
  const busy = (event: ClipboardEvent) =>
    isField(event.target) ||
    editor.store.getState().dialog !== undefined ||
    (window.getSelection()?.toString() ?? "") !== "";
  const onCopy = (event: ClipboardEvent) => {
    const text = busy(event) ? undefined : copiedText(editor);
    if (text === undefined) return;
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    if (event.type === "cut") removeSelection(editor, true);
  };
  const onPaste = (event: ClipboardEvent) => {
    if (isField(event.target) || editor.store.getState().dialog) return;
    if (pasteText(editor, event.clipboardData?.getData("text/plain") ?? "")) event.preventDefault();
  };
  window.addEventListener("copy", onCopy);
  window.addEventListener("cut", onCopy);
  window.addEventListener("paste", onPaste);
  return () => {
    window.removeEventListener("copy", onCopy);
    window.removeEventListener("cut", onCopy);
    window.removeEventListener("paste", onPaste);
  };
}
