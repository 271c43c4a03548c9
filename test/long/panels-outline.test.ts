/** The list of the graph by keyboard alone: found, moved through, selected, disconnected and connected, removed. */
import { AxeBuilder } from "@axe-core/playwright";
import { describe, expect, it } from "vitest";
import { openEditor, waitForState } from "../browser/editor.ts";
import { browserRoom } from "../browser/room.ts";

describe("the list of the graph", { retry: 1 }, () => {
  const room = browserRoom();

  it("selects on the canvas and follows it, connects and removes by keyboard, and passes axe", async () => {
    const { page, errors } = await openEditor(room.browser, room.served.url);
    await page.keyboard.press("l");
    const tree = page.getByTestId("outline");
    const active = () => tree.locator('[data-active="true"]').getAttribute("data-testid");
    await tree.waitFor();
    expect(await page.evaluate("document.activeElement?.dataset.testid")).toBe("outline");

    await page.keyboard.press("End");
    const last = await active();
    await page.keyboard.press("Home");
    expect(await active()).not.toBe(last);
    await page.keyboard.press("Enter");
    const first = (await active())?.replace("outline-", "") ?? "";
    await page.getByTestId(`inspector-${first}`).waitFor();
    expect(await tree.locator('[aria-selected="true"]').count()).toBe(1);

    // The canvas leads, the list follows.
    await page.getByTestId("card-weak").click({ position: { x: 60, y: 12 } });
    await page.locator('[data-testid="outline-weak"][aria-selected="true"][data-active="true"]').waitFor();

    // Take a wire away and put it back.
    await tree.focus();
    await page.keyboard.press("c");
    await page.getByTestId("wires-input").fill("stump adaboost");
    await page.keyboard.press("Enter");
    await waitForState(page, "boost", "unready");
    await page.getByTestId("wire-possible-weak.learner-boost.learner").waitFor();
    await page.keyboard.press("Enter");
    await waitForState(page, "boost", "new");
    await page.keyboard.press("Escape");

    await tree.focus();
    await page.keyboard.press("Delete");
    await page.getByTestId("card-weak").waitFor({ state: "detached" });
    expect(await page.evaluate("document.activeElement?.dataset.testid")).toBe("outline");
    await page.keyboard.press("Control+z");
    await page.getByTestId("card-weak").waitFor();

    // In a group, a line opens the group and selects the node in it.
    await page.getByTestId("card-weak").click({ position: { x: 60, y: 12 } });
    await page.keyboard.press("Control+g");
    await page.getByTestId("outline-group/weak").click();
    await page.getByTestId("inspector-group/weak").waitFor();

    const { violations } = await new AxeBuilder({ page }).include(".left").analyze();
    expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
    expect(errors).toEqual([]);
  });
});
