/**
 * The one script between the shell and the page, in the page's sandbox: hands over a frozen object of verbs. No event of
 * Electron's, and nothing by which another channel could be named, ever reaches the page.
 */
import { contextBridge, ipcRenderer, webUtils } from "electron";
import type { ShellEvent, ShellVerbs } from "../core/service/shell.ts";

declare const window: { postMessage(message: string, origin: string, ports: unknown[]): void };

const invoke = (verb: string) => (request?: unknown) => ipcRenderer.invoke(`shell:${verb}`, request);

ipcRenderer.on("shell:line", ({ ports }) => window.postMessage("espalier:line", "app://bundle", ports));

const verbs: ShellVerbs = {
  reach: invoke("reach"),
  show: invoke("show"),
  chooseOpen: invoke("chooseOpen"),
  chooseSave: invoke("chooseSave"),
  saveElsewhere: invoke("saveElsewhere"),
  closing: invoke("closing"),
  popOut: invoke("popOut"),
  // A path can come only from a file that the user has dropped: the page cannot make one up.
  drop: (file) =>
    ipcRenderer.invoke("shell:drop", {
      path: webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]),
    }),
  on(listener) {
    const hear = (_event: unknown, event: ShellEvent) => listener(event);
    ipcRenderer.on("shell:event", hear);
    return () => void ipcRenderer.removeListener("shell:event", hear);
  },
};

contextBridge.exposeInMainWorld("espalier", Object.freeze(verbs));
