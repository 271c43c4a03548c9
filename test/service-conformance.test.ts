/** One suite over every transport: what crosses it arrives whole, what must not cross is refused, a lost line is said. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Diagnostic, DiagnosticError } from "../core/base/diagnostic.ts";
import type { Engine } from "../core/engine/engine.ts";
import { apply } from "../core/graph/apply.ts";
import { contracts } from "../core/service/contract.ts";
import type { EngineService, RunEvent } from "../core/service/engine-service.ts";
import { type FolderHost, folderHost } from "../core/service/host/folder-host.ts";
import type { HostEvent } from "../core/service/host-service.ts";
import { diagnosticFrom, runThrough } from "./support/follow.ts";
import { graph } from "./support/graphs.ts";
import { stubEngine } from "./support/stub-engine.ts";
import { tempFolder } from "./support/temp.ts";
import { type Connected, transports } from "./support/transports.ts";

const folder = tempFolder({ "a.csv": "x\n1\n" });
const tempData = tempFolder();
const work = (add: number, does = "nothing") => ["stub.work", { add, steps: 0, does }] as const;
/** Both lines share one engine, whose store would answer the second for the first: each run adds a number of its own. */
let neverRun = 900;
const document = graph({ one: ["stub.constant", { value: 2 }], two: work(5) }, ["one.out → two.a"]);
const examples = tempFolder({
  "index.json": JSON.stringify([
    { id: "one", title: { en: "One", zh: "一" }, summary: { en: "s", zh: "概" } },
  ]),
  "one.espalier": JSON.stringify(document),
});

let engine: Engine;
let host: FolderHost;
beforeAll(async () => {
  engine = await stubEngine(folder);
  host = await folderHost({ folder, examples, version: "9.9.9", data: tempData });
});
afterAll(async () => {
  await engine.dispose();
  await host.dispose();
});

