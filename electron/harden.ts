/** What no page in this app may do, whatever it shows: leave, open windows, get permissions, download, attach views. */
import { bundleAddress, isOfBundle } from "./bundle-protocol.ts";
import type { ElectronApi } from "./electron-api.ts";

/** Pages that a link may lead to, in the system's browser. */
const linkHosts: ReadonlySet<string> = new Set([
  "en.wikipedia.org",
  "zh.wikipedia.org",
  "scikit-learn.org",
  "doi.org",
  "arxiv.org",
  "github.com",
]);

/** The sandbox for every renderer; before the app is ready. */
export function enableSandbox({ app }: Pick<ElectronApi, "app">): void {
  app.enableSandbox();
}

/** Preferences of every window: the whole list, so that a test can hold it word for word. */
export function webPreferences(preload: string) {
  return {
    sandbox: true,
    contextIsolation: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    webviewTag: false,
    preload,
  } as const;
}

/** Whether a link may be handed to the system's browser. */
export function mayOpenOutside(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password, port } = new URL(url);
  return protocol === "https:" && linkHosts.has(hostname) && username + password + port === "";
}

/** The one permission: to write text that the user copies, from our own page. */
const granted = "clipboard-sanitized-write";

/** Denies permissions and downloads of the session; once the app is ready. */
export function hardenSession({ session }: Pick<ElectronApi, "session">): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(permission === granted && isOfBundle(requestingUrl)),
  );
  defaultSession.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === granted && isOfBundle(origin),
  );
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.on("will-download", (event, item) => {
    // Pictures and tables that the page itself has made: the system asks where to put them.
    if (!item.getURL().startsWith(`blob:${bundleAddress}`)) event.preventDefault();
  });
}

/** Denies every way out of the page, for all contents that are ever made. */
export function hardenContents({ app, shell }: Pick<ElectronApi, "app" | "shell">): void {
  app.on("web-contents-created", (_event, contents) => {
    const prevent = (event: { preventDefault(): void }) => event.preventDefault();
    contents.on("will-navigate", prevent);
    contents.on("will-frame-navigate", prevent);
    contents.on("will-redirect", prevent);
    contents.on("will-attach-webview", prevent);
    contents.setWindowOpenHandler(({ url }) => {
      if (mayOpenOutside(url)) void shell.openExternal(url);
      return { action: "deny" };
    });
  });
}

type Sender = {
  senderFrame: { url: string; parent: unknown } | null;
  sender: { id: number };
};

/** Whether a message comes from the top frame of the page in a window of ours. */
export function isOurs({ senderFrame, sender }: Sender, windows: ReadonlySet<number>): boolean {
  return (
    senderFrame !== null &&
    senderFrame.parent === null &&
    isOfBundle(senderFrame.url) &&
    windows.has(sender.id)
  );
}
