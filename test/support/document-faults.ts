/** Random kills of server and engine in the middle of edits and runs, each followed by a new start and a comparison. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Command } from "../../core/graph/commands.ts";
import { sampleDocument } from "../../core/graph/sample.ts";
import { writeDocument } from "../../core/graph/write.ts";
import { type Dice, dice } from "../../renderer/testing/dice.ts";
import { expectWholeFile } from "./random-commands.ts";
import { type ServedHost, serveHost, TestPage } from "./served-host.ts";

export type Tally = { edits: number; serverKills: number; engineKills: number; inProgressKept: number };

/** Kills `kills` times; after each, the document is what was acknowledged last, or that with the edit in progress. */
export async function killAndRecover(
  folder: string,
  data: string,
  kills: number,
  seed: number,
): Promise<Tally> {
  const roll = dice(seed);
  const tally = { edits: 0, serverKills: 0, engineKills: 0, inProgressKept: 0 };
  writeFileSync(join(folder, "a.espalier"), writeDocument(sampleDocument()));
  let server = await serveHost(folder, data);
  let page = new TestPage("first", await server.connect());
  page.show(await page.services.host.open({ path: "a.espalier" }));
  try {
    for (let kill = 0; kill < kills; kill++) {
      for (let edits = 1 + roll(6); edits > 0; edits--) {
        page.edit(randomEdit(roll, tally.edits++));
        await page.send();
      }
      if (roll(4) === 0) await page.services.host.save({ id: page.id });
      if (roll(3) === 0) void page.services.engine.run({ document: page.document }).catch(() => undefined);
      if (roll(3) === 0 && (await killEngine(server))) tally.engineKills++;
      page = await killServer(server, page, roll, tally, async (port) => {
        server = await serveHost(folder, data, { port });
        return server;
      });
    }
    return tally;
  } finally {
    page.services.close();
    await server.stop();
  }
}

function randomEdit(roll: Dice, count: number): Command {
  const kinds: Command[] = [
    { kind: "setParam", node: "ada", name: "rounds", value: count },
    { kind: "setDocument", title: `edit ${count}` },
    { kind: "move", positions: { stump: [count, roll(500)] } },
    {
      kind: "addNode",
      id: `n${count}`,
      node: { type: "learner.stump", version: 1, params: {} },
      at: [roll(900), roll(900)],
    },
  ];
  return kinds[roll(kinds.length)];
}

/** A dead engine costs its run; the document's next edit is answered as ever. */
async function killEngine(server: ServedHost): Promise<boolean> {
  const pid = server.enginePid();
  if (pid === undefined) return false;
  try {
    process.kill(pid, "SIGKILL");
    return true;
  } catch {
    return false;
  }
}

async function killServer(
  server: ServedHost,
  page: TestPage,
  roll: Dice,
  tally: Tally,
  restart: (port: string) => Promise<ServedHost>,
): Promise<TestPage> {
  const before = page.acknowledged;
  // One more edit is under way when the server dies, at a moment that nobody chose.
  page.edit(randomEdit(roll, tally.edits++));
  const inProgress = page.document;
  const sent = page.send().catch(() => undefined);
  await new Promise((done) => setTimeout(done, roll(4)));
  await server.kill();
  await sent;
  tally.serverKills++;
  const acknowledged = page.acknowledged;
  page.services.close();
  const again = await restart(server.port);
  const services = await again.connect();
  const staying = roll(2) === 0;
  const opened = staying
    ? await services.host
        .attach({ id: page.id, page: page.name })
        .catch(() => services.host.open({ path: "a.espalier" }))
    : await recoverAnew(services);
  expectWholeFile(opened.document);
  const kept = JSON.stringify(opened.document) === JSON.stringify(inProgress);
  if (kept && acknowledged === before) tally.inProgressKept++;
  const expected = kept ? inProgress : acknowledged;
  expect(withoutViewport(opened.document)).toEqual(withoutViewport(expected));
  const next = new TestPage(`page${tally.serverKills}`, services);
  next.show(opened);
  return next;
}

/** What a new page does: takes up what is offered, or opens the file when everything was saved. */
async function recoverAnew(services: TestPage["services"]) {
  const { entries } = await services.host.recoverable();
  if (entries.length === 0) return services.host.open({ path: "a.espalier" });
  expect(entries).toHaveLength(1);
  return services.host.recover({ id: entries[0].id });
}

function withoutViewport(document: TestPage["acknowledged"]): unknown {
  return document && { ...document, view: { ...document.view, viewport: undefined } };
}
