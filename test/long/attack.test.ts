/**
 * What a stranger may try on the server and the engine behind it: each attempt is refused with a diagnostic; nothing outside the
 * granted folder is read, nothing falls, and memory stays bounded. The same of hostile pages stands in attack-page.test.ts.
 */
import { existsSync, openSync, readFileSync, symlinkSync, writeFileSync, writeSync } from "node:fs";
import { connect as connectTcp } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { DiagnosticError } from "../../core/base/diagnostic.ts";
import type { GraphDocument } from "../../core/graph/document.ts";
import type { Services } from "../../core/service/client/services.ts";
import type { RunEvent } from "../../core/service/engine-service.ts";
import { graph } from "../support/graphs.ts";
import { type ServedHost, serveHost } from "../support/served-host.ts";
import { tempFolder } from "../support/temp.ts";

const secret = "a,b\nsecret,1\nsecret,2\n";
const outside = tempFolder({ "secret.csv": secret, "folder/x.csv": secret, "secret.espalier": "{}" });
const folder = tempFolder({ "table.csv": "a,b\nx,1\ny,2\n" });
let served: ServedHost;
let services: Services;
beforeAll(async () => {
  symlinkSync(join(outside, "secret.csv"), join(folder, "link.csv"));
  symlinkSync(join(outside, "secret.espalier"), join(folder, "link.espalier"));
  symlinkSync(join(outside, "folder"), join(folder, "away"));
  served = await serveHost(folder, tempFolder());
  services = await served.connect();
});
afterAll(async () => {
  services.close();
  await served.stop();
});

/** Megabytes that a process holds, where the system tells. */
function held(pid: number | undefined): number {
  const file = `/proc/${pid}/status`;
  const found = existsSync(file) ? /VmRSS:\s+(\d+)/.exec(readFileSync(file, "utf8")) : undefined;
  return Number(found?.[1] ?? 0) / 1024;
}

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "it was done",
    (thrown: unknown) => (thrown instanceof DiagnosticError ? thrown.diagnostic.code : String(thrown)),
  );

/** Runs a document; the codes of its diagnostics, before the run and in it. */
async function codesOfRun(document: GraphDocument): Promise<string[]> {
  const { diagnostics } = await services.engine.check({ document, revision: 1 });
  const codes = diagnostics.map(({ code }) => code);
  const events: RunEvent[] = [];
  const ended = new Promise<void>((done) => {
    const stop = services.engine.subscribe((event) => {
      events.push(event);
      if (event.kind !== "finished") return;
      stop();
      done();
    });
  });
  const started = await services.engine.run({ document, revision: 1 }).catch((thrown: unknown) => thrown);
  if (started instanceof DiagnosticError) return [...codes, started.diagnostic.code];
  await ended;
  return [
    ...codes,
    ...events.flatMap((event) => (event.kind === "diagnostic" ? [event.diagnostic.code] : [])),
  ];
}

const reading = (path: string) => graph({ file: ["data.file", { path }] }, []);

/** The server answers as ever. */
async function alive(): Promise<void> {
  expect((await services.host.info()).folder).toBe(folder.split("/").pop());
  expect((await services.engine.info()).threads).toBeGreaterThan(0);
}

describe("paths", () => {
  it.each([
    "../secret.csv",
    `../${outside.split("/").pop()}/secret.csv`,
    join(outside, "secret.csv"),
    "/etc/passwd",
    "away/x.csv",
    "link.csv",
    "./././../../etc/passwd",
    "table.csv/../../../../etc/passwd",
    "..\\secret.csv",
    "%2e%2e/secret.csv",
    "table.csv\0.csv",
    "file:///etc/passwd",
    "\\\\server\\share\\x.csv",
    "/proc/self/environ",
    "/dev/zero",
  ])("a graph cannot read %j", async (path) => {
    const codes = await codesOfRun(reading(path));
    // A text with a NUL is no text to begin with.
    const wanted = path.includes("\0") ? /param\.not-text/ : /file\.(outside-granted|missing)/;
    expect(codes.join()).toMatch(wanted);
    expect(codes.join()).not.toContain("internal.");
    expect(await codeOf(services.engine.profile({ type: "data.file", params: { path } }))).toMatch(
      /^(file|table)\./,
    );
  });

  it.each([
    "../secret.espalier",
    "link.espalier",
    "away/x.espalier",
    join(outside, "secret.espalier"),
    "a\0.espalier",
  ])("the host does not open or write %j", async (path) => {
    expect(await codeOf(services.host.open({ path }))).toMatch(/^file\./);
    const { id } = await services.host.create({ document: graph({}, []) });
    expect(await codeOf(services.host.save({ id, path, overwrite: true }))).toMatch(/^file\./);
    await services.host.close({ id, discard: true });
    expect(readFileSync(join(outside, "secret.espalier"), "utf8")).toBe("{}");
  });

  it("an SQL text reads no file", async () => {
    const document = graph(
      {
        file: ["data.file", { path: "table.csv" }],
        ask: ["data.sql", { query: `select * from read_csv('${join(outside, "secret.csv")}')` }],
      },
      ["file.table → ask.a"],
    );
    const codes = await codesOfRun(document);
    expect(codes.join()).toMatch(/sql\./);
  });

  it("an upload stays in the folder under a plain name", async () => {
    const bytes = Buffer.from("a\n1\n").toString("base64");
    const { path = "" } = await services.host.upload({ name: "../../escaped.csv", total: 4, at: 0, bytes });
    expect(path).toBe("escaped.csv");
    expect(existsSync(join(folder, "escaped.csv"))).toBe(true);
  });
});

