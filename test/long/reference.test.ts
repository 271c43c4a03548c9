/** The reference where it is read: in the editor, with an example that comes onto the canvas and runs, and as files. */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { newDocument, openEditor, waitForState } from "../browser/editor.ts";
import { browserRoom } from "../browser/room.ts";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const room = browserRoom();

it("shows the smallest use of a node, and puts it on the canvas, where it runs", async () => {
  const { page, errors } = await openEditor(room.browser, room.served.url);
  await page.getByTestId("card-boost").click({ position: { x: 60, y: 12 } });
  await page.getByTestId("open-reference").click();
  const reference = page.getByTestId("reference");
  await reference.locator(".example-picture svg").waitFor();
  expect(await reference.locator(".picture-card").count()).toBe(4);
  expect(await reference.locator(".example-script").textContent()).toContain(
    "adaBoost(weak, { rounds: 10, seed: 1 })",
  );
  await page.keyboard.press("Escape");
  await newDocument(page);
  await page.keyboard.press("Escape");
  await page.getByTestId("canvas").click({ position: { x: 500, y: 30 } });
  await page.keyboard.press("Tab");
  await page.keyboard.type("adaboost");
  await page.keyboard.press("Enter");
  await page.getByTestId("open-reference").click();
  await page.getByTestId("example-put").click();
  await page.getByTestId("card-fitted").waitFor();
  // All of it is brought into sight.
  for (const id of ["data", "weak", "fitted"])
    await expect.poll(() => page.getByTestId(`card-${id}`).isVisible()).toBe(true);
  await page.getByTestId("card-fitted").click({ position: { x: 60, y: 12 } });
  await page.keyboard.press("Shift+Enter");
  await waitForState(page, "fitted", "done");
  await page.getByTestId("undo").click();
  expect(await page.getByTestId("card-fitted").count()).toBe(0);
  expect(errors).toEqual([]);
});

it("is found by words in the index of its static site, on a narrow screen", async () => {
  const out = await mkdtemp(join(tmpdir(), "espalier-site-"));
  const context = await room.browser.newContext({ viewport: { width: 400, height: 800 } });
  try {
    const { status } = spawnSync(process.execPath, ["build/write-reference.mjs", "--site", out], {
      cwd: root,
    });
    expect(status).toBe(0);
    expect(existsSync(join(out, "index.html"))).toBe(true);
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on("pageerror", (error) => wrong.push(error.message));
    page.on("request", (request) => {
      if (!/^(file|data):/.test(request.url())) wrong.push(request.url());
    });
    for (const name of ["index.html", "booster.adaboost.html", "zh-CN/index.html", "zh-CN/data.file.html"]) {
      await page.goto(pathToFileURL(join(out, name)).href);
      expect(await page.evaluate("document.documentElement.scrollWidth"), name).toBeLessThanOrEqual(400);
    }
    await page.goto(pathToFileURL(join(out, "index.html")).href);
    const search = page.getByRole("searchbox");
    await search.fill("weighted VOTE");
    expect(await page.locator("li:visible a").allTextContents()).toEqual(["AdaBoost"]);
    await search.fill("提升");
    expect(await page.locator("li:visible a").allTextContents()).toContain("AdaBoost");
    await search.fill("no such node");
    expect(await page.locator(".site-none").isVisible()).toBe(true);
    expect(wrong).toEqual([]);
  } finally {
    await context.close();
    await rm(out, { recursive: true, force: true });
  }
});
