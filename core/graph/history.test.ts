import { expect, test } from "vitest";
import { apply } from "./apply.ts";
import type { Command } from "./commands.ts";
import { applyDiff, emptyDiff } from "./diff.ts";
import {
  canRedo,
  canUndo,
  type History,
  newHistory,
  pushStep,
  redo,
  redoLabel,
  stepsOf,
  travelTo,
  undo,
  undoLabel,
} from "./history.ts";
import { sampleDocument } from "./sample.ts";

/** An editor in ten lines: a document, its history, a clock that is told. */
function editor(history: History = newHistory()) {
  let document = sampleDocument();
  return {
    do(command: Command, now: number, squash?: string, pause?: number) {
      const applied = apply(document, command);
      document = applied.document;
      history = pushStep(history, applied.diff, { label: command.kind, now, squash, pause });
    },
    travel(way: typeof undo) {
      const travel = way(history, document);
      if (travel) ({ document, history } = travel);
      return travel;
    },
    get document() {
      return document;
    },
    get history() {
      return history;
    },
  };
}

const moveTo = (x: number): Command => ({ kind: "move", positions: { stump: [x, 0] } });
const rounds = (value: number): Command => ({ kind: "setParam", node: "ada", name: "rounds", value });

test("a drag is one step, and undo gives back the very same records elsewhere", () => {
  const start = sampleDocument();
  const edit = editor();
  for (let x = 1; x <= 50; x++) edit.do(moveTo(x), x * 16, "move/stump");
  expect(edit.history.done).toHaveLength(1);
  const nodes = edit.document.nodes;
  expect(edit.travel(undo)?.diff.changed).toEqual({
    "view/positions/stump": [
      [50, 0],
      [0, 260],
    ],
  });
  expect(edit.document).toEqual(start);
  expect(edit.document.nodes).toBe(nodes);
  expect(edit.travel(redo)?.document.view.positions.stump).toEqual([50, 0]);
});

test("a pause, another key, an undo and a redo all end a step", () => {
  const edit = editor();
  edit.do(rounds(60), 0, "param/ada.rounds");
  edit.do(rounds(70), 900, "param/ada.rounds");
  edit.do(rounds(80), 2000, "param/ada.rounds");
  edit.do(moveTo(5), 2001, "move/stump");
  edit.do(moveTo(6), 9000, "move/stump", Number.POSITIVE_INFINITY);
  expect(edit.history.done.map(({ label }) => label)).toEqual(["setParam", "setParam", "move"]);
  edit.travel(undo);
  edit.do(rounds(90), 9001, "param/ada.rounds");
  expect(edit.history.done).toHaveLength(3);
  edit.travel(undo);
  edit.travel(redo);
  edit.do(rounds(95), 9002, "param/ada.rounds");
  expect(edit.history.done).toHaveLength(4);
});

test("a gesture that ends where it began, and a command without effect, leave no step", () => {
  const edit = editor();
  edit.do(rounds(50), 0);
  expect(canUndo(edit.history)).toBe(false);
  edit.do(rounds(51), 1, "k");
  edit.do(rounds(50), 2, "k");
  expect(canUndo(edit.history)).toBe(false);
});

test("something new forgets what was undone; labels say what comes next; the oldest steps go", () => {
  const edit = editor(newHistory(3));
  for (let value = 1; value <= 5; value++) edit.do(rounds(value), value);
  edit.do({ kind: "removeWires", ids: ["w7"] }, 6);
  expect(undoLabel(edit.history)).toBe("removeWires");
  edit.travel(undo);
  expect([undoLabel(edit.history), redoLabel(edit.history), canRedo(edit.history)]).toEqual([
    "setParam",
    "removeWires",
    true,
  ]);
  edit.do(moveTo(1), 7);
  expect(canRedo(edit.history)).toBe(false);
  let steps = 0;
  while (edit.travel(undo)) steps++;
  expect(steps).toBe(3);
  expect(edit.travel(undo)).toBeUndefined();
  expect(edit.document.nodes.ada.params.rounds).toBe(3);
});

test("going to a point is what as many undos or redos come to, as one change", () => {
  const edit = editor();
  const start = edit.document;
  for (let step = 1; step <= 6; step++) edit.do(step % 2 ? rounds(step) : moveTo(step), step * 5000);
  const end = edit.document;
  const points = [end];
  for (let step = 0; step < 6; step++) {
    edit.travel(undo);
    points.unshift(edit.document);
  }
  edit.travel((history, document) => travelTo(history, document, 6));
  expect(edit.document).toEqual(end);
  const labels = stepsOf(edit.history).map(({ label }) => label);
  for (const position of [4, 0, 3, 6, 1, 5]) {
    const before = edit.document;
    const travel = edit.travel((history, document) => travelTo(history, document, position));
    expect(edit.document).toEqual(points[position]);
    expect(edit.history.done).toHaveLength(position);
    expect(stepsOf(edit.history).map(({ label }) => label)).toEqual(labels);
    // The diff alone tells another page the same.
    expect(applyDiff(before, travel?.diff ?? emptyDiff)).toEqual(edit.document);
  }
  expect(edit.travel((history, document) => travelTo(history, document, 5))).toBeUndefined();
  edit.travel((history, document) => travelTo(history, document, -3));
  expect(edit.document).toEqual(start);
});
