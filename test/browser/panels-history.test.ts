/** Travelling along history by slider and keyboard brings back what was computed at each point, without a run. */
import { describe, expect, it } from "vitest";
import { openEditor, waitForState } from "./editor.ts";
import { browserRoom } from "./room.ts";

describe("the history slider", () => {
  const room = browserRoom();

  it("goes many steps at once, and each point shows its own results", async () => {
    const { page, errors } = await openEditor(room.browser, room.served.url);
    await page.getByTestId("run").click();
    await waitForState(page, "scores", "done");
    await page.getByTestId("card-boost").click({ position: { x: 60, y: 12 } });
    const rounds = page.getByTestId("param-rounds");
    const start = await rounds.inputValue();
    await rounds.fill("3");
    await page.keyboard.press("Escape");
    await page.getByTestId("run").click();
    await waitForState(page, "scores", "done");
    await page.getByTestId("card-weak").click({ position: { x: 60, y: 12 } });
    await page.keyboard.press("m");
    await page.getByTestId("card-boost").click({ position: { x: 60, y: 12 } });

    await page.keyboard.press("h");
    const slider = page.getByTestId("history-slider");
    expect(await slider.getAttribute("max")).toBe("2");
    await page.keyboard.press("Home");
    await waitForState(page, "scores", "cached", "done");
    expect(await rounds.inputValue()).toBe(start);
    await page.keyboard.press("ArrowRight");
    await waitForState(page, "scores", "cached", "done");
    expect(await rounds.inputValue()).toBe("3");
    expect(await slider.getAttribute("aria-valuetext")).toContain("AdaBoost");
    await page.getByTestId("history-2").click();
    await waitForState(page, "weak", "muted");
    await page.getByTestId("history-0").click();
    await waitForState(page, "scores", "cached", "done");
    expect(await page.getByTestId("redo").isEnabled()).toBe(true);
    expect(errors).toEqual([]);
  });
});
