/** Graphs for gestures: small documents in known places, opened from a file, and read back from what the editor saved. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { emptyDocument, type GraphDocument, type PortRef, type Position } from "../../core/graph/document.ts";
import { parseDocument } from "../../core/graph/parse.ts";
import { writeDocument } from "../../core/graph/write.ts";
import { defaultParams } from "../../core/node/params.ts";
import { createRegistry } from "../../core/node/registry.ts";
import { nodes } from "../../nodes/nodes.generated.ts";
import { type Look, openEditor, type Served } from "./editor.ts";

const registry = createRegistry(nodes);

export type Sketch = {
  nodes: Readonly<Record<string, readonly [type: string, ...at: Position]>>;
  wires?: readonly (readonly [from: string, to: string])[];
};

/** A document from a sketch: node ids with type and place, wires as `"node.port"` pairs; shown at 100 %. */
export function drawn({ nodes, wires = [] }: Sketch): GraphDocument {
  const entries = Object.entries(nodes).map(([id, [type, ...at]]) => {
    const definition = registry.get(type);
    if (!definition) throw new Error(`no node ${type}`);
    return [id, { type, version: definition.version, params: defaultParams(definition.params) }, at] as const;
  });
  return {
    ...emptyDocument("Gestures"),
    nodes: Object.fromEntries(entries.map(([id, node]) => [id, node])),
    wires: Object.fromEntries(
      wires.map(([from, to], index) => [`w${index + 1}`, { from: ref(from), to: ref(to) }]),
    ),
    view: {
      positions: Object.fromEntries(entries.map(([id, , at]) => [id, at])),
      frames: {},
      notes: {},
      viewport: { x: 0, y: 0, zoom: 1 },
    },
  };
}

function ref(text: string): PortRef {
  const [node = "", ...port] = text.split(".");
  return [node, port.join(".")];
}

/** Opens a document in a page of its own. */
export async function openGraph(
  browser: Browser,
  served: Served,
  name: string,
  document: GraphDocument,
  look: Look = {},
) {
  const file = `${name}.espalier`;
  await writeFile(join(served.folder, file), writeDocument(document));
  const url = new URL(served.url);
  url.searchParams.set("file", file);
  const opened = await openEditor(browser, url.href, look);
  await opened.page.locator(".react-flow__node").first().waitFor();
  return { ...opened, saved: () => savedDocument(opened.page, join(served.folder, file)) };
}

/** Saves by key and reads what was written. */
async function savedDocument(page: Page, path: string): Promise<GraphDocument> {
  await page.keyboard.press("Control+s");
  await page.locator('[data-testid="saved"][data-state="saved"]').waitFor();
  const { document } = parseDocument(await readFile(path, "utf8"));
  if (!document) throw new Error("what was saved cannot be read");
  return document;
}

/** The wires of a graph as `"a.x>b.y"`, sorted. */
export function wiresOf({ wires }: Pick<GraphDocument, "wires">): string[] {
  return Object.values(wires)
    .map(({ from, to }) => `${from.join(".")}>${to.join(".")}`)
    .sort();
}

export function card(page: Page, id: string): Locator {
  return page.locator(`[data-testid="card-${id}"]`);
}

/** A card's title: the place to take it by. */
export async function headOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  const box = await card(page, id).boundingBox();
  if (!box) throw new Error(`no card ${id}`);
  return { x: box.x + 70, y: box.y + 14 };
}

export async function clickCard(
  page: Page,
  id: string,
  modifiers: ("Shift" | "Control")[] = [],
): Promise<void> {
  await card(page, id).click({ position: { x: 70, y: 14 }, modifiers });
}

/** Drags from point to point in small steps. */
export async function dragFrom(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 6, from.y + 6, { steps: 2 });
  await page.mouse.move(to.x, to.y, { steps: 8 });
  // Nobody lets go in the frame of the last move; a box is drawn with the frame after it.
  await nextFrame(page);
  await page.mouse.up();
}

/** Until what was asked for is on the screen. As text: what a bundler adds to a function means nothing in the page. */
export function nextFrame(page: Page): Promise<void> {
  return page.evaluate(
    "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))",
  );
}

/** The middle of a port. */
export async function portAt(page: Page, ref: string, side: "in" | "out"): Promise<{ x: number; y: number }> {
  const at = ref.lastIndexOf(".");
  const box = await page.getByTestId(`port-${ref.slice(0, at)}-${side}-${ref.slice(at + 1)}`).boundingBox();
  if (!box) throw new Error(`no port ${ref}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Where a place of the graph stands in the window. */
export async function onCanvas(page: Page, x: number, y: number): Promise<{ x: number; y: number }> {
  const box = await page.getByTestId("canvas").boundingBox();
  if (!box) throw new Error("no canvas");
  return { x: box.x + x, y: box.y + y };
}

/** Clicks a wire halfway along. */
export async function clickWire(page: Page, id: string): Promise<void> {
  const box = await page.locator(`[data-testid="wire-${id}"] .react-flow__edge-interaction`).boundingBox();
  if (!box) throw new Error(`no wire ${id}`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}
