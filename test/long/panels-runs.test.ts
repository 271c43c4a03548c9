/** Runs in sight: progress in the bar, the timeline, one branch cancelled, and only what is stale run again. */
import { describe, expect, it } from "vitest";
import { openEditor, waitForState } from "../browser/editor.ts";
import { browserRoom } from "../browser/room.ts";

describe("runs", { retry: 1 }, () => {
  const room = browserRoom();

  it("show progress and a timeline, let one branch be cancelled, and run again only what is stale", async () => {
    const { page, errors } = await openEditor(room.browser, room.served.url);
    await page.getByTestId("dock-tab-runs").click();
    await page.getByTestId("card-boost").click({ position: { x: 60, y: 12 } });
    await page.getByTestId("param-rounds").fill("10000");
    // A second try must not find what the first one computed.
    await page.getByTestId("param-learningRate").fill(String(0.5 + Math.random() / 2));
    await page.keyboard.press("Escape");
    await page.getByTestId("run").click();
    await waitForState(page, "fitted", "running");
    expect(await page.getByTestId("run-progress").textContent()).toMatch(/\d \/ 8/);
    await page.getByTestId("cancel-fitted").click();
    await page.locator('[data-testid="timeline-scores"][data-state="cancelled"]').waitFor();
    await page.getByTestId("run-progress").waitFor({ state: "detached" });
    expect(await page.getByTestId("timeline-cancer").getAttribute("data-state")).toMatch(/done|cached/);
    expect(await page.getByTestId("timeline-fitted").getAttribute("data-state")).toBe("cancelled");

    await page.getByTestId("param-rounds").fill("4");
    await page.keyboard.press("Escape");
    await page.getByTestId("run").click();
    await waitForState(page, "scores", "done");
    expect(await page.getByTestId("timeline-fitted").textContent()).toMatch(/thread \d/);
    expect(await page.getByTestId("timeline-cancer").getAttribute("data-state")).toBe("cached");

    // Nothing is stale: R does nothing. After a change it runs what had a result.
    await page.getByTestId("card-boost").click({ position: { x: 60, y: 12 } });
    await page.keyboard.press("r");
    await page.getByTestId("param-rounds").fill("5");
    await page.keyboard.press("Escape");
    await waitForState(page, "scores", "stale");
    await page.keyboard.press("r");
    await waitForState(page, "scores", "done");
    expect(errors).toEqual([]);
  });
});
