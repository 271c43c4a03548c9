/** The way between the start page and the canvas: choices, refusals, keys, and nothing that axe calls serious. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { describe, expect, it } from "vitest";
import { openEditor } from "../browser/editor.ts";
import { freshRoom } from "../browser/room.ts";
import { by, finished, hand } from "../browser/start-steps.ts";
import { awkwardFile } from "../support/awkward-files.ts";

const room = freshRoom();

/** Puts a file into the folder. */
const put = (name: string, text: string) => writeFile(join(room.served.folder, name), text);

describe("the way from the start page", () => {
  it("lets the target be another, as a number or as classes, and a column be kept", async () => {
    await put("customers.csv", awkwardFile("customers.csv").text());
    const { page, errors, context } = await openEditor(room.browser, room.served.url, { start: true });
    const person = hand(page);
    await person.click("start-from-data");
    await person.click("data-customers.csv");
    await by(page, "target").waitFor();
    await person.choose("target", "calls");
    await expect.poll(() => by(page, "target-reason").textContent()).toBe("You chose it.");
    await person.choose("task", "regression");
    await expect.poll(() => by(page, "task").inputValue()).toBe("regression");
    await by(page, "column-country").locator("input").uncheck();
    await person.click("build-from-data");
    await finished(page);
    await expect.poll(() => by(page, "result-compared-figure").textContent()).toContain("B linear");
    await by(page, "card-chosen").click({ position: { x: 60, y: 12 } });
    const left = await page.locator(".inspector").textContent();
    expect(left).toContain("customer_id");
    await page.keyboard.press("Control+z");
    await by(page, "card-data").waitFor({ state: "detached" });
    expect(errors).toEqual([]);
    await context.close();
  });

  it("opens experiments that are dropped on it, each in a tab, and a figure's graph, and takes the table among several files", async () => {
    const text = (name: string) =>
      readFile(new URL(`../../examples/${name}.espalier`, import.meta.url), "utf8");
    const leakage = await text("leakage");
    const { page, errors, context } = await openEditor(room.browser, room.served.url, { start: true });
    const person = hand(page);
    await person.dropAll([
      { name: "Mine.ESPALIER", text: await text("adaboost-breast-cancer") },
      { name: "theirs.espalier", text: leakage },
      { name: "broken.espalier", text: "{" },
    ]);
    await by(page, "card-fitted").waitFor();
    await expect.poll(() => page.locator(".document-tab").count()).toBe(2);
    await page.getByText("“broken.espalier” cannot be opened.").waitFor();
    // A figure says by itself what made it: `test/long/figures.test.ts` has real ones.
    await page.keyboard.press("Alt+Shift+Home");
    await by(page, "start-page").waitFor();
    const passport = JSON.stringify({ document: leakage, scores: {}, shows: "" });
    const inXml = passport.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    const figure = `<svg xmlns="http://www.w3.org/2000/svg"><metadata id="espalier-graph">${inXml}</metadata></svg>`;
    await person.dropAll([{ name: "figure.svg", text: figure, type: "image/svg+xml" }]);
    await expect.poll(() => page.locator(".document-tab").count()).toBe(3);

    await page.keyboard.press("Alt+Shift+Home");
    await person.dropAll(
      ["first.csv", "second.csv"].map((name) => ({
        name,
        text: awkwardFile("leaking.csv").text(),
        type: "text/csv",
      })),
    );
    // Said at once, and for a moment only.
    await page.getByText("this is “first.csv”").waitFor();
    await by(page, "target").waitFor();
    expect(await page.locator("[role=dialog]").innerText()).toContain("first.csv");
    expect(errors).toEqual([]);
    await context.close();
  });

  it("refuses what is no table in words, and offers another file", async () => {
    await put("leaking.csv", awkwardFile("leaking.csv").text());
    await put("empty.csv", "");
    const { page, context } = await openEditor(room.browser, room.served.url, { start: true });
    const person = hand(page);
    await person.drop("report.pdf", "%PDF-1.7", "application/pdf");
    const alert = page.locator("[role=dialog] [role=alert]");
    expect(await alert.textContent()).toContain("“report.pdf” is no data file");
    await alert.getByRole("button").click();
    await by(page, "data-leaking.csv").waitFor();
    await page.keyboard.press("Escape");
    await person.click("start-from-data");
    await person.click("data-empty.csv");
    await expect.poll(() => alert.textContent()).toContain("“empty.csv” is empty");
    await context.close();
  });
});

