/** Documents under faults that take long or need the machine's help: fifty kills, a folder that is locked, a full disk. */
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sampleDocument } from "../../core/graph/sample.ts";
import { writeDocument } from "../../core/graph/write.ts";
import { killAndRecover } from "../support/document-faults.ts";
import { diagnosticFrom } from "../support/follow.ts";
import { serveHost, TestPage } from "../support/served-host.ts";
import { tempFolder } from "../support/temp.ts";

const superuser = process.getuid?.() === 0;
const nobody = 65_534;
const journalEvents = (page: TestPage) => page.events.filter((event) => event.kind === "journal");

async function openPage(server: Awaited<ReturnType<typeof serveHost>>): Promise<TestPage> {
  const page = new TestPage("page", await server.connect());
  page.show(await page.services.host.open({ path: "a.espalier" }));
  return page;
}

describe("documents", () => {
  it("survive fifty kills of their server and its engine", async () => {
    const tally = await killAndRecover(tempFolder(), tempFolder(), 50, 7);
    console.log(JSON.stringify(tally));
    expect(tally.serverKills).toBe(50);
    // The dice decide; none at all would mean that the engine was never found.
    if (process.platform === "linux") expect(tally.engineKills).toBeGreaterThan(5);
  });

  it("in a folder that turns read-only are kept, and saved when it is writable again", async () => {
    const [folder, data] = [tempFolder(), tempFolder()];
    writeFileSync(join(folder, "a.espalier"), writeDocument(sampleDocument()));
    // The superuser may write everywhere: the server runs as nobody then.
    if (superuser)
      for (const path of [folder, data, join(folder, "a.espalier")]) chownSync(path, nobody, nobody);
    const server = await serveHost(folder, data, superuser ? { user: nobody } : {});
    const page = await openPage(server);
    try {
      chmodSync(folder, 0o555);
      page.edit({ kind: "setDocument", title: "locked" });
      await page.send();
      const said = await diagnosticFrom(page.services.host.save({ id: page.id }));
      expect(said).toMatchObject({ code: "file.no-permission" });
      page.edit({ kind: "setDocument", title: "still editing" });
      await page.send();
      expect(journalEvents(page)).toEqual([]);
      chmodSync(folder, 0o755);
      expect(await page.services.host.save({ id: page.id })).toEqual({ path: "a.espalier" });
    } finally {
      chmodSync(folder, 0o755);
      page.services.close();
      await server.stop();
    }
  });

  it("on a full disk go on in memory, the user is told, and the journal is whole again when there is room", async (context) => {
    const [folder, data] = [tempFolder(), join(tempFolder(), "small")];
    mkdirSync(data);
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=128k", "tmpfs", data]).status === 0;
    // The same with a disk of our own making stands in core/service/host/documents.test.ts.
    if (!mounted) return context.skip("a small file system cannot be mounted here");
    writeFileSync(join(folder, "a.espalier"), writeDocument(sampleDocument()));
    const server = await serveHost(folder, data);
    const page = await openPage(server);
    try {
      page.edit({ kind: "setDocument", title: "room" });
      await page.send();
      expect(spawnSync("sh", ["-c", `cat /dev/zero > '${data}/filler'`]).status).not.toBe(0);
      for (let n = 0; n < 200; n++) {
        page.edit({ kind: "setDocument", title: `full ${n} ${"x".repeat(200)}` });
        await page.send();
      }
      // A journal that is begun anew is shorter, and may fit for a while: the word may come and go.
      await expect
        .poll(() => journalEvents(page)[0])
        .toMatchObject({ problem: { code: "journal.not-written", values: { reason: "file.disk-full" } } });
      rmSync(join(data, "filler"));
      page.edit({ kind: "setDocument", title: "room again" });
      await page.send();
      await expect.poll(() => journalEvents(page).at(-1)).not.toHaveProperty("problem");
      await server.kill();
      page.services.close();
      const again = await serveHost(folder, data);
      const services = await again.connect();
      const [entry] = (await services.host.recoverable()).entries;
      expect((await services.host.recover({ id: entry.id })).document.title).toBe("room again");
      services.close();
      await again.stop();
    } finally {
      await server.stop();
      spawnSync("umount", [data]);
    }
  });
});
