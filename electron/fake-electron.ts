/** A stand-in for Electron in tests: notes what it is asked to do, and lets a test speak for the system. */
import { EventEmitter } from "node:events";
import type { ElectronApi } from "./electron-api.ts";

type Call = { name: string; args: readonly unknown[] };

/** Whatever is called on it is noted under its dotted name; what stands in `answers` is answered. */
export function fakeElectron(answers: Readonly<Record<string, unknown>> = {}) {
  const calls: Call[] = [];
  const app = new EventEmitter();
  const session = new EventEmitter();
  const handlers = new Map<string, (event: unknown, said?: unknown) => Promise<unknown>>();
  const part = (path: string, own: object = {}): unknown =>
    new Proxy(own, {
      get(target, key) {
        if (typeof key === "symbol" || key in target) return Reflect.get(target, key, target);
        const name = `${path}.${key}`;
        return (...args: unknown[]) => {
          calls.push({ name, args });
          const answer = answers[name];
          return typeof answer === "function" ? answer(...args) : answer;
        };
      },
    });
  const electron = {
    app: part("app", app),
    protocol: part("protocol"),
    session: { defaultSession: part("session", session) },
    shell: part("shell"),
    dialog: part("dialog"),
    Menu: part("Menu"),
    ipcMain: {
      handle: (channel: string, handler: (event: unknown, said?: unknown) => Promise<unknown>) =>
        handlers.set(channel, handler),
    },
    BrowserWindow: { fromWebContents: (contents: { window?: unknown }) => contents.window ?? null },
  } as unknown as ElectronApi;
  const called = (name: string) => calls.filter((call) => call.name === name).map(({ args }) => args);
  return { electron, app, session, handlers, calls, called };
}
