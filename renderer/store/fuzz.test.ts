/**
 * Ten thousand gestures at random through the page's store, on a document that a real host owns: after each, what is
 * shown is what the document holds; undo leads back to the start, redo to the end, and the host has what the page has.
 */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { sameDocument } from "../../core/graph/diff.ts";
import type { GraphDocument, GroupRecord } from "../../core/graph/document.ts";
import { canUndo } from "../../core/graph/history.ts";
import { parseDocument } from "../../core/graph/parse.ts";
import { graphAt, pathOf, splitPath } from "../../core/graph/scope.ts";
import { writeDocument } from "../../core/graph/write.ts";
import { createRegistry } from "../../core/node/registry.ts";
import { connectInProcess } from "../../core/service/client/in-process.ts";
import { type FolderHost, folderHost } from "../../core/service/host/folder-host.ts";
import { nodes } from "../../nodes/nodes.generated.ts";
import { expectWhole, expectWholeFile } from "../../test/support/random-commands.ts";
import { tempFolder } from "../../test/support/temp.ts";
import { type Dice, dice } from "../testing/dice.ts";
import { fakeServices } from "../testing/fake-services.ts";
import { type Clipboard, gesture } from "../testing/gestures.ts";
import { redoStep, undoStep } from "./edit.ts";
import { createEditor, type Editor } from "./editor.ts";
import { showHere } from "./files.ts";
import { terminalOf } from "./seen.ts";
import { hasUnsent, hearHost, sendPending } from "./sync.ts";

const descriptors = createRegistry(nodes).descriptors();
let host: FolderHost;

beforeAll(async () => {
  vi.stubGlobal("requestAnimationFrame", () => 0);
  const folder = tempFolder();
  host = await folderHost({
    folder,
    data: tempFolder(),
    examples: folder,
    version: "0",
    watch: () => () => undefined,
  });
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await host.dispose();
});

function example(name: string): GraphDocument {
  const { document } = parseDocument(
    readFileSync(new URL(`../../examples/${name}.espalier`, import.meta.url), "utf8"),
  );
  if (!document) throw new Error(`the example ${name} cannot be read`);
  return document;
}

/** A page at the host, by a line of its own. */
function page(): Editor {
  const services = connectInProcess({ engine: fakeServices().services.engine, host });
  let clock = 0;
  // Some steps are near enough to become one.
  const now = () => (clock += 400);
  const editor = createEditor({ services, descriptors, language: "en", theme: "light", now });
  services.host.subscribe((event) => hearHost(editor, event));
  return editor;
}

async function opened(document: GraphDocument): Promise<Editor> {
  const editor = page();
  const { id } = await editor.services.host.create({ document });
  await join(editor, id);
  return editor;
}

async function join(editor: Editor, id: string): Promise<void> {
  showHere(editor, await editor.services.host.attach({ id, page: editor.sync.page }), {});
}

const shown = (editor: Editor) => editor.store.getState().document;

/** The canvas shows the graph of the scope, every thing and wire of it and nothing else; what is selected is there. */
function expectSeen(editor: Editor): void {
  expect([...thingFaults(editor), ...wireFaults(editor), ...selectionFaults(editor)]).toEqual([]);
}

function* thingFaults(editor: Editor): Generator<string> {
  const { document, scope, graph, descriptors: all, known } = editor.store.getState();
  const inside = graphAt(document, scope);
  if (!inside) return yield `${scope.join("/")} was entered and is not there`;
  for (const [id, node] of Object.entries(inside.nodes))
    if (graph.nodes[pathOf(scope, id)] !== node) yield `${id} is shown otherwise`;
  for (const [id, { title, state }] of Object.entries(inside.groups)) {
    const shown = graph.nodes[pathOf(scope, id)];
    if (shown?.title !== title || shown.state !== state) yield `group ${id} is shown otherwise`;
  }
  for (const [path, { type }] of Object.entries(graph.nodes)) {
    const { id } = splitPath(path);
    if (!terminalOf(path) && !inside.nodes[id] && !inside.groups[id])
      yield `${path} is shown and is not there`;
    const { category = "" } = all.get(type) ?? {};
    if (!known.has(type) && !/^(group|terminal)$/.test(category)) yield `${path} is of no known type`;
    if (!graph.view.positions[path]) yield `${path} has no place`;
  }
  for (const [id, at] of Object.entries(inside.view.positions))
    if (graph.view.positions[pathOf(scope, id)] !== at) yield `${id} stands elsewhere`;
}

/** A wire for each wire of the scope, and one for each that a port of the entered group leads to. */
function* wireFaults(editor: Editor): Generator<string> {
  const { document, scope, graph } = editor.store.getState();
  const inside = graphAt(document, scope) as GroupRecord;
  const isGroup = scope.length > 0;
  const through = [
    ...(isGroup ? Object.values(inside.inputs).flatMap(({ to }) => to) : []),
    ...(isGroup ? Object.values(inside.outputs).flatMap(({ from }) => (from ? [from] : [])) : []),
  ];
  if (Object.keys(graph.wires).length !== Object.keys(inside.wires).length + through.length)
    yield `${Object.keys(graph.wires)} are shown`;
  for (const [id, { from, to }] of Object.entries(inside.wires)) {
    const shown = graph.wires[pathOf(scope, id)];
    const ends = [pathOf(scope, from[0]), from[1], pathOf(scope, to[0]), to[1]];
    if (String(shown && [shown.from, shown.to]) !== String(ends)) yield `wire ${id} is shown otherwise`;
  }
}

