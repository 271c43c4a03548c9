/** Files that are damaged, foreign or newer: the editor says so, keeps what it had, and writes over nothing. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openEditor } from "../browser/editor.ts";
import { browserRoom } from "../browser/room.ts";

const unreadable: Readonly<Record<string, string>> = {
  "empty.espalier": "",
  "truncated.espalier": '{ "format": "espalier/graph", "formatVersion": 1, "nodes": { "a": {',
  "foreign.espalier": '{ "name": "something else", "version": "2.0" }',
};

const newer =
  '{ "format": "espalier/graph", "formatVersion": 99, "title": "Tomorrow", "nodes": {}, "later": [1] }\n';

const unknownNode = JSON.stringify({
  format: "espalier/graph",
  formatVersion: 1,
  title: "Unknown",
  seed: 1,
  nodes: { odd: { type: "future.thing", version: 3, params: { dial: 11 } } },
  wires: { w1: { from: ["gone", "x"], to: ["odd", "y"] } },
  groups: {},
  view: { positions: { odd: [40, 40] }, frames: {}, notes: {} },
});

describe("bad files", { retry: 1 }, () => {
  const room = browserRoom(async (folder) => {
    const files = { ...unreadable, "newer.espalier": newer, "unknown.espalier": unknownNode };
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  });

  it.each(Object.keys(unreadable))("says why %s cannot be opened and keeps the open graph", async (name) => {
    const { page, errors } = await openEditor(room.browser, `${room.served.url}&example=leakage`);
    await page.getByTestId("left-tab-files").click();
    await page.getByTestId(`file-${name}`).click();
    await page.getByTestId("notice").first().waitFor();
    expect(await page.getByTestId("card-flowers").count()).toBe(1);
    expect(await readFile(join(room.served.folder, name), "utf8")).toBe(unreadable[name]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it("opens a newer file read-only", async () => {
    const { page } = await openEditor(room.browser, `${room.served.url}&file=newer.espalier`);
    await page.getByTestId("banner-readonly").waitFor();
    await page.keyboard.press("Control+s");
    expect(await readFile(join(room.served.folder, "newer.espalier"), "utf8")).toBe(newer);
    await page.close();
  });

  it("shows an unknown node as a placeholder, says what was mended, and writes the node back unchanged", async () => {
    const { page } = await openEditor(room.browser, `${room.served.url}&file=unknown.espalier`);
    await page.getByTestId("banner-repaired").waitFor();
    await page.getByTestId("card-odd").waitFor();
    await page.getByTestId("save").click();
    await page.locator('[data-testid="saved"][data-state="saved"]').waitFor();
    const saved = JSON.parse(await readFile(join(room.served.folder, "unknown.espalier"), "utf8"));
    expect(saved.nodes.odd).toEqual({ type: "future.thing", version: 3, params: { dial: 11 } });
    await page.close();
  });
});
