/** Figures that are taken away bring their graph back: as PNG and as SVG, dropped on the window or chosen. */
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { parseDocument } from "../../core/graph/parse.ts";
import { openEditor } from "../browser/editor.ts";
import { openGraph } from "../browser/graphs.ts";
import { browserRoom } from "../browser/room.ts";

const { document: graph } = parseDocument(
  readFileSync(new URL("../../examples/adaboost-breast-cancer.espalier", import.meta.url), "utf8"),
);
if (!graph) throw new Error("the example cannot be read");
const wires = Object.keys(graph.wires).length;

describe("a figure that is taken away", () => {
  const room = browserRoom();

  it("brings its graph back, from PNG and SVG; a picture without one says so", async () => {
    const { page, errors } = await openGraph(room.browser, room.served, "figures", graph);
    await page.keyboard.press("Control+Enter");
    await page.locator('.view[data-view="confusion"]').waitFor();
    const figures = [await exported(page, "png"), await exported(page, "svg")];
    await page.close();

    for (const figure of figures) {
      const other = await openEditor(room.browser, room.served.url);
      await drop(other.page, figure);
      await other.page.locator('.card[data-card="matrix"]').waitFor();
      expect(await wiresIn(other.page)).toBe(wires);
      expect(other.errors).toEqual([]);
      await other.page.close();
    }

    const last = await openEditor(room.browser, room.served.url);
    await drop(last.page, { name: "plain.svg", type: "image/svg+xml", bytes: [...Buffer.from("<svg/>")] });
    await last.page.getByText("“plain.svg” carries no graph.").waitFor();
    // By choosing, where there is no mouse.
    await last.page.getByTestId("file-menu").press("Enter");
    const asked = last.page.waitForEvent("filechooser");
    await last.page.getByTestId("menu-openPicture").press("Enter");
    const [{ name, type, bytes }] = figures;
    await (await asked).setFiles({ name, mimeType: type, buffer: Buffer.from(bytes) });
    await last.page.locator('.card[data-card="matrix"]').waitFor();
    expect(await wiresIn(last.page)).toBe(wires);
    expect([...errors, ...last.errors]).toEqual([]);
    await last.page.close();
  });
});

describe("a result", () => {
  const room = browserRoom();

  it("fills the window, stands below or beside the canvas, goes on to the next, and gives the window back, by mouse and by key", async () => {
    const { page, errors } = await openGraph(room.browser, room.served, "large", graph);
    await page.keyboard.press("Control+Enter");
    await page.locator('.view[data-view="confusion"]').waitFor();
    await page.locator('[data-testid^="enlarge-matrix-"]').click();
    const large = page.getByRole("dialog");
    await large.locator('.view[data-view="confusion"]').waitFor();
    const box = await large.boundingBox();
    expect(box?.width).toBeGreaterThan((page.viewportSize()?.width ?? 0) - 40);
    await large.getByTestId("view-export").click();
    await page.getByTestId("export-csv").waitFor();
    await page.keyboard.press("Escape");
    await page.getByTestId("large-next").click();
    await large.locator(".view").first().waitFor();
    await page.keyboard.press("Escape");
    await large.waitFor({ state: "detached" });
    await page.getByTestId("canvas").click({ position: { x: 5, y: 5 } });
    await page.keyboard.press("|");
    const [canvas, dock] = [
      await page.getByTestId("canvas").boundingBox(),
      await page.locator(".dock").boundingBox(),
    ];
    expect(dock?.x).toBeGreaterThanOrEqual((canvas?.x ?? 0) + (canvas?.width ?? 0));
    await page.getByTestId("dock-side").click();
    expect((await page.locator(".dock").boundingBox())?.x).toBe(canvas?.x);
    await page.getByTestId("canvas").click({ position: { x: 5, y: 5 } });
    await page.keyboard.press("e");
    await large.locator(".view").first().waitFor();
    await page.keyboard.press("Escape");
    await large.waitFor({ state: "detached" });
    expect(errors).toEqual([]);
  });
});

type Figure = { name: string; type: string; bytes: number[] };

async function exported(page: Page, format: "png" | "svg"): Promise<Figure> {
  await page.locator('.view[data-view="confusion"]').getByTestId("view-export").click();
  const download = page.waitForEvent("download");
  await page.getByTestId(`export-${format}`).click();
  const file = await download;
  const bytes = [...(await readFile(await file.path()))];
  return { name: file.suggestedFilename(), type: format === "png" ? "image/png" : "image/svg+xml", bytes };
}

/** Drops a file on the window, as a file manager would. */
async function drop(page: Page, { name, type, bytes }: Figure): Promise<void> {
  await page.getByTestId("canvas").waitFor();
  await page.evaluate(`(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(${JSON.stringify(bytes)})], ${JSON.stringify(name)}, { type: ${JSON.stringify(type)} }));
    const place = document.querySelector('[data-testid="canvas"]');
    for (const kind of ["dragover", "drop"])
      place.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
  })()`);
}

async function wiresIn(page: Page): Promise<number> {
  return page.locator(".react-flow__edge").count();
}
