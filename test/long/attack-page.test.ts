/** A graph and a table from a stranger, in a real page: whatever they are written to do, they are shown as text. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openEditor, waitForState } from "../browser/editor.ts";
import { browserRoom } from "../browser/room.ts";

const html = `<img src=x onerror="window.attacked='html'"><script>window.attacked='script'</script>`;
const params = {
  asText: [],
  decimal: "auto",
  delimiter: "auto",
  every: 1,
  format: "auto",
  header: "auto",
  limit: 0,
  missing: "",
  path: "hostile.csv",
  quote: "double",
  roles: {},
  target: "",
  targetAs: "auto",
};
const note = [
  "[plain](javascript:window.attacked='link')",
  "[spaced](  JaVaScRiPt&colon;window.attacked='link')",
  "[data](data:text/html,<script>window.attacked='data'</script>)",
  "[file](file:///etc/passwd)",
  "[good](https://en.wikipedia.org/wiki/Espalier)",
  "![picture](https://evil.example/pixel.png)",
  html,
].join("\n\n");
const graph = {
  format: "espalier/graph",
  formatVersion: 1,
  title: html,
  seed: 1,
  nodes: { table: { type: "data.file", version: 2, title: html, params } },
  wires: {},
  groups: {
    group: {
      title: html,
      inputs: {},
      outputs: {},
      nodes: {},
      wires: {},
      groups: {},
      view: { positions: {}, frames: {}, notes: {} },
    },
  },
  view: {
    positions: { table: [0, 0], group: [300, 0] },
    frames: { f: { at: [0, 200], size: [200, 100], title: html } },
    notes: { n: { at: [0, 320], size: [300, 300], text: { en: note } } },
  },
};
const cell = `"${html.replaceAll('"', '""')}"`;
const room = browserRoom(async (folder) => {
  await writeFile(join(folder, "hostile.espalier"), JSON.stringify(graph));
  await writeFile(join(folder, "hostile.csv"), `${cell},b\n${cell},1\n"=cmd|' /C calc'!A0",2\n`);
});

it("shows a hostile graph, its note and its cells as text", async () => {
  const { page, errors } = await openEditor(room.browser, `${room.served.url}&file=hostile.espalier`);
  const outside: string[] = [];
  const own = new URL(room.served.url).host;
  page.on("request", (request) => {
    if (new URL(request.url()).host !== own) outside.push(request.url());
  });
  page.on("dialog", (dialog) => dialog.dismiss());
  await page.keyboard.press("Control+Enter");
  await waitForState(page, "table", "done");
  await page.getByTestId("card-table").click();
  const shown = page.getByTestId("dock").or(page.locator(".dock")).first();
  await expect.poll(() => shown.textContent()).toContain("onerror=");
  await page.getByTestId("left-tab-outline").click();
  type Link = { textContent: string; target: string; getAttribute(name: string): string | null };
  const links = await page
    .getByTestId("note-n")
    .locator("a")
    .evaluateAll((all) =>
      (all as unknown as Link[]).map((one) => [one.textContent, one.getAttribute("href") ?? "", one.target]),
    );
  expect(links).toEqual([
    ["plain", "", "_blank"],
    ["spaced", "", "_blank"],
    ["data", "", "_blank"],
    ["file", "", "_blank"],
    ["good", "https://en.wikipedia.org/wiki/Espalier", "_blank"],
  ]);
  const found = await page.evaluate(() => {
    const { attacked, document } = globalThis as unknown as {
      attacked?: string;
      document: { querySelectorAll(selector: string): { length: number } };
    };
    const count = (selector: string) => document.querySelectorAll(selector).length;
    return { attacked, made: count("[onerror], img[src=x], a[href^='javascript' i]") };
  });
  expect(found).toEqual({ attacked: undefined, made: 0 });
  expect(await page.title()).toContain("<img");
  expect(outside).toEqual([]);
  expect(errors).toEqual([]);
});
