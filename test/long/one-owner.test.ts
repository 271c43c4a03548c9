/**
 * Documents with one owner, as their user meets it: two pages on one file, a file that another program writes, a server
 * that is killed under the page, and one that is killed with unsaved work.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { sampleDocument } from "../../core/graph/sample.ts";
import { writeDocument } from "../../core/graph/write.ts";
import { openEditor } from "../browser/editor.ts";
import { browserRoom } from "../browser/room.ts";

const text = (rounds: number, seed = 7) => {
  const document = sampleDocument();
  const ada = { ...document.nodes.ada, params: { ...document.nodes.ada.params, rounds } };
  return writeDocument({ ...document, seed, nodes: { ...document.nodes, ada } });
};

async function setTitle(page: Page, title: string): Promise<void> {
  await page.getByTestId("title").fill(title);
  await page.getByTestId("title").press("Enter");
}
const titleOf = (page: Page) => page.getByTestId("title").inputValue();
const savedState = (page: Page, state: string) =>
  page.locator(`[data-testid="saved"][data-state="${state}"]`).waitFor();

const notesOf = (page: Page) => page.locator(".react-flow__node-note").count();

describe("documents with one owner", { retry: 1 }, () => {
  const room = browserRoom();

  const file = (name: string) => join(room.served.folder, name);
  const open = (name: string) => openEditor(room.browser, `${room.served.url}&file=${name}`);

  it("two pages on one file see each other's edits, and undo each only their own", async () => {
    await writeFile(file("two.espalier"), text(50));
    const one = await open("two.espalier");
    const two = await open("two.espalier");
    await setTitle(one.page, "From one");
    await expect.poll(() => titleOf(two.page)).toBe("From one");
    await savedState(two.page, "unsaved");
    // The other adds a note; the first undoes its title; the note stays in both.
    const before = await notesOf(two.page);
    await two.page.getByTestId("canvas").click({ position: { x: 5, y: 5 } });
    await two.page.keyboard.press("n");
    await expect.poll(() => notesOf(one.page)).toBe(1 + before);
    await one.page.getByTestId("undo").click();
    await expect.poll(() => titleOf(two.page)).toBe(sampleDocument().title);
    expect(await notesOf(two.page)).toBe(1 + before);
    await one.page.keyboard.press("Control+s");
    await savedState(two.page, "saved");
    expect([...one.errors, ...two.errors]).toEqual([]);
    await one.context.close();
    await two.context.close();
  });

  it("a reload keeps unsaved work without a question", async () => {
    await writeFile(file("reload.espalier"), text(50));
    const { page, context } = await open("reload.espalier");
    await setTitle(page, "Not saved");
    await page.reload();
    await page.getByTestId("canvas").waitFor();
    await expect.poll(() => titleOf(page)).toBe("Not saved");
    await savedState(page, "unsaved");
    expect(await page.getByRole("dialog").count()).toBe(0);
    await page.keyboard.press("Control+s");
    await savedState(page, "saved");
    await context.close();
  });

  it("a file that another program writes is followed, joined, or decided on", async () => {
    await writeFile(file("disk.espalier"), text(50));
    const { page, context } = await open("disk.espalier");
    await page.getByTestId("card-ada").waitFor();
    await writeFile(file("disk.espalier"), text(60));
    await page.getByTestId("notice").filter({ hasText: "changed on disk" }).waitFor();
    await savedState(page, "saved");
    await setTitle(page, "Mine");
    await writeFile(file("disk.espalier"), text(70));
    await page.getByTestId("notice").filter({ hasText: "both sides" }).waitFor();
    expect(await titleOf(page)).toBe("Mine");
    await writeFile(file("disk.espalier"), text(70).replace(sampleDocument().title, "Theirs"));
    await page.getByTestId("differences").getByText("Theirs").waitFor();
    await page.getByTestId("conflict-mine").click();
    await savedState(page, "saved");
    expect(JSON.parse(await readFile(file("disk.espalier"), "utf8")).title).toBe("Mine");

    await setTitle(page, "Mine again");
    await writeFile(file("disk.espalier"), text(70).replace(sampleDocument().title, "Theirs again"));
    await page.getByTestId("conflict-theirs").click();
    await expect.poll(() => titleOf(page)).toBe("Theirs again");
    await savedState(page, "saved");
    await context.close();
  });

  it("a killed server loses nothing: the page edits on, and finds the next server by itself", async () => {
    await writeFile(file("killed.espalier"), text(50));
    const { page, context } = await open("killed.espalier");
    await setTitle(page, "Before the kill");
    await savedState(page, "unsaved");
    await room.served.kill();
    await page.getByTestId("banner-lost").waitFor();
    await setTitle(page, "Without a server");
    await room.served.again();
    await page.getByTestId("banner-lost").waitFor({ state: "detached", timeout: 20_000 });
    await page.keyboard.press("Control+s");
    await savedState(page, "saved");
    expect(JSON.parse(await readFile(file("killed.espalier"), "utf8")).title).toBe("Without a server");
    await context.close();
  });

  it("a killed server and a closed page: the next start offers the work", async () => {
    await writeFile(file("offered.espalier"), text(50));
    const first = await open("offered.espalier");
    await setTitle(first.page, "Worth keeping");
    await expect.poll(() => room.served.journals()).toBeGreaterThan(0);
    await room.served.kill();
    await first.context.close();
    await room.served.again();
    const { page, context, errors } = await openEditor(room.browser, room.served.url);
    const entry = page.getByTestId("recovery-offered.espalier");
    await entry.getByTestId("recovery-show").click();
    await entry.getByTestId("differences").getByText("Worth keeping").waitFor();
    await entry.getByTestId("recovery-restore").click();
    await expect.poll(() => titleOf(page)).toBe("Worth keeping");
    await savedState(page, "unsaved");
    await page.keyboard.press("Control+s");
    await savedState(page, "saved");
    await page.reload();
    await page.getByTestId("canvas").waitFor();
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  });
});
