/**
 * The canvas under load, in a real Chromium: how long a large graph takes to open, and how much work the page's main
 * thread has in a frame while the graph is panned, zoomed and dragged. Frames and work are read from a trace.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { writeDocument } from "../core/graph/write.ts";
import { launch, openEditor, type Served, serveFolder } from "../test/browser/editor.ts";
import { type Bench, budget, type Measured } from "./bench.ts";
import { tracedWork } from "./frames.ts";
import { largeGraph } from "./large-graph.ts";

type Gesture = {
  name: string;
  goal: number;
  act(page: Page): Promise<void>;
  prepare?(page: Page): Promise<void>;
  /** What is measured: every frame, or what follows a key; frames unless said. */
  of?: "frames" | "keys";
};

const sizes = [
  { nodes: 1000, openGoal: 1000, frameGoal: 8 },
  { nodes: 5000, openGoal: 5000, frameGoal: 33 },
];

export const canvasBench: Bench = {
  name: "canvas",
  about:
    "1,000 and 5,000 cards: opening, and main-thread work a frame while panning, zooming, dragging, typing",
  async run(log) {
    const finder = (await import(new URL("../build/browser.mjs", import.meta.url).href)) as {
      browserEnvironment(): Record<string, string>;
    };
    Object.assign(process.env, finder.browserEnvironment());
    const served = await serveFolder();
    const browser = await launch();
    try {
      const rows: Measured[] = [pageSize()];
      for (const size of sizes) rows.push(...(await measureSize(browser, served, size, log)));
      return rows;
    } finally {
      await browser.close();
      await served.stop();
    }
  },
};

async function measureSize(
  browser: Browser,
  served: Served,
  { nodes, openGoal, frameGoal }: (typeof sizes)[number],
  log: (line: string) => void,
): Promise<Measured[]> {
  const file = `large-${nodes}.espalier`;
  writeFileSync(join(served.folder, file), writeDocument(largeGraph(nodes)));
  const url = new URL(served.url);
  url.searchParams.set("file", file);
  const { page, context, errors } = await openEditor(browser, url.href);
  const { paint, open } = await timeToOpen(page, url);
  const rows: Measured[] = [
    budget(`${nodes}: first paint`, paint, 1000),
    budget(`${nodes}: open`, open, openGoal),
  ];
  log(`${nodes} cards: first paint ${paint.toFixed(0)} ms, open in ${open.toFixed(0)} ms`);
  const trace = await page.context().newCDPSession(page);
  for (const gesture of gestures(frameGoal)) {
    await gesture.prepare?.(page);
    await page.waitForTimeout(500);
    const work = (await tracedWork(trace, () => gesture.act(page)))[gesture.of ?? "frames"];
    const ninetyFifth = work[Math.floor(0.95 * (work.length - 1))] ?? Number.NaN;
    const median = work[work.length >> 1] ?? Number.NaN;
    const most = work.at(-1) ?? Number.NaN;
    log(
      `${nodes}: ${gesture.name}: ${work.length} × median ${median.toFixed(1)}, 95 % ${ninetyFifth.toFixed(1)}, most ${most.toFixed(1)} ms`,
    );
    rows.push(budget(`${nodes}: ${gesture.name}`, ninetyFifth, gesture.goal));
  }
  if (errors.length > 0) throw new Error(`the page complained: ${errors[0]}`);
  // What is left unsaved would be offered to the next page.
  await page.keyboard.press("Control+s");
  await page.locator('[data-testid="saved"][data-state="saved"]').waitFor();
  await context.close();
  return rows;
}

/** From the navigation to the first painted frame with cards in it, the page's code being in the browser's cache. */
async function timeToOpen(page: Page, url: URL): Promise<{ paint: number; open: number }> {
  await page.goto(url.href);
  // As text: what a bundler adds to a function means nothing in the page.
  return page.evaluate(`new Promise((done) => {
    const look = () => document.querySelector('.react-flow__node-card[data-id="n0"]')
      ? requestAnimationFrame(() => done({
          open: performance.now(),
          paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
        }))
      : requestAnimationFrame(look);
    look();
  })`);
}

/** What a browser fetches before anything is seen, without what is loaded when it is asked for: Monaco, charts, layout. */
function pageSize(): Measured {
  const folder = new URL("../dist/page/", import.meta.url);
  const html = readFileSync(new URL("index.html", folder));
  const named = [...String(html).matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)];
  const parts = [html, ...named.map(([, path]) => readFileSync(new URL(path, folder)))];
  const bytes = parts.reduce((sum, part) => sum + gzipSync(part, { level: 9 }).length, 0);
  return { ...budget("page, gzipped", bytes / 1000, 500), unit: "kB" };
}