describe("documents", () => {
  it("with prototype keys change no prototype", async () => {
    const keys = ["__proto__", "constructor", "prototype", "toString"];
    const node = (key: string) =>
      `"${key}": {"type": "data.file", "version": 2, "params": {"${key}": {"polluted": 1}, "path": "table.csv"}}`;
    const text = `{"format": "espalier/graph", "formatVersion": 1, "title": "x", "seed": 1, "__proto__": {"polluted": 1}, "nodes": {${keys.map(node).join()}}, "wires": {}, "groups": {"__proto__": {"polluted": 1}}, "view": {"positions": {"__proto__": [1, 2]}, "notes": {}, "frames": {}}}`;
    writeFileSync(join(folder, "keys.espalier"), text);
    const { id, document } = await services.host.open({ path: "keys.espalier" });
    await codesOfRun(document);
    for (const key of keys)
      expect(await codeOf(services.engine.script({ document: { ...document, title: key } }))).not.toContain(
        "internal",
      );
    await services.host.close({ id, discard: true });
    // In the server's and the engine's own process: an answer that grew a key would show it.
    expect(Object.keys(await services.host.info())).not.toContain("polluted");
    expect("polluted" in {}).toBe(false);
    const message = `{"t":"call","id":1,"service":"host","method":"__proto__","args":{"__proto__":{"x":1}}}`;
    expect(await sayRaw(message)).toMatchObject({ t: "fail", diagnostic: { code: "service.bad-message" } });
  });

  it("of 200 MB and of 100,000 nested groups are refused, and their memory comes back", async () => {
    const before = held(served.pid);
    const huge = openSync(join(folder, "huge.espalier"), "w");
    writeSync(huge, '{"format": "espalier/graph", "formatVersion": 1, "title": "');
    for (let part = 0; part < 210; part++) writeSync(huge, "x".repeat(1_000_000));
    writeSync(huge, '"}');
    expect(await codeOf(services.host.open({ path: "huge.espalier" }))).toMatch(/too-large/);
    const deep = 100_000;
    writeFileSync(
      join(folder, "deep.espalier"),
      `{"format":"espalier/graph","formatVersion":1,"groups":${'{"g":{"groups":'.repeat(deep)}{}${"}}".repeat(deep)}}`,
    );
    expect(await codeOf(services.host.open({ path: "deep.espalier" }))).toBe("document.too-deep");
    const nested = `{"t":"call","id":2,"service":"engine","method":"check","args":{"document":${"[".repeat(deep)}${"]".repeat(deep)}}}`;
    expect(await sayRaw(nested)).toMatchObject({ t: "fail", diagnostic: { code: "document.too-deep" } });
    await alive();
    await expect.poll(() => held(served.pid) - before, { timeout: 20_000, interval: 1000 }).toBeLessThan(500);
  });

  it("with groups in groups that went past the host are refused by the services too", async () => {
    const deep = 20_000;
    const group =
      '{"title":"g","inputs":{},"outputs":{},"nodes":{},"wires":{},"view":{"positions":{},"frames":{},"notes":{}},"groups":{"g":';
    const plain = JSON.stringify({ ...graph({}, []), groups: undefined }).slice(1, -1);
    const document = `{${plain},"groups":{"g":${group.repeat(deep)}{}${"}}".repeat(deep)}}}`;
    for (const [service, method, args] of [
      ["engine", "check", `{"document":${document},"revision":1}`],
      ["host", "create", `{"document":${document}}`],
    ])
      expect(
        await sayRaw(`{"t":"call","id":2,"service":"${service}","method":"${method}","args":${args}}`),
      ).toMatchObject({
        t: "fail",
        diagnostic: { code: "document.too-deep" },
      });
    await alive();
  });
});

/** One message on a line of its own; the answer, or why it ended. */
function sayRaw(message: string | Buffer): Promise<unknown> {
  return new Promise((resolve) => {
    const socket = knock();
    socket.on("open", () => socket.send(message));
    socket.on("message", (data) => {
      resolve(JSON.parse(String(data)));
      socket.close();
    });
    socket.on("close", (code) => resolve({ closed: code }));
    socket.on("error", () => undefined);
  });
}