describe.each(Object.entries(transports))("%s", (_name, connect) => {
  let line: Connected;
  beforeEach(async () => {
    line = await connect({ engine, host });
  });
  afterEach(() => line.close());

  it("has every method of the contract", () => {
    for (const service of ["engine", "host"] as const) {
      const offered = Object.keys(line.services[service]).filter((name) => name !== "subscribe");
      expect(offered.sort()).toEqual(Object.keys(contracts[service]).sort());
    }
  });

  it("answers as the engine itself does", async () => {
    const { engine: far } = line.services;
    await runThrough(far, { document });
    const report = await far.check({ document, revision: 3 });
    expect(report).toEqual(await engine.check({ document, revision: 3 }));
    const look = { signature: report.nodes.two?.signature ?? "", port: "out" };
    expect(await far.look(look)).toEqual({ kind: "number", value: 7 });
    expect(await far.describe()).toEqual(JSON.parse(JSON.stringify(await engine.describe())));
    expect(await far.script({ document })).toEqual(await engine.script({ document }));
    expect((await far.info()).version).toBe((await engine.info()).version);
    expect(await far.cancel({ runId: "no such run" })).toEqual({ cancelled: false });
  });

  it("carries selections as the engine keeps them", async () => {
    const { engine: far } = line.services;
    await runThrough(far, { document });
    const { nodes } = await far.check({ document });
    const place = { signature: nodes.two?.signature ?? "", port: "out" };
    // A number has no rows.
    const refused = await diagnosticFrom(far.select({ ...place, where: { by: "rows", ranges: [[0, 1]] } }));
    expect(refused).toMatchObject({ code: "selection.not-here", values: { by: "rows" } });
    const selection = "0".repeat(64);
    expect((await diagnosticFrom(far.marks({ ...place, selection }))).code).toBe("selection.gone");
    expect((await diagnosticFrom(far.selectedRows({ selection }))).code).toBe("selection.gone");
    for (const where of [{ by: "magic" }, { by: "rows", ranges: [[-1, 0]] }, { by: "level", column: "x" }])
      expect((await diagnosticFrom(far.select({ ...place, where } as never))).code).toBe(
        "service.bad-message",
      );
  });

  it("answers as the host itself does", async () => {
    const { host: far } = line.services;
    expect(await far.info()).toEqual({ folder: folder.split(/[\\/]/).pop(), version: "9.9.9" });
    const made = await far.create({ document });
    expect(made).toMatchObject({ revision: 0, document, file: { readOnly: false, repairs: [] } });
    expect(await far.save({ id: made.id, path: "g.espalier", overwrite: true })).toEqual({
      path: "g.espalier",
    });
    expect(await far.open({ path: "g.espalier" })).toMatchObject({ id: made.id, document });
    expect((await far.list()).files.map((file) => file.path).sort()).toEqual(["a.csv", "g.espalier"]);
    expect((await far.examples()).examples.map((example) => example.id)).toEqual(["one"]);
    expect((await far.openExample({ id: "one" })).document).toEqual(document);
    expect((await far.openExample({ id: "one", language: "zh" })).document).toEqual({
      ...document,
      title: "一",
    });
    expect(await far.recoverable()).toEqual({ entries: [] });
    expect(await far.close({ id: made.id, discard: true })).toEqual({ closed: true });
  });

  it("tells every page of a document what the others did, and forgets a page whose line is gone", async () => {
    const { host: far } = line.services;
    const made = await far.create({ document });
    const other = await connect({ engine, host });
    await other.services.host.attach({ id: made.id, page: "two" });
    const heard: HostEvent[] = [];
    other.services.host.subscribe((event) => heard.push(event));
    // The subscription is a message of its own; a call after it is answered later.
    await other.services.host.info();
    const { diff } = apply(document, { kind: "setDocument", title: "shared" });
    const change = { id: made.id, page: "one", base: 0, changes: [{ seq: 1, diff }] };
    expect(await far.change(change)).toMatchObject({ accepted: true, revision: 1 });
    await expect.poll(() => heard).toMatchObject([{ kind: "changes", changes: [{ revision: 1, diff }] }]);
    await far.close({ id: made.id, discard: false });
    other.break();
    await expect.poll(async () => (await host.recoverable()).entries.map(({ id }) => id)).toContain(made.id);
    await host.discard({ id: made.id });
    await other.close();
  });

  it("brings a run from its start to its end", async () => {
    const { status, events, states } = await runThrough(line.services.engine, {
      document: graph({ a: work(neverRun++) }),
    });
    expect({ status, states }).toEqual({ status: "done", states: { a: "done" } });
    expect(events.map((event) => event.kind)).toEqual(["started", "node", "node", "node", "finished"]);
  });

  it("brings failures whole", async () => {
    const refusal = await diagnosticFrom(line.services.host.open({ path: "nothing.espalier" }));
    expect(refusal).toMatchObject({ code: "file.missing", severity: "error" });
    const cause: Diagnostic = { code: "a.b", severity: "warning", values: {} };
    const full: Diagnostic = {
      code: "x.y",
      severity: "error",
      values: { n: 1, t: "甲\u2028", f: false, l: ["a"] },
      node: "n",
      port: "p",
      wire: "w",
      repairs: [{ code: "r", values: { after: "n" }, commands: [{ kind: "removeWires", ids: ["w"] }] }],
      cause,
    };
    const failing = { ...bare(engine), info: () => Promise.reject(new DiagnosticError(full)) };
    const other = await connect({ engine: failing, host });
    expect(await diagnosticFrom(other.services.engine.info())).toEqual(full);
    await other.close();
  });

  it("says what was unforeseen, without a stack", async () => {
    const failing = { ...bare(engine), info: () => Promise.reject(new TypeError("x is not a function")) };
    const other = await connect({ engine: failing, host });
    const said = await diagnosticFrom(other.services.engine.info());
    expect(said).toEqual({
      code: "internal.unexpected",
      severity: "error",
      values: { message: "x is not a function" },
    });
    await other.close();
  });

  it("refuses wrong arguments before they travel", async () => {
    const { engine: far, host: files } = line.services;
    for (const wrong of [
      far.look({ signature: "short", port: "out" }),
      far.look({ signature: "a".repeat(64), port: "out", offset: -1 }),
      far.check({ document: { ...document, nodes: 3 } } as never),
      far.run({ document, targets: [7] } as never),
      files.open({ path: "" }),
      files.save({ path: "x.espalier" } as never),
      files.change({ id: "x", page: "p", base: 0, changes: [{ seq: 1, diff: { nodes: {} } }] } as never),
    ]) {
      expect((await diagnosticFrom(wrong)).code).toBe("service.bad-message");
    }
  });

  it("refuses an answer that is none", async () => {
    const odd = { ...bare(engine), info: async () => ({ version: 3 }) as never };
    const other = await connect({ engine: odd, host });
    expect((await diagnosticFrom(other.services.engine.info())).code).toBe("service.bad-message");
    await other.close();
  });

  it("tells a late subscriber where a run stands", async () => {
    const { engine: far } = line.services;
    const { runId } = await far.run({ document: graph({ long: work(1, "wait") }) });
    await seen(far, (event) => event.kind === "node" && event.done === 1);
    // A second listener on the same line, and one on a line of its own: the run starts only once.
    await seen(far, (event) => event.kind === "started" && event.runId === runId);
    const other = await connect({ engine, host });
    await seen(other.services.engine, (event) => event.kind === "started" && event.runId === runId);
    await far.cancel({ runId });
    await other.close();
  });

  it("fails the calls that are under way when the line breaks, and those after", async () => {
    const stuck = { ...bare(engine), info: () => new Promise<never>(() => undefined) };
    const other = await connect({ engine: stuck, host });
    const waiting = [
      diagnosticFrom(other.services.engine.info()),
      diagnosticFrom(other.services.engine.info()),
    ];
    await new Promise((done) => setTimeout(done, 20));
    other.break();
    for (const said of await Promise.all(waiting)) expect(said.code).toBe("service.connection-lost");
    expect((await diagnosticFrom(other.services.host.info())).code).toBe("service.connection-lost");
    await other.close();
  });

  it.each([
    ["nothing", ""],
    ["no JSON", "{"],
    ["another shape", '{"t":"dance"}'],
    ["a call without an id", '{"t":"call","service":"host","method":"info"}'],
    ["a service that is none", '{"t":"call","id":1,"service":"__proto__","method":"info"}'],
    ["a list", "[]"],
  ])("refuses %s and goes on", async (_what, text) => {
    const raw = await line.raw();
    raw.send(text);
    expect(await raw.next()).toMatchObject({ t: "refused", diagnostic: { code: "service.bad-message" } });
    raw.send('{"t":"call","id":8,"service":"host","method":"info"}');
    expect(await raw.next()).toMatchObject({ t: "return", id: 8, value: { version: "9.9.9" } });
  });

  it.each(["dispose", "writtenScript", "constructor", "__proto__", "toString", "subscribe"])(
    "has no method %s",
    async (method) => {
      const raw = await line.raw();
      raw.send(JSON.stringify({ t: "call", id: 5, service: "engine", method, args: {} }));
      expect(await raw.next()).toMatchObject({
        t: "fail",
        id: 5,
        diagnostic: { code: "service.bad-message" },
      });
    },
  );

  it("refuses wrong arguments from a stranger", async () => {
    const raw = await line.raw();
    raw.send(
      JSON.stringify({
        t: "call",
        id: 6,
        service: "engine",
        method: "run",
        args: { document: { nodes: [] } },
      }),
    );
    expect(await raw.next()).toMatchObject({ t: "fail", id: 6, diagnostic: { code: "service.bad-message" } });
  });
});

/** The engine's methods as an object whose members can be replaced. */
function bare(whole: EngineService): EngineService {
  return {
    info: () => whole.info(),
    doctor: (request) => whole.doctor(request),
    describe: () => whole.describe(),
    check: (subject) => whole.check(subject),
    run: (request) => whole.run(request),
    cancel: (request) => whole.cancel(request),
    look: (request) => whole.look(request),
    select: (request) => whole.select(request),
    marks: (request) => whole.marks(request),
    selectedRows: (request) => whole.selectedRows(request),
    profile: (request) => whole.profile(request),
    pin: (request) => whole.pin(request),
    script: (subject) => whole.script(subject),
    subscribe: (listener) => whole.subscribe(listener),
  };
}

function seen(from: EngineService, wanted: (event: RunEvent) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = from.subscribe((event) => {
      if (!wanted(event)) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}
