/**
 * The supervisor of the engine's process: what is under way when it dies fails with a word, it comes back with growing
 * pauses, one that hangs is noticed by its silence, and a document at the host never notices any of it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { engineProgram } from "../cli/engine.ts";
import { parseDocument } from "../core/graph/parse.ts";
import { type ChildEngine, startChildEngine } from "../core/service/client/child-engine.ts";
import type { RunEvent } from "../core/service/engine-service.ts";
import { folderHost } from "../core/service/host/folder-host.ts";
import { diagnosticFrom } from "./support/follow.ts";
import { graph, withParam } from "./support/graphs.ts";
import { root } from "./support/imports.ts";
import { tempFolder } from "./support/temp.ts";

const folder = tempFolder({ "examples/index.json": "[]" });
const example = readFileSync(join(root, "examples", "adaboost.espalier"), "utf8");
const adaboost = parseDocument(example).document ?? graph({});
const started: ChildEngine[] = [];
afterEach(() => Promise.all(started.splice(0).map((child) => child.dispose())));

function start(options: Partial<Parameters<typeof startChildEngine>[0]> = {}): ChildEngine {
  const args = [JSON.stringify({ granted: [folder] })];
  const child = startChildEngine({ program: engineProgram, args, firstPauseMs: 20, ...options });
  started.push(child);
  return child;
}

const answers = (child: ChildEngine) =>
  expect
    .poll(
      () =>
        child.engine.info().then(
          () => true,
          () => false,
        ),
      { timeout: 20_000 },
    )
    .toBe(true);

describe("an engine that dies", () => {
  it("fails the calls in flight, and comes back; an open document goes on meanwhile", async () => {
    const child = start();
    await answers(child);
    const host = await folderHost({
      folder: join(folder, "granted"),
      data: join(folder, "data"),
      examples: join(folder, "examples"),
      version: "1",
    });
    const { id } = await host.create({ document: graph({}) });
    // Stopped, it answers nothing: the calls are in flight for certain.
    process.kill(child.pid() ?? 0, "SIGSTOP");
    const calls = [diagnosticFrom(child.engine.info()), diagnosticFrom(child.engine.describe())];
    process.kill(child.pid() ?? 0, "SIGKILL");
    for (const said of await Promise.all(calls)) expect(said.code).toBe("service.connection-lost");
    const diff = { added: {}, removed: {}, changed: { seed: [1, 2] as const } };
    const before = (await host.attach({ id, page: "p" })).document.seed;
    const change = { ...diff, changed: { seed: [before, before + 1] as const } };
    const answer = await host.change({ id, page: "p", base: 0, changes: [{ seq: 1, diff: change }] });
    expect(answer.accepted).toBe(true);
    await answers(child);
    expect(child.restarts()).toBe(1);
    await host.dispose();
  });

  it("at once, every time, is tried ever more rarely", async () => {
    const program = join(folder, "dies.mjs");
    const log = join(folder, "starts.txt");
    writeFileSync(log, "");
    writeFileSync(
      program,
      `import { appendFileSync } from "node:fs"; appendFileSync(${JSON.stringify(log)}, "x");`,
    );
    const child = start({ program, args: [], firstPauseMs: 50, longestPauseMs: 10_000 });
    await expect.poll(() => child.restarts(), { timeout: 10_000 }).toBeGreaterThanOrEqual(3);
    // Pauses of 50, 100 and 200 ms lie between the first four starts at least.
    expect(child.pauseMs()).toBe(50 * 2 ** child.restarts());
  });
});

describe("an engine that hangs", () => {
  it("is noticed by its silence and replaced", async () => {
    const child = start({ heartbeatMs: 50, silenceMs: 5000 });
    await answers(child);
    const first = child.pid() ?? 0;
    const calls = diagnosticFrom(
      expect
        .poll(() => child.pid())
        .toBe(first)
        .then(() => {
          process.kill(first, "SIGSTOP");
          return child.engine.describe();
        }),
    );
    expect((await calls).code).toBe("service.connection-lost");
    await answers(child);
    expect(child.pid()).not.toBe(first);
    expect(child.restarts()).toBeGreaterThanOrEqual(1);
  });
});

describe("an engine that holds too much memory", () => {
  it("is ended, its run fails with that word, and it comes back", async () => {
    const args = [JSON.stringify({ granted: [folder] })];
    const options = { program: engineProgram, args, heartbeatMs: 200, mostBytes: Number.POSITIVE_INFINITY };
    const child = startChildEngine(options);
    started.push(child);
    const events: RunEvent[] = [];
    child.engine.subscribe((event) => events.push(event));
    await answers(child);
    const first = child.pid();
    const long = withParam(adaboost, "boost", "rounds", 100_000);
    await child.engine.run({ document: long, revision: 1 });
    // Any engine holds more than a megabyte.
    options.mostBytes = 2 ** 20;
    const ended = () => events.find((event) => event.kind === "finished");
    await expect.poll(ended, { timeout: 20_000 }).toMatchObject({ status: "failed" });
    const codes = events.flatMap((event) => (event.kind === "diagnostic" ? [event.diagnostic.code] : []));
    expect(codes).toContain("run.memory-ceiling");
    await expect.poll(() => child.pid() ?? first, { timeout: 10_000 }).not.toBe(first);
  });
});
