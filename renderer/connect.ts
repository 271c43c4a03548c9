/** The line to the engine and the host: a WebSocket to the server that this page came from. */

import type { Services } from "../core/service/client/services.ts";
import { connectWebSocket } from "../core/service/client/web-socket.ts";
import { takeToken } from "./store/address.ts";

/** Connects; fails when the first try finds nobody. */
export function reach(): Promise<Services> {
  const url = new URL("ws", new URL(".", location.href));
  url.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  url.search = new URLSearchParams({ token: takeToken() }).toString();
  return connectWebSocket(url.href);
}