function knock(query = `?token=${served.token}`, options: object = {}): WebSocket {
  return new WebSocket(`ws://127.0.0.1:${served.port}/ws${query}`, options);
}

const refusalOf = (socket: WebSocket): Promise<number | "open"> =>
  new Promise((resolve) => {
    socket.on("open", () => {
      socket.close();
      resolve("open");
    });
    socket.on("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
    socket.on("error", () => undefined);
  });

describe("the line", () => {
  it("is shut for forged origins and hosts, for missing tokens, and for those of another folder", async () => {
    const other = await serveHost(tempFolder(), tempFolder());
    expect(await refusalOf(knock(`?token=${other.token}`))).toBe(401);
    await other.stop();
    // A token that is gone with its server opens nothing either.
    expect(await refusalOf(knock(`?token=${other.token}`))).toBe(401);
    expect(await refusalOf(knock(""))).toBe(401);
    expect(await refusalOf(knock(undefined, { origin: "http://evil.example" }))).toBe(403);
    expect(
      await refusalOf(knock(undefined, { origin: `http://127.0.0.1.evil.example:${served.port}` })),
    ).toBe(403);
    expect(await refusalOf(knock(undefined, { headers: { Host: "evil.example" } }))).toBe(403);
    await alive();
  });

  it("ends at a frame that is too large", async () => {
    expect(await sayRaw("x".repeat(65 * 2 ** 20))).toMatchObject({ closed: expect.any(Number) });
    await alive();
  });

  it("answers others through a flood, refuses what is too much, and keeps its memory", async () => {
    const before = held(served.pid);
    const socket = knock();
    await new Promise((done) => socket.once("open", done));
    const answers = { return: 0, fail: 0, codes: new Set<string>() };
    socket.on("message", (data) => {
      const said = JSON.parse(String(data)) as { t: "return" | "fail"; diagnostic?: { code: string } };
      answers[said.t]++;
      if (said.diagnostic) answers.codes.add(said.diagnostic.code);
    });
    const filler = "y".repeat(2000);
    for (let id = 0; id < 50_000; id++)
      socket.send(
        JSON.stringify({ t: "call", id, service: "engine", method: "check", args: { document: filler } }),
      );
    let slowest = 0;
    for (let turn = 0; turn < 10; turn++) {
      const began = performance.now();
      await alive();
      slowest = Math.max(slowest, performance.now() - began);
      await new Promise((done) => setTimeout(done, 200));
    }
    expect(slowest).toBeLessThan(5000);
    expect(answers.return).toBe(0);
    // A thousand a second are taken: the rest waits at the sender.
    expect(answers.fail).toBeGreaterThan(500);
    expect(answers.fail).toBeLessThan(20_000);
    expect(held(served.pid) - before).toBeLessThan(300);
    socket.terminate();
    await alive();
  });

  it("refuses calls beyond those that may be under way", async () => {
    const socket = knock();
    await new Promise((done) => socket.once("open", done));
    const codes: string[] = [];
    socket.on("message", (data) => {
      const said = JSON.parse(String(data)) as { diagnostic?: { code: string } };
      if (said.diagnostic) codes.push(said.diagnostic.code);
    });
    const document = graph({ file: ["data.file", { path: "table.csv" }] }, []);
    const call = (id: number, method: string, args: object) =>
      socket.send(JSON.stringify({ t: "call", id, service: "engine", method, args }));
    for (let id = 0; id < 4000; id++)
      call(id, "profile", { type: "data.file", params: { path: "table.csv" } });
    call(4001, "check", { document, revision: 1 });
    await expect.poll(() => codes.includes("service.too-much"), { timeout: 30_000 }).toBe(true);
    socket.terminate();
    await alive();
  });

  it("lets who dawdles over headers go", async () => {
    const began = performance.now();
    const sockets = Array.from({ length: 50 }, () => {
      const socket = connectTcp(Number(served.port), "127.0.0.1");
      socket.on("error", () => undefined);
      socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${served.port}\r\n`);
      const trickle = setInterval(() => socket.write("X-A: b\r\n"), 500);
      return new Promise<number>((gone) =>
        socket.once("close", () => {
          clearInterval(trickle);
          gone(performance.now() - began);
        }),
      );
    });
    await alive();
    for (const ms of await Promise.all(sockets)) expect(ms).toBeLessThan(20_000);
    await alive();
  });
});

describe("the engine", () => {
  it("has survived all this, and holds no more than it may", async () => {
    await alive();
    const engine = served.enginePid();
    expect(engine).toBe(firstEngine ?? engine);
    expect(held(engine)).toBeLessThan(1000);
    expect(held(served.pid)).toBeLessThan(1000);
  });
});

let firstEngine: number | undefined;
beforeAll(() => {
  firstEngine = served.enginePid();
});
