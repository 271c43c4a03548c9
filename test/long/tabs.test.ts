/** Several documents in tabs, by mouse and by keyboard: opened, closed, brought back, moved, kept over a reload. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { GraphDocument } from "../../core/graph/document.ts";
import { writeDocument } from "../../core/graph/write.ts";
import { openEditor } from "../browser/editor.ts";
import { clickCard, drawn, openGraph } from "../browser/graphs.ts";
import { browserRoom } from "../browser/room.ts";

const graph = drawn({ nodes: { data: ["data.example", 60, 80], weak: ["learner.stump", 360, 80] } });
const named = (title: string, seed = graph.seed): GraphDocument => ({ ...graph, title, seed });

const tab = (page: Page, title: string) => page.getByTestId(`document-${title}`);
const titles = (page: Page) => page.locator(".document-title .clip").allInnerTexts();
const front = (page: Page) => page.locator('.document-title[data-state="active"] .clip').innerText();
const titleOf = (page: Page) => page.getByTestId("title").inputValue();

async function rename(page: Page, title: string): Promise<void> {
  await page.getByTestId("title").fill(title);
  await page.getByTestId("title").press("Enter");
  await tab(page, title).waitFor();
}

describe("tabs", { retry: 1 }, () => {
  const room = browserRoom();

  const write = (name: string, seed?: number) =>
    writeFile(join(room.served.folder, `${name}.espalier`), writeDocument(named(name, seed)));

  /** A page on the first of these files, with the others opened from the list of files. */
  async function opened(...names: string[]) {
    for (const name of names) await write(name);
    const begun = await openGraph(room.browser, room.served, names[0], named(names[0]));
    await begun.page.getByTestId("left-tab-files").click();
    for (const name of names.slice(1)) {
      await begun.page.getByTestId(`file-${name}.espalier`).click();
      await expect.poll(() => titleOf(begun.page)).toBe(name);
    }
    return begun;
  }

  it("are opened, told apart, dragged, closed and brought back by mouse", async () => {
    const { page, context, errors } = await opened("one", "two", "three");
    expect(await titles(page)).toEqual(["one", "two", "three"]);
    await page.getByTestId("file-one.espalier").click();
    await expect.poll(() => front(page)).toBe("one");
    expect(await titles(page)).toEqual(["one", "two", "three"]);

    // What is selected stays the tab's own.
    await clickCard(page, "weak");
    await page.getByTestId("inspector-weak").waitFor();
    await tab(page, "two").click();
    await page.getByTestId("inspector-weak").waitFor({ state: "detached" });
    await rename(page, "second");
    expect(await tab(page, "second").getAttribute("title")).toContain("not saved");
    await tab(page, "one").click();
    await page.getByTestId("inspector-weak").waitFor();
    expect(await page.getByTestId("undo").isEnabled()).toBe(false);

    const [from, to] = [await tab(page, "one").boundingBox(), await tab(page, "three").boundingBox()];
    if (!from || !to) throw new Error("no tabs");
    await page.mouse.move(from.x + 40, from.y + 15);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width - 10, to.y + 15, { steps: 12 });
    await page.mouse.up();
    await expect.poll(() => titles(page)).toEqual(["second", "three", "one"]);

    await tab(page, "three").click({ button: "middle" });
    await expect.poll(() => titles(page)).toEqual(["second", "one"]);
    await tab(page, "second").hover();
    await page.getByTestId("close-second").click();
    await page.getByRole("dialog").getByText("not saved").waitFor();
    await page.getByTestId("guard-discard").click();
    await expect.poll(() => titles(page)).toEqual(["one"]);
    await page.getByTestId("file-menu").click();
    await page.getByTestId("menu-reopenTab").click();
    await expect.poll(() => titleOf(page)).toBe("second");
    await page.getByTestId("undo").click();
    await expect.poll(() => titleOf(page)).toBe("two");

    await page.getByTestId("tab-new").click();
    await expect.poll(() => front(page)).toBe("untitled");
    expect(errors).toEqual([]);
    await context.close();
  });

  it("stand in a list by name, and are closed but for one, each that is not saved after a question", async () => {
    const { page, context, errors } = await opened("first", "middle", "last", "kept");
    await tab(page, "middle").click();
    await rename(page, "changed");
    await page.getByTestId("tab-list").click();
    const names = () => page.getByRole("menuitemradio").allTextContents();
    expect(await names()).toEqual(["first", "changednot saved", "last", "kept"]);
    await page.getByRole("menuitemradio", { name: "kept" }).click();
    await expect.poll(() => front(page)).toBe("kept");
    // A menu takes keys once it has given its first item the focus.
    await page.getByTestId("tab-list").press("Enter");
    await page.locator('[role="menuitemradio"][data-highlighted]').waitFor();
    await page.keyboard.press("End");
    await page.locator('[role="menuitem"][data-highlighted]').waitFor();
    await page.keyboard.press("Enter");
    // Two end nothing; the third asks, and holds the rest up until it is decided on.
    await page.getByRole("dialog").getByText("not saved").waitFor();
    expect(await titles(page)).toEqual(["changed", "kept"]);
    await page.getByTestId("guard-discard").click();
    await expect.poll(() => titles(page)).toEqual(["kept"]);
    expect(await page.getByTestId("tab-list").count()).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  });

  it("are gone along, moved, closed and brought back by keyboard", async () => {
    const { page, context, errors } = await opened("alpha", "beta", "gamma");
    await page.getByTestId("canvas").click({ position: { x: 5, y: 300 } });
    await page.keyboard.press("Alt+PageDown");
    await expect.poll(() => front(page)).toBe("alpha");
    // The canvas that has come has the keys.
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Alt+PageUp");
    await expect.poll(() => front(page)).toBe("gamma");
    await page.keyboard.press("Alt+Shift+PageUp");
    await expect.poll(() => titles(page)).toEqual(["alpha", "gamma", "beta"]);
    await page.keyboard.press("Alt+n");
    await expect.poll(() => titles(page)).toEqual(["alpha", "gamma", "untitled", "beta"]);
    await page.keyboard.press("n");
    await page.locator("textarea.note-field").fill("kept");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Alt+x");
    await page.getByTestId("guard-discard").press("Enter");
    await expect.poll(() => titles(page)).toEqual(["alpha", "gamma", "beta"]);
    await page.keyboard.press("Alt+Shift+X");
    await page.locator(".note").getByText("kept").waitFor();
    await page.keyboard.press("Alt+x");
    await page.getByTestId("guard-discard").press("Enter");

    // In the row itself: arrows, and Delete to close.
    await tab(page, "gamma").focus();
    await expect.poll(() => front(page)).toBe("gamma");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => front(page)).toBe("alpha");
    await page.keyboard.press("Delete");
    await expect.poll(async () => (await titles(page)).includes("alpha")).toBe(false);
    expect(errors).toEqual([]);
    await context.close();
  });

  it("come back after a reload, with the one in front, what is not saved, and where each looked", async () => {
    const { page, context, errors } = await opened("first", "other");
    await rename(page, "second");
    await tab(page, "first").click();
    await page.getByTestId("canvas").click({ position: { x: 5, y: 300 } });
    await page.keyboard.press("-");
    // The zoom is at rest at 1 / 1.2.
    const look = () => page.locator(".react-flow__viewport").getAttribute("style");
    await expect.poll(look).toContain("scale(0.8333");
    const zoomed = await look();
    await page.reload();
    await page.getByTestId("canvas").waitFor();
    await expect.poll(() => titles(page)).toEqual(["first", "second"]);
    expect(await front(page)).toBe("first");
    await expect.poll(look).toBe(zoomed);
    expect(await tab(page, "second").getAttribute("title")).toContain("not saved");
    expect(await page.getByRole("dialog").count()).toBe(0);
    await tab(page, "second").click();
    await expect.poll(() => titleOf(page)).toBe("second");
    await page.keyboard.press("Control+s");
    await page.locator('[data-testid="saved"][data-state="saved"]').waitFor();

    // What was closed before a reload comes back after it, with what was not saved.
    await rename(page, "never saved");
    await page.keyboard.press("Alt+x");
    await page.getByTestId("guard-discard").click();
    await expect.poll(() => titles(page)).toEqual(["first"]);
    await page.reload();
    await page.getByTestId("canvas").waitFor();
    await page.getByTestId("file-menu").click();
    await page.getByTestId("menu-reopenTab").click();
    await expect.poll(() => titleOf(page)).toBe("never saved");
    expect(await tab(page, "never saved").getAttribute("title")).toContain("not saved");
    expect(errors).toEqual([]);
    await context.close();
  });

  it("in the background go on running, and say when their file has changed and asks for a decision", async () => {
    const { page, context, errors } = await opened("still", "works");
    await rename(page, "second");
    await page.getByTestId("run").click();
    await tab(page, "still").click();
    await page.locator('[data-testid="document-second"][data-sign="done"]').waitFor();

    await write("works");
    await writeFile(join(room.served.folder, "works.espalier"), writeDocument(named("theirs")));
    await page.locator('[data-testid="document-second"][data-sign="asks"]').waitFor();
    expect(await page.getByRole("dialog").count()).toBe(0);
    await tab(page, "second").click();
    await page.getByTestId("conflict-mine").click();
    await page.locator('[data-testid="saved"][data-state="saved"]').waitFor();
    await page.locator('[data-testid="document-second"][data-sign="plain"]').waitFor();

    await tab(page, "still").click();
    await writeFile(join(room.served.folder, "works.espalier"), writeDocument(named("followed")));
    const notice = page.getByTestId("notice").filter({ hasText: "changed on disk" });
    await notice.getByRole("button", { name: "Show" }).click();
    await expect.poll(() => titleOf(page)).toBe("followed");
    expect(errors).toEqual([]);
    await context.close();
  });

  it("take up, each its own, what a killed server left, while the offer stays for the rest", async () => {
    const first = await opened("lost", "found");
    await rename(first.page, "found again");
    await tab(first.page, "lost").click();
    await rename(first.page, "not lost");
    await expect.poll(() => room.served.journals()).toBe(2);
    await room.served.kill();
    await first.context.close();
    await room.served.again();
    const { page, context, errors } = await openEditor(room.browser, room.served.url);
    await page.getByTestId("recovery-lost.espalier").getByTestId("recovery-restore").click();
    await expect.poll(() => titleOf(page)).toBe("not lost");
    await page.getByTestId("recovery-found.espalier").getByTestId("recovery-restore").click();
    await expect.poll(() => titleOf(page)).toBe("found again");
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect((await titles(page)).slice(1)).toEqual(["not lost", "found again"]);
    expect(errors).toEqual([]);
    await context.close();
  });
});
