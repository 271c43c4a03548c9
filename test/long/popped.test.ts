/** A result in a window of its own: it shows what the editor shows, follows it, has the one selection, and never stands empty. */
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openEditor, waitForState } from "../browser/editor.ts";
import { freshRoom } from "../browser/room.ts";
import { selected } from "./view-pointings.ts";

const head = { position: { x: 60, y: 12 } };
const choose = (page: Page, node: string) => page.getByTestId(`card-${node}`).click(head);
const countIn = (result: Locator) => result.locator(".selected-here").getAttribute("data-count");

/** Presses and answers the window that opens. */
async function windowBy(page: Page, act: () => Promise<void>): Promise<Page> {
  const opening = page.context().waitForEvent("page");
  await act();
  const opened = await opening;
  await opened.locator(".popped").waitFor();
  return opened;
}

describe("a result in a window of its own", () => {
  const room = freshRoom();

  it("runs live, selects with the editor, follows its edits, and goes on when that is closed", async () => {
    const { page, errors } = await openEditor(room.browser, room.served.url);
    await choose(page, "matrix");
    const matrix = await windowBy(page, () => page.getByTestId("pop-out-matrix-figure").click());
    matrix.on("pageerror", (error) => errors.push(error.message));
    expect(matrix.url()).not.toContain("token");
    const shown = matrix.getByTestId("popped-matrix-figure");
    expect(await shown.innerText()).toContain("has not run yet");
    // Copied with the session: the editor's tabs are none of this window's.
    expect(await matrix.locator(".document-tabs, [data-testid=canvas]").count()).toBe(0);

    await page.getByTestId("run").click();
    await shown.getByTestId("cell-1-1").waitFor();
    const cells = (result: Locator) => result.locator("[data-testid^=cell-]").allInnerTexts();
    expect(await cells(shown)).toEqual(await cells(page.getByTestId("result-matrix-figure")));
    expect(await matrix.title()).toMatch(/^Confusion.* · .* · Espalier$/);

    // By keyboard, and in the view that was chosen here.
    await choose(page, "predicted");
    await page.keyboard.press("Escape");
    const predictions = await windowBy(page, () => page.keyboard.press("Shift+E"));
    const rows = predictions.getByTestId("popped-predicted-predictions");
    await rows.locator(".rows").waitFor();
    await choose(page, "parts");
    await page.getByTestId("result-parts-train").getByTestId("view-profile").click();
    const train = await windowBy(page, async () => {
      await page.getByTestId("pop-out-parts-train").focus();
      await page.keyboard.press("Enter");
    });
    await train.locator('[data-view="profile"]').waitFor();

    // One selection: made in one window, seen in all; given up in another.
    await shown.locator("svg.matrix > g").last().click();
    const count = Number((await shown.getByTestId("cell-1-1").innerText()).split(",")[0]);
    expect(count).toBeGreaterThan(10);
    await expect.poll(() => selected(page)).toBe(count);
    await expect.poll(() => selected(predictions)).toBe(count);
    await expect.poll(() => countIn(rows)).toBe(String(count));
    const late = await windowBy(page, () => page.getByTestId("pop-out-parts-test").click());
    await expect.poll(() => selected(late)).toBe(count);
    await predictions.bringToFront();
    await predictions.keyboard.press("Escape");
    await expect.poll(() => selected(page)).toBe(0);
    await expect.poll(() => selected(matrix)).toBe(0);

    // An edit in the editor makes the picture an earlier one, and its run brings the new one.
    await choose(page, "boost");
    await page.getByTestId("param-rounds").fill("1");
    await page.keyboard.press("Enter");
    await expect.poll(() => shown.getAttribute("data-old")).toBe("true");
    const before = await cells(shown);
    await matrix.bringToFront();
    await matrix.keyboard.press("Control+Enter");
    await expect.poll(() => shown.getAttribute("data-old")).toBe("false");
    await waitForState(page, "matrix", "done");
    await choose(page, "matrix");
    const after = await cells(page.getByTestId("result-matrix-figure"));
    expect(after).not.toEqual(before);
    expect(await cells(shown)).toEqual(after);

    // A theme chosen in one is the theme of all.
    await page.getByTestId("theme").click();
    await expect.poll(() => matrix.evaluate("document.documentElement.dataset.theme")).toBe("dark");
    await page.close();
    await matrix.reload();
    await expect.poll(() => cells(shown)).toEqual(after);
    expect(errors).toEqual([]);
    await matrix.context().close();
  });

  it("says that its node is gone and that its document was closed, and keeps its picture", async () => {
    const { page, errors } = await openEditor(room.browser, room.served.url);
    await page.getByTestId("run").click();
    await waitForState(page, "matrix", "done", "cached");
    await choose(page, "matrix");
    const matrix = await windowBy(page, () => page.getByTestId("pop-out-matrix-figure").click());
    const cell = matrix.getByTestId("cell-1-1");
    await cell.waitFor();
    const words = await cell.innerText();
    await page.keyboard.press("Delete");
    await matrix.getByTestId("popped-nothing").waitFor();
    await page.keyboard.press("Control+z");
    await expect.poll(() => cell.innerText()).toBe(words);

    await page
      .getByTestId(/^close-/)
      .first()
      .click();
    const discard = page.getByTestId("guard-discard");
    if (await discard.isVisible()) await discard.click();
    await matrix.getByTestId("popped-left").waitFor();
    expect(await cell.innerText()).toBe(words);
    await matrix.reload();
    await matrix.getByTestId("popped-nothing").waitFor();
    expect(await matrix.getByTestId("popped-nothing").innerText()).toContain("not open any more");
    // What was given up in the editor was not kept by this window.
    await matrix.close();
    await page.reload();
    await page.getByTestId("start-page").waitFor();
    expect(await page.getByTestId("recovery-show").count()).toBe(0);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
