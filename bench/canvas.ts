/**
 * The canvas under load, in a real Chromium: how long a large graph takes to open, and how much work the page's main
 * thread has in a frame while the graph is panned, zoomed and dragged. Frames and work are read from a trace.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, CDPSession, Page } from "playwright-core";
import { writeDocument } from "../core/graph/write.ts";
import { launch, openEditor, type Served, serveFolder } from "../test/browser/editor.ts";
import type { Bench, Measured } from "./bench.ts";
import { largeGraph } from "./large-graph.ts";

type Gesture = {
  name: string;
  goal: number;
  act(page: Page): Promise<void>;
  prepare?(page: Page): Promise<void>;
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
      const rows: Measured[] = [];
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
  const { page, context, errors } = await openEditor(browser, served.url);
  const rows: Measured[] = [budget(`${nodes}: open`, await timeToOpen(page, served, file), openGoal)];
  log(`${nodes} cards open in ${rows[0].ours.toFixed(0)} ms`);
  const trace = await page.context().newCDPSession(page);
  await selectFifty(page);
  for (const gesture of gestures(frameGoal)) {
    await gesture.prepare?.(page);
    await page.waitForTimeout(500);
    const work = await tracedFrames(trace, () => gesture.act(page));
    const ninetyFifth = work[Math.floor(0.95 * (work.length - 1))] ?? Number.NaN;
    const median = work[work.length >> 1] ?? Number.NaN;
    log(
      `${nodes}: ${gesture.name}: ${work.length} frames, median ${median.toFixed(1)}, 95 % ${ninetyFifth.toFixed(1)} ms`,
    );
    rows.push(budget(`${nodes}: ${gesture.name}`, ninetyFifth, gesture.goal));
  }
  if (errors.length > 0) throw new Error(`the page complained: ${errors[0]}`);
  await context.close();
  return rows;
}

function budget(name: string, ours: number, goal: number): Measured {
  return { name, ours, peer: goal, peerName: "budget", unit: "ms", goal: 1, agrees: true };
}

/** From the navigation to the first painted frame with cards in it, the page's code being in the browser's cache. */
async function timeToOpen(page: Page, served: Served, file: string): Promise<number> {
  const url = new URL(served.url);
  url.searchParams.set("file", file);
  await page.goto(url.href);
  // As text: what a bundler adds to a function means nothing in the page.
  return page.evaluate(`new Promise((done) => {
    const look = () => document.querySelector(".react-flow__node-card")
      ? requestAnimationFrame(() => done(performance.now()))
      : requestAnimationFrame(look);
    look();
  })`);
}

/** A box of about fifty cards, drawn with the mouse. */
async function selectFifty(page: Page): Promise<void> {
  await page.waitForTimeout(1500);
  await page.keyboard.down("Shift");
  await page.mouse.move(330, 130);
  await page.mouse.down();
  await page.mouse.move(1000, 560, { steps: 5 });
  await page.mouse.up();
  await page.keyboard.up("Shift");
}

function gestures(frameGoal: number): Gesture[] {
  const near = handled(frameGoal);
  const [pan, , drag] = near;
  const far = (name: string, gesture: Gesture): Gesture => ({
    ...gesture,
    name: `${name}, all in sight`,
    prepare: fitAll,
  });
  return [...near, far("pan", pan), far("drag 50", drag)];
}

/** Everything in the window, by the button for it. */
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
  ];
}

/** Milliseconds of main-thread work in each frame of an act, sorted. */
async function tracedFrames(session: CDPSession, act: () => Promise<void>): Promise<number[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => events.push(...(value as TraceEvent[]));
  session.on("Tracing.dataCollected", collect as never);
  await session.send("Tracing.start", {
    traceConfig: {
      includedCategories: [
        "toplevel",
        "disabled-by-default-devtools.timeline.frame",
        "devtools.timeline",
        "devtools.timeline.frame",
      ],
    },
  } as never);
  await act();
  const complete = new Promise<void>((done) => session.once("Tracing.tracingComplete", () => done()));
  await session.send("Tracing.end");
  await complete;
  session.off("Tracing.dataCollected", collect as never);
  return workByFrame(events);
}

type TraceEvent = {
  name: string;
  cat: string;
  ph: string;
  ts: number;
  dur?: number;
  pid: number;
  tid: number;
};

function workByFrame(events: readonly TraceEvent[]): number[] {
  const frames = events.filter(({ name }) => name === "BeginMainThreadFrame");
  const main = mostCommon(frames.map(({ pid, tid }) => `${pid}/${tid}`));
  const own = (event: TraceEvent) => `${event.pid}/${event.tid}` === main;
  const starts = frames
    .filter(own)
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  const tasks = events.filter(
    (event) => own(event) && event.name.endsWith("RunTask") && event.dur !== undefined,
  );
  const work = new Float64Array(Math.max(0, starts.length - 1));
  for (const { ts, dur = 0 } of tasks) {
    const frame = starts.findLastIndex((start) => start <= ts + dur / 2);
    if (frame >= 0 && frame < work.length) work[frame] += dur / 1000;
  }
  return [...work].sort((a, b) => a - b);
}

function mostCommon(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "";
}
