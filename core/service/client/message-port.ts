/** Services over a MessagePort, for the page in the desktop's window. The port lives as long as the window does. */
import type { Line } from "../protocol.ts";
import { remoteServices } from "./remote.ts";
import type { Services } from "./services.ts";

/** What is used of a MessagePort: this file is compiled for Node too, which knows a port of another shape. */
export type PagePort = {
  start(): void;
  postMessage(text: string): void;
  addEventListener(kind: "message" | "close", listener: (event: { data?: unknown }) => void): void;
  close(): void;
};

/** The services at the other end of a port. */
export function connectMessagePort(port: PagePort): Services {
  const remote = remoteServices();
  const listeners = new Set<(state: "open" | "closed") => void>();
  const line = lineOf(port);
  line.onClose(() => {
    for (const listener of listeners) listener("closed");
  });
  remote.attach(line);
  return {
    engine: remote.engine,
    host: remote.host,
    onConnection(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => port.close(),
  };
}

function lineOf(port: PagePort): Line {
  port.start();
  return {
    send: (text) => port.postMessage(text),
    onText: (listener) =>
      port.addEventListener("message", ({ data }) => {
        if (typeof data === "string") listener(data);
      }),
    // Chromium says when the other end is gone; where it does not, the window is gone too.
    onClose: (listener) => port.addEventListener("close", () => listener()),
  };
}