/** Each wire ends at ports that its nodes have. */
function* endFaults(editor: Editor): Generator<string> {
  const { graph, descriptors: all } = editor.store.getState();
  for (const [id, { from, to }] of Object.entries(graph.wires)) {
    const outputs = all.get(graph.nodes[from[0]]?.type)?.outputs ?? [];
    const inputs = all.get(graph.nodes[to[0]]?.type)?.inputs ?? [];
    if (!outputs.some(({ name }) => name === from[1])) yield `${id} comes from nowhere: ${from}`;
    if (!inputs.some(({ name }) => name === to[1])) yield `${id} leads nowhere: ${to}`;
  }
}

function* selectionFaults(editor: Editor): Generator<string> {
  const { graph, selection } = editor.store.getState();
  const { notes, frames } = graph.view;
  const there = { nodes: graph.nodes, wires: graph.wires, notes, frames };
  for (const kind of ["nodes", "wires", "notes", "frames"] as const)
    for (const id of selection[kind])
      if (!Object.hasOwn(there[kind], id)) yield `${kind} ${id} is selected and is not there`;
}

/** Nobody writes into a document that was shown: undo, the host's copy and the views share its parts. */
function freeze(value: unknown): void {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
}

async function expectHostHas(editor: Editor): Promise<void> {
  await sendPending(editor);
  expect(hasUnsent(editor)).toBe(false);
  const { id = "" } = editor.sync;
  const { document } = await editor.services.host.attach({ id, page: "looking on" });
  expect(writeDocument(document)).toBe(writeDocument(shown(editor)));
}

/** One gesture, and what must hold after it. Only a group that a way leads out of and in again may be refused. */
function play(editor: Editor, roll: Dice, clipboard: Clipboard): void {
  const before = shown(editor);
  editor.store.setState({ notices: [] });
  const name = gesture(editor, roll, clipboard);
  const after = shown(editor);
  freeze(after);
  if (after !== before) expectWhole(after);
  expectSeen(editor);
  expect(sameDocument(editor.sync.replica.document, after)).toBe(true);
  const { notices } = editor.store.getState();
  if (name !== "group") expect(notices.filter(({ tone }) => tone === "error")).toEqual([]);
}

/** Says which gesture it was: with the same dice, the same comes again. */
async function playing(what: string, act: () => void | Promise<void>): Promise<void> {
  try {
    await act();
  } catch (thrown) {
    throw new Error(what, { cause: thrown });
  }
}

/** All pages have what the host has. */
async function settled(editors: readonly Editor[]): Promise<void> {
  for (const editor of editors) await sendPending(editor);
  for (const editor of editors) await expectHostHas(editor);
}

describe("the page's store", () => {
  it("keeps every promise through 10,000 gestures, and undo and redo lead back and forth", async () => {
    let changes = 0;
    for (let round = 0; round < 20; round++) {
      const roll = dice(20261123 + round);
      const clipboard: Clipboard = { text: undefined };
      const editor = await opened(example("adaboost-breast-cancer"));
      const start = shown(editor);
      for (let step = 0; step < 500; step++)
        await playing(`round ${round}, gesture ${step}`, async () => {
          const before = shown(editor);
          play(editor, roll, clipboard);
          // With others at work, one page may replace a node while the other joins a port of the old: the check tells then.
          expect([...endFaults(editor)]).toEqual([]);
          if (shown(editor) !== before) changes++;
          if (roll(10) === 0) await expectHostHas(editor);
          else if (roll(3) === 0) await Promise.resolve();
        });
      await expectHostHas(editor);
      expectWholeFile(shown(editor));
      const end = shown(editor);
      const steps = editor.store.getState().history.done.length;
      while (canUndo(editor.store.getState().history)) {
        undoStep(editor);
        expectSeen(editor);
      }
      expect(shown(editor)).toEqual(start);
      for (let step = 0; step < steps; step++) redoStep(editor);
      expect(shown(editor)).toEqual(end);
      await expectHostHas(editor);
      editor.services.close();
    }
    // What fits nowhere changes nothing; a fuzz in which little fits proves little.
    expect(changes).toBeGreaterThan(4000);
  }, 120_000);

  it("keeps them while another page is at the same document, and both end with the same", async () => {
    for (let round = 0; round < 6; round++) {
      const roll = dice(7 + round);
      const one = await opened(example("adaboost-breast-cancer"));
      const two = page();
      await join(two, one.sync.id ?? "");
      const clipboard: Clipboard = { text: undefined };
      for (let step = 0; step < 250; step++)
        await playing(`round ${round}, gesture ${step}`, async () => {
          play(roll(2) === 0 ? one : two, roll, clipboard);
          for (let wait = roll(6); wait > 0; wait--) await Promise.resolve();
          for (const editor of [one, two]) expectSeen(editor);
          if (roll(20) === 0) await settled([one, two]);
        });
      await settled([one, two]);
      for (const editor of [one, two])
        while (canUndo(editor.store.getState().history)) {
          undoStep(editor);
          expectSeen(editor);
          expectWhole(shown(editor));
        }
      await settled([one, two]);
      for (const editor of [one, two]) editor.services.close();
    }
  }, 120_000);
});
