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
      await expect.poll(() => wiresIn(other.page)).toBe(wires);
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
    await expect.poll(() => wiresIn(last.page)).toBe(wires);
    expect([...errors, ...last.errors]).toEqual([]);
    await last.page.close();
  });
});

describe("a figure with Chinese words", () => {
  const room = browserRoom();

  it("is drawn with the bundled glyphs, on any machine, and takes them along", async () => {
    const { page, errors } = await openGraph(room.browser, room.served, "figures", graph, {
      locale: "zh-CN",
    });
    await page.keyboard.press("Control+Enter");
    await page.locator('.view[data-view="confusion"]').waitFor();
    await page.getByTestId("card-parts").click({ position: { x: 60, y: 12 } });
    const panel = page.getByTestId("result-parts-train");
    await panel.getByTestId("view-profile").click();
    await panel.getByText("中位数").first().waitFor();
    const loaded =
      "[...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family)";
    await expect.poll(() => page.evaluate(loaded)).toContain("Noto Sans SC Variable");

    const [png, svg] = [await exported(page, "png", "profile"), await exported(page, "svg", "profile")];
    const text = Buffer.from(svg.bytes).toString();
    expect(text).toContain("中位数");
    expect(text).toMatch(
      /@font-face\{font-family:"Noto Sans SC Variable"[^}]*src:url\(data:font\/woff2;base64,/,
    );
    // The same figure without them shows what the machine has, which is not what was drawn.
    const bare = text.replace(/<style>@font-face.*?<\/style>/s, "");
    const ink = (type: string, content: string) =>
      page.evaluate(`(async () => {
        const image = new Image();
        image.src = "data:${type};base64,${content}";
        await image.decode();
        const canvas = new OffscreenCanvas(800, 400);
        const context = canvas.getContext("2d");
        context.drawImage(image, 0, 0, image.width * ${type === "image/png" ? 1 : 2}, image.height * ${type === "image/png" ? 1 : 2});
        const { data } = context.getImageData(0, 0, 800, 400);
        const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", data));
        return [...bytes.slice(0, 8)].join();
      })()`);
    const base64 = (bytes: Uint8Array | number[] | string) => Buffer.from(bytes as string).toString("base64");
    const drawn = await ink("image/png", base64(png.bytes));
    expect(await ink("image/svg+xml", base64(bare))).not.toBe(drawn);
    // Made again, it is the same to the pixel: no glyph comes or stays away by chance.
    expect(await ink("image/png", base64((await exported(page, "png", "profile")).bytes))).toBe(drawn);
    expect(errors).toEqual([]);
    await page.close();
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

async function exported(page: Page, format: "png" | "svg", view = "confusion"): Promise<Figure> {
  await page.locator(`.view[data-view="${view}"]`).getByTestId("view-export").click();
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
  // What is out of sight is not in the page.
  await page.keyboard.press("z");
  return page.locator(".react-flow__edge").count();
}
