/** From the start page with each of six awkward files to a compared, cross-validated result, every click counted. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openEditor } from "../browser/editor.ts";
import { freshRoom } from "../browser/room.ts";
import { by, expectFound, finished, hand, mostInteractions } from "../browser/start-steps.ts";
import { awkwardFiles } from "../support/awkward-files.ts";

const room = freshRoom();

it.each(awkwardFiles.map((file) => [file.name, file] as const))("goes with %s", async (name, file) => {
  await writeFile(join(room.served.folder, name), file.text());
  const { page, errors, context } = await openEditor(room.browser, room.served.url, { start: true });
  const person = hand(page);
  await person.click("start-from-data");
  await person.click(`data-${name}`);
  await expectFound(page, file);
  await person.click("build-from-data");
  await finished(page);
  expect(person.count()).toBeLessThanOrEqual(mostInteractions);
  await expect.poll(() => by(page, "result-compared-figure").textContent()).toContain("A constant");
  expect(errors).toEqual([]);
  await context.close();
});
