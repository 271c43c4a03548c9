/** A page on a graph of its own for each benchmark of views, and what the page's main thread did in it. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { GraphDocument } from "../core/graph/document.ts";
import { writeDocument } from "../core/graph/write.ts";
import { openEditor, type Served } from "../test/browser/editor.ts";
import type { Measured } from "./bench.ts";
import { budget } from "./bench.ts";
import { tracedWork } from "./frames.ts";

/** Opens a document in a page that is closed with the benchmark. */
export type Opened = (name: string, document: GraphDocument) => Promise<Page>;

/** What opens pages, and `check`, which fails when one of them has complained. */
export function pagesOf(browser: Browser, served: Served): { open: Opened; check(): void } {
  const all: string[][] = [];
  return {
    async open(name, document) {
      const file = `${name}.espalier`;
      writeFileSync(join(served.folder, file), writeDocument(document));
      const url = new URL(served.url);
      url.searchParams.set("file", file);
      const { page, errors } = await openEditor(browser, url.href);
      all.push(errors);
      return page;
    },
    check() {
      const [first] = all.flat();
      if (first !== undefined) throw new Error(`the page complained: ${first}`);
    },
  };
}

/** A document with its nodes at these places, in order. */
export function placed(
  document: GraphDocument,
  places: readonly (readonly [number, number])[],
): GraphDocument {
  const positions = Object.keys(document.nodes).map((id, at) => [id, places[at] ?? [0, 0]] as const);
  return { ...document, view: { ...document.view, positions: Object.fromEntries(positions) } };
}

/** The least of several turns of a gesture: 95th percentile of the main thread's work in its frames. */
export async function framesOf(
  page: Page,
  { name, goal, turns = 3 }: { name: string; goal: number; turns?: number },
  act: () => Promise<void>,
  log: (line: string) => void,
): Promise<Measured> {
  const session = await page.context().newCDPSession(page);
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 1; turn <= turns; turn++) {
    await page.waitForTimeout(500);
    const { frames } = await tracedWork(session, act);
    const at = (share: number) => frames[Math.floor(share * (frames.length - 1))] ?? Number.NaN;
    log(
      `${name}: ${frames.length} × median ${at(0.5).toFixed(1)}, 95 % ${at(0.95).toFixed(1)}, most ${at(1).toFixed(1)} ms`,
    );
    least = Math.min(least, at(0.95));
  }
  return budget(name, least, goal);
}
