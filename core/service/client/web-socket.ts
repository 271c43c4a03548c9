/**
 * Services over a WebSocket, for the page. A broken line is tried again with growing pauses, for as long as the page
 * lives; the document stays in the page meanwhile.
 */
import type { Line } from "../protocol.ts";
import { remoteServices } from "./remote.ts";
import type { Services } from "./services.ts";

const firstPauseMs = 250;
const longestPauseMs = 3000;

/** Connects to `url` (`ws://…/ws?token=…`). Resolves once the line stands; rejects if the first try fails. */
export function connectWebSocket(url: string): Promise<Services> {
  const remote = remoteServices();
  const listeners = new Set<(state: "open" | "closed") => void>();
  let socket: WebSocket | undefined;
  let closing = false;
  let pause = firstPauseMs;

  const services: Services = {
    engine: remote.engine,
    host: remote.host,
    onConnection(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closing = true;
      socket?.close();
    },
  };

  return new Promise((resolve, reject) => {
    let everOpen = false;
    function open(): void {
      if (closing) return;
      const next = new WebSocket(url);
      socket = next;
      next.addEventListener("open", () => {
        everOpen = true;
        pause = firstPauseMs;
        remote.attach(lineOf(next));
        for (const listener of listeners) listener("open");
        resolve(services);
      });
      // The close that follows says it all; a socket of Node would throw without a listener.
      next.addEventListener("error", () => undefined);
      next.addEventListener("close", () => {
        if (closing) return;
        if (!everOpen) return reject(new Error("the engine did not answer"));
        for (const listener of listeners) listener("closed");
        setTimeout(open, pause);
        pause = Math.min(longestPauseMs, pause * 2);
      });
    }
    open();
  });
}

function lineOf(socket: WebSocket): Line {
  return {
    send: (text) => socket.send(text),
    onText: (listener) => socket.addEventListener("message", ({ data }) => listener(String(data))),
    onClose: (listener) => socket.addEventListener("close", listener),
  };
}
