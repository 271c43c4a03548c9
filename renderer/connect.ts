/** The line to the engine and the host: a port from the desktop shell around this page, else a WebSocket to its server. */

import { connectMessagePort } from "../core/service/client/message-port.ts";
import type { Services } from "../core/service/client/services.ts";
import { connectWebSocket } from "../core/service/client/web-socket.ts";
import { shell } from "./shell/shell.ts";
import { takeToken } from "./store/address.ts";

/** Connects; fails when the first try finds nobody. */
export async function reach(): Promise<Services> {
  if (shell) {
    const port = nextPort();
    await shell.reach();
    return connectMessagePort(await port);
  }
  const url = new URL("ws", new URL(".", location.href));
  url.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  url.search = new URLSearchParams({ token: takeToken() }).toString();
  return connectWebSocket(url.href);
}

/** The port that the preload script hands over to its own window, and to nobody else. */
function nextPort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const listen = ({ source, data, ports }: MessageEvent<unknown>) => {
      const [port] = ports;
      if (source !== window || data !== "espalier:line" || !port) return;
      window.removeEventListener("message", listen);
      resolve(port);
    };
    window.addEventListener("message", listen);
  });
}
