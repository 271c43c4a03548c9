/**
 * Undo and redo: a list of diffs and a place in it, as plain immutable data. It holds no document and no clock; both
 * are handed in. The steps are those of one author: a document that others change too is met as it is. Steps that belong to one gesture (dragging, sliding, typing) carry the same squash key and become
 * one step.
 */
import { type Diff, type EntryPath, emptyDiff, invertDiff, isEmptyDiff, mergeDiffs } from "./diff.ts";
import type { GraphDocument } from "./document.ts";
import { type Renames, rebase, renameDiff } from "./rebase.ts";

export type Step = {
  readonly diff: Diff;
  /** What the user did, as a key into the words, e.g. the command's kind. */
  readonly label: string;
  readonly squash?: string;
  /** When it was last added to, in milliseconds. */
  readonly at: number;
};

export type History = {
  readonly done: readonly Step[];
  /** Undone steps, the next to redo last. */
  readonly undone: readonly Step[];
  readonly limit: number;
  /** Whether the newest step may still grow: not after an undo or a redo. */
  readonly open: boolean;
};

export type PushOptions = {
  readonly label: string;
  /** Consecutive steps of one key become one. Name the gesture's target in it, e.g. `"param/ada.rounds"`. */
  readonly squash?: string;
  /** The present moment in milliseconds. */
  readonly now: number;
  /** The longest pause inside one step, in milliseconds; 1,000 unless given. `Infinity` while a button is held. */
  readonly pause?: number;
};

/** What an undo or a redo comes to. */
export type Travel = {
  readonly document: GraphDocument;
  readonly history: History;
  /** What happened to the document. */
  readonly diff: Diff;
  readonly label: string;
};

/** A history without steps that keeps at most `limit` of them. */
export function newHistory(limit = 1000): History {
  return { done: [], undone: [], limit, open: false };
}

/** Adds what was just done. Steps that were undone are forgotten. A gesture that ends where it began leaves no step. */
export function pushStep(history: History, diff: Diff, options: PushOptions): History {
  if (isEmptyDiff(diff)) return history;
  const step: Step = { diff, label: options.label, squash: options.squash, at: options.now };
  const last = history.done.at(-1);
  if (!last || !history.open || !squashes(last, options)) {
    return { ...history, done: [...history.done, step].slice(-history.limit), undone: [], open: true };
  }
  const merged = { ...step, diff: mergeDiffs(last.diff, diff), label: last.label };
  const before = history.done.slice(0, -1);
  if (isEmptyDiff(merged.diff)) return { ...history, done: before, undone: [], open: false };
  return { ...history, done: [...before, merged], undone: [] };
}

function squashes(last: Step, { squash, now, pause = 1000 }: PushOptions): boolean {
  return squash !== undefined && squash === last.squash && now - last.at <= pause;
}

/**
 * Takes the newest step back; `undefined` where there is none. What others have changed since stays theirs: a step of
 * which nothing is left to take back is passed over.
 */
export function undo(history: History, document: GraphDocument): Travel | undefined {
  const step = history.done.at(-1);
  if (!step) return undefined;
  const rest = { ...history, done: history.done.slice(0, -1), open: false };
  const back = rebase(document, invertDiff(step.diff), { clash: "theirs", reserved: namedIn(rest) });
  if (isEmptyDiff(back.diff)) return undo(rest, document) ?? standStill(rest, document, step);
  const undone = [...history.undone, { ...step, diff: invertDiff(back.diff) }];
  const moved = { ...rest, done: renameSteps(rest.done, back.renamed), undone };
  return { document: back.document, history: moved, diff: back.diff, label: step.label };
}

/** Does the step again that was undone last; `undefined` where there is none. */
export function redo(history: History, document: GraphDocument): Travel | undefined {
  const step = history.undone.at(-1);
  if (!step) return undefined;
  const rest = { ...history, undone: history.undone.slice(0, -1), open: false };
  const forth = rebase(document, step.diff, { clash: "theirs", reserved: namedIn(rest) });
  if (isEmptyDiff(forth.diff)) return redo(rest, document) ?? standStill(rest, document, step);
  const done = [...history.done, { ...step, diff: forth.diff }];
  const moved = { ...rest, done, undone: renameSteps(rest.undone, forth.renamed) };
  return { document: forth.document, history: moved, diff: forth.diff, label: step.label };
}

/**
 * Takes back or does again as many steps as it needs to have `position` of them done, as one change. `undefined` where
 * that is how it stands. A step of which nothing is left is dropped on the way, so there may be fewer in the end.
 */
export function travelTo(history: History, document: GraphDocument, position: number): Travel | undefined {
  let now: Travel | undefined;
  for (;;) {
    const at = now ?? { history, document };
    const behind = at.history.done.length - position;
    const next =
      behind > 0 ? undo(at.history, at.document) : behind < 0 ? redo(at.history, at.document) : undefined;
    if (!next) return now;
    now = now ? { ...next, diff: mergeDiffs(now.diff, next.diff) } : next;
  }
}

/** All steps in the order in which they were made; the first `history.done.length` of them are done. */
export function stepsOf({ done, undone }: History): readonly Step[] {
  return [...done, ...[...undone].reverse()];
}

/** Nothing was left to do of any step: they are forgotten, and the document is as it was. */
function standStill(history: History, document: GraphDocument, { label }: Step): Travel {
  return { document, history, diff: emptyDiff, label };
}

/** The history after its author's entries got other names. */
export function renameInHistory(history: History, renames: Renames): History {
  if (renames.size === 0) return history;
  return {
    ...history,
    done: renameSteps(history.done, renames),
    undone: renameSteps(history.undone, renames),
  };
}

/** The newest step grows no more: somebody else has been at work, and their change must not become part of it. */
export function closeStep(history: History): History {
  return history.open ? { ...history, open: false } : history;
}

function renameSteps(steps: readonly Step[], renames: Renames): readonly Step[] {
  if (renames.size === 0) return steps;
  return steps.map((step) => ({ ...step, diff: renameDiff(step.diff, renames) }));
}

/** Names that the other steps know, which a renamed entry must not take. */
function namedIn({ done, undone }: History): ReadonlySet<EntryPath> {
  return new Set(
    [...done, ...undone].flatMap(({ diff }) => [...Object.keys(diff.added), ...Object.keys(diff.removed)]),
  );
}

/** Whether there is something to undo. */
export function canUndo(history: History): boolean {
  return history.done.length > 0;
}

/** Whether there is something to redo. */
export function canRedo(history: History): boolean {
  return history.undone.length > 0;
}

/** The label of the step that an undo would take back. */
export function undoLabel(history: History): string | undefined {
  return history.done.at(-1)?.label;
}

/** The label of the step that a redo would do again. */
export function redoLabel(history: History): string | undefined {
  return history.undone.at(-1)?.label;
}