/** A box of about fifty cards, drawn with the mouse, from far enough, where that many are in sight. */
async function selectFifty(page: Page): Promise<void> {
  await page.locator(".zoom-bar button").nth(1).click();
  await page.waitForTimeout(500);
  for (let step = 0; step < 8; step++) {
    await page.locator(".zoom-bar button").first().click();
    await page.waitForTimeout(400);
  }
  await selectBox(page);
}

async function selectBox(page: Page): Promise<void> {
  await page.waitForTimeout(500);
  await page.keyboard.down("Shift");
  await page.mouse.move(240, 90);
  await page.mouse.down();
  await page.mouse.move(1135, 605, { steps: 5 });
  await page.mouse.up();
  await page.keyboard.up("Shift");
  const selected = await page.locator(".react-flow__node-card.selected").count();
  if (selected < 40) throw new Error(`only ${selected} cards are selected`);
}

/** Selects a card that has numbers, goes back to 100 %, and into the first field of its form. */
async function openForm(page: Page): Promise<void> {
  await fitAll(page);
  // The rectangle around what was selected lies over the cards.
  await page.locator(".react-flow__pane").click({ position: { x: 6, y: 300 } });
  await clickTable(page);
  await page.locator(".zoom-bar button").nth(1).click();
  await page.locator('.inspector-body input[inputmode="decimal"]').first().click();
  await page.keyboard.press("Control+a");
}

/** One of the cards that make data, which is every twentieth, in the middle of what is seen. */
async function clickTable(page: Page): Promise<void> {
  for (const card of await page.locator(".react-flow__node-card").all()) {
    const number = Number((await card.getAttribute("data-id"))?.slice(1));
    const box = number % 20 === 0 ? await card.boundingBox() : null;
    if (!box || box.x < 400 || box.x > 900 || box.y < 150 || box.y > 450) continue;
    return page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }
  throw new Error("no such card is in sight");
}

function gestures(frameGoal: number): Gesture[] {
  const near = handled(frameGoal);
  const [pan, , drag] = near;
  const far = (name: string, gesture: Gesture): Gesture => ({
    ...gesture,
    name: `${name}, from afar`,
    prepare: async (page) => {
      if (gesture.prepare) await gesture.prepare(page);
      await fitAll(page);
    },
  });
  return [...near, far("pan", pan), far("drag 50", drag)];
}

/** As much in the window as there can be, by the button for it. */
async function fitAll(page: Page): Promise<void> {
  await page.locator(".zoom-bar button").last().click();
  await page.waitForTimeout(1500);
}

function handled(frameGoal: number): Gesture[] {
  return [
    {
      name: "pan",
      goal: frameGoal,
      async act(page) {
        await page.mouse.move(700, 150);
        await page.mouse.down({ button: "middle" });
        for (let i = 0; i < 60; i++) await page.mouse.move(700 + 3 * i, 150 + 2 * i);
        await page.mouse.up({ button: "middle" });
      },
    },
    {
      name: "zoom",
      goal: frameGoal,
      async act(page) {
        await page.mouse.move(700, 300);
        for (let i = 0; i < 20; i++) await page.mouse.wheel(0, -60);
        for (let i = 0; i < 20; i++) await page.mouse.wheel(0, 60);
      },
    },
    {
      name: "drag 50",
      goal: frameGoal,
      // Panning and zooming have taken the cards that were selected out of the page.
      prepare: selectFifty,
      async act(page) {
        const box = await page.locator(".react-flow__node-card.selected").first().boundingBox();
        if (!box) throw new Error("nothing is selected");
        const [x, y] = [box.x + box.width / 2, box.y + Math.min(10, box.height / 2)];
        await page.mouse.move(x, y);
        await page.mouse.down();
        for (let i = 0; i < 60; i++) await page.mouse.move(x + 2 * i, y + i);
        await page.mouse.up();
      },
    },
    {
      name: "key in a form",
      goal: 16,
      of: "keys",
      prepare: openForm,
      async act(page) {
        for (let i = 0; i < 30; i++) {
          await page.keyboard.press(String(1 + (i % 9)));
          await page.waitForTimeout(60);
          if (i % 3 === 2) for (let n = 0; n < 3; n++) await page.keyboard.press("Backspace");
          await page.waitForTimeout(60);
        }
      },
    },
  ];
}
