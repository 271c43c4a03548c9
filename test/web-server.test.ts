/** What a stranger may try on the address of `serve`: other sites, wrong tokens, paths that climb, broken frames. */
import { type IncomingHttpHeaders, request } from "node:http";
import { connect as connectTcp } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { noHost } from "../cli/no-host.ts";
import type { EngineService } from "../core/service/engine-service.ts";
import { securityHeaders } from "../core/service/host/security-headers.ts";
import { type Serving, serve } from "../core/service/host/web-server.ts";
import { tempFolder } from "./support/temp.ts";

const outside = tempFolder({
  "secret.html": "secret",
  "page/index.html": "<p>page</p>",
  "page/assets/a-1.js": "1",
  "page/.env": "x",
  "page/run.sh": "x",
});
const absent = (): never => {
  throw new Error("the engine is not asked here");
};
const engine = new Proxy({} as EngineService, { get: () => absent });
let serving: Serving;
beforeAll(async () => {
  serving = await serve({ engine, host: noHost, page: `${outside}/page`, port: 0 });
});
afterAll(() => serving.close());

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

function ask(
  path: string,
  { method = "GET", headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request({ host: "127.0.0.1", port: serving.port, path, method, headers }, (response) => {
      let body = "";
      response.on("data", (part) => {
        body += part;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    call.on("error", reject);
    call.end();
  });
}

/** The status with which a WebSocket is refused, or `"open"`. */
function knock(
  path: string,
  options: { origin?: string; headers?: Record<string, string> } = {},
): Promise<number | "open"> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${serving.port}${path}`, options);
    socket.on("open", () => {
      socket.close();
      resolve("open");
    });
    socket.on("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
    socket.on("error", () => undefined);
  });
}

describe("pages", () => {
  it("come with every security header", async () => {
    const { status, headers, body } = await ask("/?token=x");
    expect({ status, body }).toEqual({ status: 200, body: "<p>page</p>" });
    for (const [name, value] of Object.entries(securityHeaders))
      expect(headers[name.toLowerCase()], name).toBe(value);
    expect(headers["content-security-policy"]).toMatch(
      /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/,
    );
    expect(headers["content-security-policy"]).not.toMatch(/unsafe-eval|script-src[^;]*unsafe/);
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  });

  it("let built files be kept, and answer HEAD without a body", async () => {
    const { status, headers, body } = await ask("/assets/a-1.js", { method: "HEAD" });
    expect({ status, body, length: headers["content-length"] }).toEqual({
      status: 200,
      body: "",
      length: "1",
    });
    expect(headers["cache-control"]).toContain("immutable");
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])("know no %s", async (method) => {
    expect((await ask("/", { method })).status).toBe(405);
  });

  it.each([
    "evil.example",
    "127.0.0.1",
    "127.0.0.1:1",
    "localhost.evil.example",
    "[::1]",
    "127.0.0.1:80@evil",
  ])("are not for the Host %j", async (host) => {
    expect((await ask("/", { headers: { Host: host } })).status).toBe(403);
  });

  it("are for localhost by name", async () => {
    expect((await ask("/", { headers: { Host: `localhost:${serving.port}` } })).status).toBe(200);
  });

  it.each([
    "/../secret.html",
    "/%2e%2e/secret.html",
    "/..%2fsecret.html",
    "/..%5csecret.html",
    "/assets/../../secret.html",
    "//etc/passwd",
    "/%00index.html",
    "/%",
    "/assets",
    "/.env",
    "/run.sh",
    "/nothing.html",
    `/${"a".repeat(5000)}.html`,
  ])("do not climb by %s", async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(body).toBe("");
  });
});

describe("the line", () => {
  it("opens with the token", async () => {
    expect(await knock(`/ws?token=${serving.token}`)).toBe("open");
    expect(await knock(`/ws?token=${serving.token}`, { origin: `http://127.0.0.1:${serving.port}` })).toBe(
      "open",
    );
    expect(await knock(`/ws?token=${serving.token}`, { origin: `http://localhost:${serving.port}` })).toBe(
      "open",
    );
  });

  it("has a token that cannot be guessed, another each time", async () => {
    expect(serving.token.length).toBeGreaterThanOrEqual(32);
    const other = await serve({ engine, host: noHost, page: outside, port: 0 });
    expect(other.token).not.toBe(serving.token);
    await other.close();
  });

  it("stays shut without it", async () => {
    const { token } = serving;
    for (const query of [
      "",
      "?token=",
      "?token=wrong",
      `?token=${token}x`,
      `?token=${token.slice(0, -1)}`,
      `?Token=${token}`,
    ]) {
      expect(await knock(`/ws${query}`), query).toBe(401);
    }
    expect(await knock(`/?token=${token}`)).toBe(404);
  });

  it.each(["http://evil.example", "https://127.0.0.1", "null", "file://", "http://127.0.0.1:1"])(
    "stays shut for the origin %s",
    async (origin) => {
      expect(await knock(`/ws?token=${serving.token}`, { origin })).toBe(403);
    },
  );

  it("stays shut for a foreign Host", async () => {
    expect(await knock(`/ws?token=${serving.token}`, { headers: { Host: "evil.example" } })).toBe(403);
  });

  it("survives an address that is none, and who hangs up at once", async () => {
    for (const path of ["//", "http://[", "/ws?token=%"]) {
      const answer = await new Promise<string>((resolve) => {
        const socket = connectTcp(serving.port, "127.0.0.1");
        socket.write(
          `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${serving.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
        );
        socket.once("data", (data) => resolve(String(data)));
        socket.once("close", () => resolve("closed"));
        socket.on("error", () => undefined);
      });
      expect(answer).toMatch(/HTTP\/1\.1 4\d\d/);
    }
    for (let i = 0; i < 20; i++) {
      const socket = connectTcp(serving.port, "127.0.0.1");
      socket.on("error", () => undefined);
      socket.write("GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n", () =>
        socket.resetAndDestroy(),
      );
    }
    expect((await ask("/")).status).toBe(200);
  });

  it("ends at a frame that is too large, and the server goes on", async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${serving.port}/ws?token=${serving.token}`);
    await new Promise((done) => socket.once("open", done));
    const closed = new Promise<number>((resolve) => socket.once("close", resolve));
    socket.on("error", () => undefined);
    socket.send(Buffer.alloc(65 * 2 ** 20, 32));
    // 1009: message too big. Some platforms see the socket go first.
    expect([1009, 1006]).toContain(await closed);
    expect((await ask("/")).status).toBe(200);
  });

  it("refuses bytes", async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${serving.port}/ws?token=${serving.token}`);
    await new Promise((done) => socket.once("open", done));
    const said = new Promise<string>((resolve) => socket.once("message", (data) => resolve(String(data))));
    socket.send(Buffer.from([0, 255, 1]));
    expect(JSON.parse(await said)).toMatchObject({ t: "refused" });
    socket.close();
  });
});
