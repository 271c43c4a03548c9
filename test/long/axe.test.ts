/** axe over every panel, tab and dialog, in both themes: nothing serious, nothing critical. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openEditor, waitForState } from "../browser/editor.ts";
import { nextFrame } from "../browser/graphs.ts";
import { browserRoom } from "../browser/room.ts";

const head = { position: { x: 60, y: 12 } };
/** What is set, how, and the part of the page that it is about; the whole page is looked at once. */
type Scene = [name: string, area: string, set: (page: Page) => Promise<unknown>];

const by = (page: Page, id: string) => page.getByTestId(id);
const keys = (pressed: string) => async (page: Page) => {
  await by(page, "canvas").click({ position: { x: 500, y: 30 } });
  await page.keyboard.press(pressed);
  await nextFrame(page);
};
const choose = (node: string) => (page: Page) => by(page, `card-${node}`).click(head);

/** One after the other on the same page; Escape closes what a scene has opened. */
const scenes: Scene[] = [
  ["the editor after a run", "body", async () => undefined],
  ...["cancer", "parts", "weak", "boost", "fitted", "matrix"].map(
    (node): Scene => [`results of ${node}`, ".dock", choose(node)],
  ),
  ...["script", "problems", "runs"].map(
    (tab): Scene => [`dock: ${tab}`, ".dock", (page) => by(page, `dock-tab-${tab}`).click()],
  ),
  ...["outline", "examples", "files", "nodes"].map(
    (tab): Scene => [`left: ${tab}`, ".left", (page) => by(page, `left-tab-${tab}`).click()],
  ),
  [
    "several nodes",
    ".inspector",
    async (page) => {
      await choose("weak")(page);
      await by(page, "card-boost").click({ ...head, modifiers: ["Shift"] });
    },
  ],
  [
    "a wire",
    ".inspector",
    (page) => page.locator(".react-flow__edge-interaction").first().click({ force: true }),
  ],
  ["keys", "[role=dialog]", keys("Shift+?")],
  ["commands", "[role=dialog]", keys("Control+k")],
  [
    "backends",
    "[role=dialog]",
    async (page) => {
      await by(page, "engine").click();
      await by(page, "backend-cpu").waitFor({ timeout: 60_000 });
    },
  ],
  ["search", "[role=dialog]", keys("Tab")],
  ["open", "[role=dialog]", keys("Control+o")],
  ["save", "[role=dialog]", keys("Control+s")],
  ["history", ".popover", keys("h")],
  ["run menu", ".menu", (page) => page.locator(".run-more").click()],
  ["file menu", ".menu", (page) => by(page, "file-menu").click()],
  [
    "reference",
    "[role=dialog]",
    async (page) => {
      await choose("boost")(page);
      await by(page, "open-reference").click();
      await by(page, "reference").waitFor();
    },
  ],
  [
    "wires",
    "[role=dialog]",
    async (page) => {
      await by(page, "left-tab-outline").click();
      await by(page, "outline").focus();
      await page.keyboard.press("c");
    },
  ],
  [
    "inside a group",
    ".canvas",
    async (page) => {
      await choose("boost")(page);
      await page.keyboard.press("Control+g");
      await by(page, "card-group").waitFor();
      await page.keyboard.press("Alt+ArrowDown");
      await page.locator('[data-testid="card-group/boost"]').waitFor();
    },
  ],
];

describe("axe", () => {
  const room = browserRoom();

  it.each(["light", "dark"] as const)(
    "finds nothing serious in any panel or dialog, %s",
    async (theme) => {
      const { page } = await openEditor(room.browser, room.served.url, { theme });
      // Nothing fades in, so nothing is looked at half faded in.
      await page.emulateMedia({ reducedMotion: "reduce" });
      await by(page, "run").click();
      await waitForState(page, "scores", "done", "cached");
      const found: string[] = [];
      for (const [name, area, set] of scenes) {
        await set(page);
        await nextFrame(page);
        const axe = new AxeBuilder({ page }).include(area);
        // Of all rules only those of contrast can tell one theme from the other.
        const { violations } = await (theme === "dark" ? axe.withRules(["color-contrast"]) : axe).analyze();
        for (const { id, impact, nodes } of violations)
          if (impact === "serious" || impact === "critical")
            found.push(`${name}: ${id} · ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
        await page.keyboard.press("Escape");
        await nextFrame(page);
      }
      expect(found).toEqual([]);
    },
    300_000,
  );
});
