/** A few kills, and two servers on one file: the short version of what `test/long/faults-documents.test.ts` does at length. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseDocument } from "../core/graph/parse.ts";
import { sampleDocument } from "../core/graph/sample.ts";
import { writeDocument } from "../core/graph/write.ts";
import { killAndRecover } from "./support/document-faults.ts";
import { serveHost, TestPage } from "./support/served-host.ts";
import { tempFolder } from "./support/temp.ts";

describe("documents", () => {
  it("survive kills of their server and its engine", async () => {
    const tally = await killAndRecover(tempFolder(), tempFolder(), 4, 20261123);
    expect(tally.serverKills).toBe(4);
  });

  it("of two servers on one file follow each other over the disk", async () => {
    const [folder, data] = [tempFolder(), tempFolder()];
    const file = join(folder, "a.espalier");
    writeFileSync(file, writeDocument(sampleDocument()));
    const servers = [await serveHost(folder, data), await serveHost(folder, data)];
    const pages: TestPage[] = [];
    try {
      for (const [index, server] of servers.entries()) {
        const page = new TestPage(`page${index}`, await server.connect());
        page.show(await page.services.host.open({ path: "a.espalier" }));
        pages.push(page);
      }
      const [one, two] = pages;
      for (let round = 1; round <= 3; round++) {
        // Both have unsaved edits when the other saves.
        one.edit({ kind: "setParam", node: "ada", name: "rounds", value: 100 + round });
        two.edit({ kind: "setParam", node: "split", name: "test", value: round / 10 });
        await Promise.all([one.send(), two.send()]);
        await one.services.host.save({ id: one.id });
        await expect.poll(() => two.document.nodes.ada.params.rounds, { timeout: 8000 }).toBe(100 + round);
        await two.services.host.save({ id: two.id });
        await expect.poll(() => one.document.nodes.split.params.test, { timeout: 8000 }).toBe(round / 10);
      }
      const { document } = parseDocument(readFileSync(file, "utf8"));
      expect(document?.nodes).toMatchObject({
        ada: { params: { rounds: 103 } },
        split: { params: { test: 0.3 } },
      });
    } finally {
      for (const page of pages) page.services.close();
      await Promise.all(servers.map((server) => server.stop()));
    }
  });
});
