/** From the start page with each of six awkward files to a compared, cross-validated result, every click counted. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { launch, openEditor, type Served, serveFolder } from "../browser/editor.ts";
import { by, expectFound, finished, hand, mostInteractions } from "../browser/start-steps.ts";
import { awkwardFiles } from "../support/awkward-files.ts";

let served: Served;
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  served = await serveFolder();
});
afterEach(() => served?.stop());

it.each(awkwardFiles.map((file) => [file.name, file] as const))("goes with %s", async (name, file) => {
  await writeFile(join(served.folder, name), file.text());
  const { page, errors, context } = await openEditor(browser, served.url, { start: true });
  const person = hand(page);
  await person.click("start-from-data");
  await person.click(`data-${name}`);
  await expectFound(page, file);
  await person.click("build-from-data");
  await finished(page);
  expect(person.count()).toBeLessThanOrEqual(mostInteractions);
  expect(await by(page, "result-compared-figure").textContent()).toContain("A constant");
  expect(errors).toEqual([]);
  await context.close();
});
