/** The security of the shell in a real runtime: what its unit tests say of `harden.ts` and `verbs.ts` holds in Chromium too. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { noElectron, roomForEach, version } from "./window.ts";

const here = roomForEach();

describe.skipIf(noElectron)(`security in Electron ${version}`, () => {
  it("keeps its page in: sandbox, isolation, policy, ways out, permissions, strangers", async () => {
    const { app, page } = await here.open();
    const facts = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
        contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
    });
    expect(facts).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
    const inside = await page.evaluate(async () => {
      const inPage = globalThis as unknown as {
        espalier: object;
        Notification: { requestPermission(): Promise<string> };
        open(url: string): unknown;
      };
      const verbs = inPage.espalier;
      const response = await fetch("app://bundle/index.html");
      const refused = await fetch("app://bundle/../../package.json").then((r) => r.status);
      return {
        frozen: Object.isFrozen(verbs),
        node: typeof (globalThis as { require?: unknown; process?: unknown }).require,
        policy: response.headers.get("content-security-policy"),
        coep: response.headers.get("cross-origin-embedder-policy"),
        isolated: (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated,
        refused,
        foreign: await fetch("https://example.org/").then(
          () => "got",
          () => "refused",
        ),
        evil: (() => {
          try {
            return String(new Function("return 1")());
          } catch {
            return "refused";
          }
        })(),
        permission: await inPage.Notification.requestPermission(),
        popup: inPage.open("https://example.org/") === null,
      };
    });
    expect(inside).toMatchObject({
      frozen: true,
      node: "undefined",
      coep: "require-corp",
      isolated: true,
      refused: 404,
      foreign: "refused",
      evil: "refused",
      permission: "denied",
      popup: true,
    });
    expect(inside.policy).toContain("default-src 'none'");
    await page.evaluate(() => {
      (globalThis as unknown as { location: { href: string } }).location.href = "https://example.org/";
    });
    await page.waitForTimeout(300);
    expect(
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL()),
    ).toMatch(/^app:\/\/bundle\//);
  });

  it("hears only its own page: other windows, other pages and wrong words are refused, and noted", async () => {
    const { app, page } = await here.open();
    const preload = join(process.env.ESPALIER_ELECTRON_APP ?? "", "preload.cjs");
    const strangers = await app.evaluate(async ({ BrowserWindow }, preloadOfOurs) => {
      const said: Record<string, string> = {};
      for (const [name, url] of [
        ["our page in another's window", "app://bundle/index.html"],
        ["another page", "data:text/html,<p>x</p>"],
      ] as const) {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { preload: preloadOfOurs, sandbox: true, contextIsolation: true },
        });
        // It may be refused by then.
        await window.loadURL(url).catch(() => undefined);
        said[name] = await window.webContents
          .executeJavaScript("espalier.reach().then(() => 'done', (e) => String(e))")
          .catch((thrown: unknown) => String(thrown));
        window.destroy();
      }
      return said;
    }, preload);
    for (const [name, said] of Object.entries(strangers)) expect(said, name).toMatch(/refused/);
    const wrong = await page.evaluate(async () => {
      const { espalier } = globalThis as unknown as {
        espalier: Record<string, (said?: unknown) => Promise<unknown>>;
      };
      const tell = (work: Promise<unknown> | undefined) =>
        work?.then(
          () => "done",
          (thrown: unknown) => String(thrown),
        );
      return {
        numbers: await tell(espalier.chooseSave?.({ name: 5 })),
        more: await tell(espalier.chooseSave?.({ name: "x", path: "/etc/passwd" })),
        long: await tell(espalier.chooseSave?.({ name: "x".repeat(501) })),
        shape: await tell(espalier.show?.({ language: "xx" })),
        ticket: await tell(espalier.saveElsewhere?.({ ticket: "made-up", document: {} })),
      };
    });
    for (const [name, said] of Object.entries(wrong)) expect(said, name).toMatch(/refused/);
    const log = readFileSync(here.room.place("data/logs/espalier.log"), "utf8");
    expect(log).toContain("refused a stranger");
    expect(log).toContain("refused a message");
  });

  it("sends every file with the headers, takes nothing but GET, and gives nothing from elsewhere", async () => {
    const { app, page } = await here.open();
    const found = await page.evaluate(async () => {
      const inPage = globalThis as unknown as {
        document: { querySelector(selector: string): { src: string } | null };
      };
      const script = inPage.document.querySelector("script[src]")?.src ?? "";
      const { headers } = await fetch(script);
      const status = (path: string, method = "GET") =>
        fetch(`app://bundle/${path}`, { method }).then(
          (response) => response.status,
          () => 0,
        );
      return {
        headers: Object.fromEntries(headers as unknown as Iterable<[string, string]>),
        post: await status("index.html", "POST"),
        climbing: await status("..%2f..%2fpackage.json"),
        hidden: await status(".stamp"),
        // Chromium asks nobody for such an address.
        nul: await status("index.html%00.js"),
      };
    });
    expect(found.headers).toMatchObject({
      "content-security-policy": expect.stringContaining("script-src 'self'"),
      "x-content-type-options": "nosniff",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(found).toMatchObject({ post: 405, climbing: 404, hidden: 404, nul: 0 });
    const violated = await page.evaluate(async () => {
      const { document } = globalThis as unknown as {
        document: {
          addEventListener(name: string, listener: (event: { effectiveDirective: string }) => void): void;
          body: { append(child: unknown): void };
          createElement(name: string): { src: string; href: string; download: string; click(): void };
        };
      };
      const found: string[] = [];
      document.addEventListener("securitypolicyviolation", (event) => found.push(event.effectiveDirective));
      const frame = document.createElement("iframe");
      frame.src = "https://example.org/";
      document.body.append(frame);
      const link = document.createElement("a");
      link.href = "app://bundle/index.html";
      link.download = "page.html";
      document.body.append(link);
      link.click();
      await new Promise((done) => setTimeout(done, 500));
      return found;
    });
    expect(violated).toEqual(["frame-src"]);
    const downloads = await app.evaluate(({ app: program }) => program.getPath("downloads"));
    expect(existsSync(join(downloads, "page.html"))).toBe(false);
  });
});
