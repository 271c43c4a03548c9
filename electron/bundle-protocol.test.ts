/** `app://bundle`: what it gives, what it refuses, and the headers that always go along. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { answerBundle, registerScheme } from "./bundle-protocol.ts";
import { fakeElectron } from "./fake-electron.ts";

const room = mkdtempSync(join(tmpdir(), "espalier-bundle-"));
const page = join(room, "page");
mkdirSync(join(page, "assets"), { recursive: true });
writeFileSync(join(page, "index.html"), "<p>page</p>");
writeFileSync(join(page, "assets", "a b.js"), "1");
writeFileSync(join(page, "notes.txt"), "not of the page");
writeFileSync(join(room, "secret.json"), "{}");
afterAll(() => rmSync(room, { recursive: true }));

const ask = (url: string, method = "GET") => answerBundle(page, { url, method });

describe("the bundle", () => {
  it("is registered once, with no more than it needs", () => {
    const fake = fakeElectron();
    registerScheme(fake.electron);
    expect(fake.called("protocol.registerSchemesAsPrivileged")).toEqual([
      [
        [
          {
            scheme: "app",
            privileges: {
              standard: true,
              secure: true,
              supportFetchAPI: true,
              codeCache: true,
              stream: true,
            },
          },
        ],
      ],
    ]);
  });

  it("gives its files, decoded, with their kind", async () => {
    const answer = await ask("app://bundle/");
    expect([answer.status, await answer.text()]).toEqual([200, "<p>page</p>"]);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect((await ask("app://bundle/assets/a%20b.js?x=1#y")).status).toBe(200);
    const head = await ask("app://bundle/index.html", "HEAD");
    expect([head.status, await head.text(), head.headers.get("content-length")]).toEqual([200, "", "11"]);
  });

  it.each([
    ["app://bundle/../secret.json", "GET", 404],
    ["app://bundle/%2e%2e%2fsecret.json", "GET", 404],
    ["app://bundle/..%5csecret.json", "GET", 404],
    ["app://bundle/index.html%00.js", "GET", 404],
    ["app://bundle/%", "GET", 404],
    ["app://bundle/notes.txt", "GET", 404],
    ["app://bundle/assets", "GET", 404],
    ["app://other/index.html", "GET", 403],
    ["app://user@bundle/index.html", "GET", 403],
    ["file:///etc/passwd", "GET", 403],
    ["app://bundle/index.html", "POST", 405],
  ])("refuses %s by %s with %i, headers and all", async (url, method, status) => {
    const answer = await ask(url, method);
    expect([answer.status, await answer.text()]).toEqual([status, ""]);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("sends with every answer a policy that lets nothing foreign in", async () => {
    const { headers } = await ask("app://bundle/");
    const policy = headers.get("content-security-policy") ?? "";
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ])
      expect(policy.split("; ")).toContain(part);
    expect(policy).not.toContain("unsafe-eval");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-embedder-policy")).toBe("require-corp");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
  });
});
