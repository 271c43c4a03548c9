/** Making, entering, leaving and dissolving groups. */
import type { GraphDocument } from "../../core/graph/document.ts";
import { pathOf, type Scope, splitPath } from "../../core/graph/scope.ts";
import { say } from "../words/words.ts";
import { edit } from "./edit.ts";
import type { Editor } from "./editor.ts";
import { freeNodeId } from "./graph-edits.ts";
import { groupOfType } from "./group-descriptor.ts";
import { terminalOf } from "./seen.ts";
import { select } from "./select.ts";

/** Puts what is selected into a group, which is then selected. */
export function groupSelection(editor: Editor): void {
  const state = editor.store.getState();
  const { selection, language } = state;
  const members = [...selection.nodes].filter((id) => !terminalOf(id));
  const id = freeNodeId(state, "group");
  const title = freeTitle(state.document, say(language, "canvas.groupNew"));
  const made = edit(
    editor,
    {
      kind: "group",
      id,
      title,
      members,
      frames: [...selection.frames],
      notes: [...selection.notes],
    },
    { label: "step.group" },
  );
  if (made) select(editor, { nodes: [id] });
}

/** The words, with a number where a group of the document is called so already, on whatever level. */
function freeTitle({ groups }: GraphDocument, words: string): string {
  const taken = new Set<string>();
  const note = (level: GraphDocument["groups"]) => {
    for (const group of Object.values(level)) {
      taken.add(group.title);
      note(group.groups);
    }
  };
  note(groups);
  let number = 1;
  while (taken.has(titled(words, number))) number++;
  return titled(words, number);
}

function titled(words: string, number: number): string {
  return number === 1 ? words : `${words} ${number}`;
}

/** Dissolves the selected groups; what was in them is selected. */
export function ungroupSelection(editor: Editor): void {
  const { graph, selection } = editor.store.getState();
  const groups = [...selection.nodes].filter((id) => isGroup(editor, id));
  if (groups.length === 0) return;
  const before = new Set(Object.keys(graph.nodes));
  const commands = groups.map((group) => ({ kind: "ungroup" as const, group }));
  if (!edit(editor, { kind: "batch", commands }, { label: "step.ungroup" })) return;
  const after = Object.keys(editor.store.getState().graph.nodes);
  select(editor, { nodes: after.filter((id) => !before.has(id)) });
}

/** Shows the inside of a group. */
export function enterGroup(editor: Editor, path: string): void {
  if (!isGroup(editor, path)) return;
  const { scope, id } = splitPath(path);
  goToScope(editor, [...scope, id]);
}

/** Shows what is around the group that was entered, with the group selected. */
export function leaveGroup(editor: Editor): void {
  const { scope } = editor.store.getState();
  if (scope.length === 0) return;
  const around = scope.slice(0, -1);
  goToScope(editor, around);
  select(editor, { nodes: [pathOf(around, scope[scope.length - 1])] });
}

/** Shows the inside of these groups. */
export function goToScope(editor: Editor, scope: Scope): void {
  select(editor, {});
  editor.store.setState({ scope });
  // Once the other cards are there.
  requestAnimationFrame(() => editor.canvas?.fit());
}

/** Whether this is a group's path, seen from where the canvas is. */
export function isGroup(editor: Editor, path: string): boolean {
  return groupOfType(editor.store.getState().graph.nodes[path]?.type ?? "") !== undefined;
}
