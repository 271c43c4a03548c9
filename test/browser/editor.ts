/** Starts the real server on a folder of its own and opens the editor in a real Chromium; helpers to drive it by mouse. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { expect } from "vitest";
import { firstChildOf } from "../support/children.ts";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export type Served = {
  url: string;
  folder: string;
  stop(): Promise<void>;
  /** Ends the server as a crash would. */
  kill(): Promise<void>;
  /** Starts it anew on the same folder. */
  again(): Promise<void>;
  /** Process id of the engine, where the system tells children (Linux); else none. */
  enginePid(): number | undefined;
  /** How many journals of unsaved work there are. */
  journals(): Promise<number>;
};

/** `serve` as a user would call it, on an empty folder and any free port; the same port when it is started again. */
export async function serveFolder(): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), "espalier-browser-"));
  const store = join(root, ".cache", "test-stores", randomUUID());
  const data = join(store, "data");
  let child: ChildProcess;
  const start = async (port: string) => {
    child = spawn(
      process.execPath,
      [join(root, "build", "bootstrap.mjs"), "start", folder, "--port", port, "--no-open"],
      {
        cwd: root,
        stdio: ["ignore", "pipe", "inherit"],
        env: { ...process.env, ESPALIER_STORE: store, ESPALIER_DATA: data },
      },
    );
    return printedUrl(child);
  };
  const end = async (signal: "SIGTERM" | "SIGKILL") => {
    const ended = new Promise((done) => child.once("exit", done));
    child.kill(signal);
    await ended;
  };
  const url = await start("0");
  return {
    url,
    folder,
    async stop() {
      await end("SIGTERM");
      await rm(folder, { recursive: true, force: true });
    },
    kill: () => end("SIGKILL"),
    async again() {
      expect(await start(new URL(url).port)).toBe(url);
    },
    enginePid: () => firstChildOf(child.pid),
    async journals() {
      const names = await readdir(data, { recursive: true }).catch(() => []);
      return names.filter((name) => name.endsWith(".journal")).length;
    },
  };
}

function printedUrl(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let text = "";
    child.stdout?.on("data", (chunk) => {
      text += String(chunk);
      const url = /http:\/\/\S+/.exec(text)?.[0];
      if (url !== undefined) found(url);
    });
    child.once("exit", (code) => failed(new Error(`npm start ended with ${code} before it printed a URL`)));
  });
}

export function launch(): Promise<Browser> {
  const executablePath = process.env.ESPALIER_CHROMIUM;
  if (!executablePath) throw new Error("ESPALIER_CHROMIUM is not set: run through npm test");
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

export type Look = {
  theme?: "light" | "dark";
  locale?: string;
  width?: number;
  height?: number;
  hasTouch?: boolean;
  /** Waits for the start page; else an example is opened by the address, unless that names something already. */
  start?: boolean;
};

const firstExample = "adaboost-breast-cancer";

function withDocument(url: string): string {
  const { searchParams } = new URL(url);
  const named = ["file", "example", "doc"].some((name) => searchParams.has(name));
  return named ? url : `${url}&example=${firstExample}`;
}

/** A page on the editor; everything that the console calls an error is collected. */
export async function openEditor(browser: Browser, url: string, look: Look = {}) {
  const {
    theme = "light",
    locale = "en-US",
    width = 1440,
    height = 900,
    hasTouch = false,
    start = false,
  } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale,
    hasTouch,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(start ? url : withDocument(url));
  await page.getByTestId(start ? "start-page" : "canvas").waitFor();
  return { page, context, errors };
}

/** Begins an empty document. */
export async function newDocument(page: Page): Promise<void> {
  await page.getByTestId("file-menu").click();
  await page.getByTestId("menu-new").click();
}

/** Drags a node from the palette to a place on the canvas, in pixels from its top left corner. */
export async function dragNode(page: Page, type: string, x: number, y: number): Promise<void> {
  const canvas = await boxOf(page.getByTestId("canvas"));
  await page.getByTestId(`palette-item-${type}`).scrollIntoViewIfNeeded();
  await drag(page, page.getByTestId(`palette-item-${type}`), canvas.x + x, canvas.y + y);
}

/** Connects an output to an input, both `"node.port"`. */
export async function connect(page: Page, from: string, to: string): Promise<void> {
  const target = await boxOf(portOf(page, to, "in"));
  await drag(page, portOf(page, from, "out"), target.x + target.width / 2, target.y + target.height / 2);
}

function portOf(page: Page, ref: string, side: "in" | "out"): Locator {
  const [node, port] = ref.split(".");
  return page.getByTestId(`port-${node}-${side}-${port}`);
}

async function drag(page: Page, from: Locator, x: number, y: number): Promise<void> {
  const start = await boxOf(from);
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(x - 8, y - 8, { steps: 6 });
  await page.mouse.move(x, y, { steps: 2 });
  await page.mouse.up();
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`nothing to see of ${locator}`);
  return box;
}

/** Waits until a node's card shows one of these states. */
export async function waitForState(page: Page, node: string, ...states: string[]): Promise<void> {
  const selector = states.map((state) => `[data-testid="state-${node}"][data-state="${state}"]`).join(", ");
  await page.locator(selector).waitFor({ timeout: 20_000 });
}
