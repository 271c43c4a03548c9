/**
 * The first minute: from the start page with a file that nobody has prepared to a compared, cross-validated result, every
 * click and drop counted. Awkward files and all else about the page: `test/long/start-files.test.ts`, `start-page.test.ts`.
 */
import { describe, expect, it } from "vitest";
import { openEditor } from "../browser/editor.ts";
import { freshRoom } from "../browser/room.ts";
import { by, finished, hand, mostInteractions } from "../browser/start-steps.ts";
import { awkwardFile } from "../support/awkward-files.ts";

const room = freshRoom();

describe("a newcomer", { retry: 1 }, () => {
  it.each([
    ["en-US", /Guessed, because a column called “churned”/, /An honest baseline for people\.csv/],
    ["zh-CN", /推测依据：名为“churned”的列/, /people\.csv 的诚实基线/],
  ])("gets from an unknown file to a compared result in few steps (%s)", async (locale, reason, note) => {
    const { page, errors, context } = await openEditor(room.browser, room.served.url, {
      locale,
      start: true,
    });
    const person = hand(page);
    await person.drop("people.csv", awkwardFile("customers.csv").text());
    await expect.poll(() => by(page, "target").inputValue(), { timeout: 20_000 }).toBe("churned");
    expect(await by(page, "target-reason").textContent()).toMatch(reason);
    await person.click("build-from-data");
    await finished(page);
    expect(person.count()).toBeLessThanOrEqual(mostInteractions);
    // Read, not clicked: the ends of the graph are in sight as soon as they are there.
    for (const learner of ["A constant", "B logistic", "C tree"])
      await expect.poll(() => by(page, "result-compared-figure").textContent()).toContain(learner);
    const headline = Number((await by(page, "headline").textContent())?.match(/0\.\d+/)?.[0]);
    expect(headline).toBeGreaterThan(0.75);
    expect(await by(page, "note-about").textContent()).toMatch(note);
    expect(await by(page, "title").inputValue()).toBe("people");
    expect(errors).toEqual([]);
    await context.close();
  });
});
