/** The shell's security, line by line of the checklist, with Electron handed in. */
import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { fakeElectron } from "./fake-electron.ts";
import {
  enableSandbox,
  hardenContents,
  hardenSession,
  isOurs,
  mayOpenOutside,
  webPreferences,
} from "./harden.ts";

describe("every window", () => {
  it("is in a sandbox, apart from the page, without Node", () => {
    expect(webPreferences("/p.cjs")).toEqual({
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      preload: "/p.cjs",
    });
    const fake = fakeElectron();
    enableSandbox(fake.electron);
    expect(fake.called("app.enableSandbox")).toHaveLength(1);
  });
});

describe("the session", () => {
  const fake = fakeElectron();
  hardenSession(fake.electron);
  const [[request]] = fake.called("session.setPermissionRequestHandler") as [[(...args: unknown[]) => void]];
  const [[check]] = fake.called("session.setPermissionCheckHandler") as [[(...args: unknown[]) => boolean]];
  const asks = (permission: string, requestingUrl: string) => {
    let answer: boolean | undefined;
    request({}, permission, (said: boolean) => (answer = said), { requestingUrl });
    return answer;
  };

  it.each("media geolocation notifications midi fullscreen openExternal clipboard-read hid usb".split(" "))(
    "refuses %s",
    (permission) => {
      expect(asks(permission, "app://bundle/index.html")).toBe(false);
      expect(check({}, permission, "app://bundle")).toBe(false);
    },
  );

  it("lets the page alone write text that is copied", () => {
    expect(asks("clipboard-sanitized-write", "app://bundle/index.html")).toBe(true);
    expect(asks("clipboard-sanitized-write", "https://example.org/")).toBe(false);
    expect(check({}, "clipboard-sanitized-write", "https://example.org")).toBe(false);
  });

  it("refuses devices, and downloads that the page has not made", () => {
    const [[device]] = fake.called("session.setDevicePermissionHandler") as [[() => boolean]];
    expect(device()).toBe(false);
    const refused = (url: string) => {
      let prevented = false;
      fake.session.emit("will-download", { preventDefault: () => (prevented = true) }, { getURL: () => url });
      return prevented;
    };
    expect(refused("https://example.org/x.exe")).toBe(true);
    expect(refused("app://bundle/index.html")).toBe(true);
    expect(refused("blob:https://example.org/1")).toBe(true);
    expect(refused("blob:app://bundle/1")).toBe(false);
  });
});

describe("the contents of a window", () => {
  const fake = fakeElectron();
  hardenContents(fake.electron);
  let opener: (details: { url: string }) => { action: string } = () => ({ action: "none" });
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: typeof opener) => {
      opener = handler;
    },
  });
  fake.app.emit("web-contents-created", {}, contents);

  it.each(["will-navigate", "will-frame-navigate", "will-redirect", "will-attach-webview"])(
    "prevents %s",
    (name) => {
      let prevented = false;
      contents.emit(name, { preventDefault: () => (prevented = true) }, "https://example.org");
      expect(prevented).toBe(true);
    },
  );

  it("open no window; known links go to the system's browser", () => {
    for (const url of ["https://example.org/", "file:///etc/passwd", "https://arxiv.org/abs/1"])
      expect(opener({ url })).toEqual({ action: "deny" });
    expect(fake.called("shell.openExternal")).toEqual([["https://arxiv.org/abs/1"]]);
  });

  it.each([
    "http://arxiv.org/",
    "https://arxiv.org.example.org/",
    "https://user@arxiv.org/",
    "https://arxiv.org:444/",
    "javascript:alert(1)",
    "smb://host/x",
    "nonsense",
  ])("hands %s to nobody", (url) => expect(mayOpenOutside(url)).toBe(false));
});

describe("a message", () => {
  const frame = { url: "app://bundle/index.html", parent: null };
  const windows = new Set([7]);
  it.each([
    ["from our page", frame, 7, true],
    ["from another window", frame, 8, false],
    ["from a frame inside", { ...frame, parent: {} }, 7, false],
    ["from another host", { ...frame, url: "app://bundle.example.org/" }, 7, false],
    ["from another scheme", { ...frame, url: "https://bundle/" }, 7, false],
    ["from a file", { ...frame, url: "file:///index.html" }, 7, false],
    ["from a frame that is gone", null, 7, false],
  ])("%s", (_name, senderFrame, id, ours) => {
    expect(isOurs({ senderFrame, sender: { id } }, windows)).toBe(ours);
  });
});
