/** Keys given to actions by pressing them, and the command palette's reach. */
import { describe, expect, it } from "vitest";
import { openEditor } from "../browser/editor.ts";
import { browserRoom } from "../browser/room.ts";

describe("actions", { retry: 1 }, () => {
  const room = browserRoom();

  it("take other keys by pressing them, say conflicts, keep them over a reload, and go back", async () => {
    const { page, errors } = await openEditor(room.browser, room.served.url);
    await page.keyboard.press("Shift+?");
    await page.getByTestId("keys-add-mute").click();
    await page.keyboard.press("F4");
    await page.getByTestId("keys-mute").getByText("F4").waitFor();

    // Moving by keys is an action like any other; its arrows stay beside the new key.
    await page.getByTestId("keys-add-nudgeRight").click();
    await page.keyboard.press("F6");
    await page.getByTestId("keys-nudgeRight").getByText("F6").waitFor();

    // B is bypass's: nothing happens before it is decided.
    await page.getByTestId("keys-add-mute").click();
    await page.keyboard.press("b");
    expect(await page.getByTestId("keys-question").textContent()).toContain("Bypass");
    await page.getByTestId("keys-take").click();
    expect(await page.getByTestId("keys-bypass").locator(".kbd").count()).toBe(0);

    // Escape leaves the capture, not the dialog.
    await page.getByTestId("keys-add-mute").click();
    await page.keyboard.press("Escape");
    await page.getByTestId("keys-filter").waitFor();
    await page.keyboard.press("Escape");

    await page.reload();
    await page.getByTestId("card-weak").click({ position: { x: 60, y: 12 } });
    await page.keyboard.press("b");
    await page.locator('[data-testid="state-weak"][data-state="muted"]').waitFor();
    await page.keyboard.press("F4");
    await page.locator('[data-testid="state-weak"]:not([data-state="muted"])').waitFor();

    const left = async () => (await page.getByTestId("card-weak").boundingBox())?.x ?? Number.NaN;
    const start = await left();
    await page.keyboard.press("F6");
    await expect.poll(left).toBeGreaterThan(start + 2);
    await page.keyboard.press("ArrowLeft");
    await expect.poll(async () => Math.abs((await left()) - start)).toBeLessThan(0.5);
    // Beside the canvas arrows belong to what has the focus.
    await page.getByTestId("undo").focus();
    await page.keyboard.press("ArrowRight");
    expect(Math.abs((await left()) - start)).toBeLessThan(0.5);

    await page.keyboard.press("Shift+?");
    await page.getByTestId("keys-reset-bypass").click();
    expect(await page.getByTestId("keys-bypass").locator(".kbd").allTextContents()).toEqual(["B"]);
    await page.getByTestId("keys-reset-all").click();
    expect(await page.getByTestId("keys-mute").locator(".kbd").allTextContents()).toEqual(["M"]);
    expect(errors).toEqual([]);
  });

  it("are found in the palette with nodes, node types and examples", async () => {
    const { page } = await openEditor(room.browser, room.served.url);
    const first = page.locator(".commands-item").first();
    await page.keyboard.press("Control+k");
    await page.getByTestId("commands-input").fill("xor");
    await page.getByTestId("command-example-perceptron-xor").waitFor();
    await page.getByTestId("commands-input").fill("fit everything");
    await page.getByTestId("command-action-fit").waitFor();
    expect(await first.textContent()).toContain("Z");
    await page.getByTestId("commands-input").fill("weak");
    await page.getByTestId("command-node-weak").click();
    await page.getByTestId("inspector-weak").waitFor();
  });
});