describe("the start page", () => {
  it("gives way to a blank canvas, comes back by menu and by key, and waits where something is open", async () => {
    const { page, errors, context } = await openEditor(room.browser, room.served.url, { start: true });
    await by(page, "blank-canvas").click();
    await by(page, "canvas").waitFor();
    expect(await by(page, "start-page").count()).toBe(0);
    await by(page, "file-menu").click();
    await by(page, "menu-start").click();
    await by(page, "topic-leakage").click();
    await by(page, "card-fitted").waitFor();
    await page.keyboard.press("Alt+Shift+Home");
    await by(page, "start-page").waitFor();
    // What is behind it is safe from keys that mean the canvas.
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await page.keyboard.press("Escape");
    await by(page, "card-fitted").waitFor();
    expect(await by(page, "undo").isDisabled()).toBe(true);
    expect(errors).toEqual([]);
    await context.close();
  });

  it("shows what was saved among the recent files, and not in front of a document that the address names", async () => {
    const { page, context } = await openEditor(room.browser, `${room.served.url}&example=leakage`);
    expect(await by(page, "start-page").count()).toBe(0);
    await page.keyboard.press("Control+s");
    await page.locator("[role=dialog] input").first().fill("kept");
    await page.keyboard.press("Enter");
    await expect.poll(() => by(page, "saved").getAttribute("data-state")).toBe("saved");
    await page.keyboard.press("Alt+Shift+Home");
    const recent = by(page, "start-recent-kept.espalier");
    expect(await recent.textContent()).toMatch(/^kept\s*today$/);
    await recent.click();
    await by(page, "canvas").waitFor();
    await context.close();
  });

  it("is walked by Tab, from its button over the recent files to the cards", async () => {
    const { page, context } = await openEditor(room.browser, room.served.url, { start: true });
    await by(page, "topic-adaboost").waitFor();
    await by(page, "blank-canvas").focus();
    const seen: string[] = [];
    for (let step = 0; step < 8; step++) {
      await page.keyboard.press("Tab");
      seen.push(await page.evaluate<string>(`document.activeElement?.getAttribute("data-testid") ?? ""`));
    }
    expect(seen[0]).toBe("start-from-data");
    expect(seen).toContain("topic-adaboost");
    await by(page, "topic-leakage").focus();
    await page.keyboard.press("Enter");
    await by(page, "card-fitted").waitFor();
    await context.close();
  });

  it.each(["light", "dark"] as const)(
    "and its dialog have nothing that axe calls serious, %s",
    async (theme) => {
      const { page, context } = await openEditor(room.browser, room.served.url, { start: true, theme });
      await by(page, "topic-adaboost").waitFor();
      await put("leaking.csv", awkwardFile("leaking.csv").text());
      const serious = async (area: string) => {
        const { violations } = await new AxeBuilder({ page }).include(area).analyze();
        return violations
          .filter(({ impact }) => impact === "serious" || impact === "critical")
          .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
      };
      expect(await serious("body")).toEqual([]);
      await by(page, "start-from-data").click();
      await by(page, "data-leaking.csv").click();
      await by(page, "column-therapy_code").waitFor();
      expect(await serious("[role=dialog]")).toEqual([]);
      await context.close();
    },
  );

  it("has fewer cards in a row where there is less room, and nothing beside the window", async () => {
    const { page, context } = await openEditor(room.browser, room.served.url, { start: true });
    await by(page, "topic-adaboost").waitFor();
    for (const [width, columns] of [
      [1440, 4],
      [1024, 3],
      [900, 2],
    ]) {
      await page.setViewportSize({ width, height: 768 });
      const tops = async () => {
        const boxes = (await page.locator(".start-card").all()).map((card) => card.boundingBox());
        return (await Promise.all(boxes)).map((box) => box?.y);
      };
      await expect
        .poll(async () => (await tops()).filter((top, _, all) => top === all[0]).length)
        .toBe(columns);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    }
    await context.close();
  });
});
