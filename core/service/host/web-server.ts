/**
 * `serve`: the page and the services over HTTP and WebSocket. Loopback unless told otherwise; a random token opens it;
 * foreign Host and Origin headers are refused, so that no other site's page can reach it through the user's browser.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { pipeline } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { EngineService } from "../engine-service.ts";
import type { HostDoor, HostService } from "../host-service.ts";
import type { Line } from "../protocol.ts";
import { dispatch } from "./dispatch.ts";
import { pageFile } from "./page-files.ts";
import { securityHeaders } from "./security-headers.ts";

export type ServeOptions = {
  engine: EngineService;
  host: HostService | HostDoor;
  /** Folder of the built page. */
  page: string;
  port: number;
  address?: string;
  token?: string;
};

export type Serving = { url: string; port: number; token: string; close(): Promise<void> };

const largestMessage = 64 * 2 ** 20;
/** Messages a second that are taken off a socket; the rest waits in the network, not in memory. */
const mostMessages = 1000;
/** Bytes of answers that wait for a client that does not read; then it is let go. */
const mostWaiting = 256 * 2 ** 20;
/** A page has one socket and some requests for its files. */
const mostConnections = 256;

/** Starts serving; resolves once it listens. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { address = "127.0.0.1", token = randomBytes(24).toString("base64url") } = options;
  // Who has not said its headers in time is looked for often: the default of half a minute is the time that is to be held.
  const server = createServer({ connectionsCheckingInterval: 1000 }, (request, response) => {
    void answer(request, response, options.page, () => portOf(server)).catch(() => response.destroy());
  });
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  server.maxConnections = mostConnections;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestMessage,
    perMessageDeflate: false,
  });

  server.on("upgrade", (request, socket, head) => {
    // A client that hangs up while it is refused must not end the process.
    socket.on("error", () => socket.destroy());
    const refusal = upgradeRefusal(request, token, portOf(server));
    if (refusal !== undefined) {
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => dispatch(lineOf(client), options));
  });

  await new Promise<void>((done, failed) => {
    server.once("error", failed);
    server.listen(options.port, address, done);
  });
  const port = portOf(server);
  return {
    url: `http://${address}:${port}/?token=${token}`,
    port,
    token,
    close: () => close(server, sockets),
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo | null)?.port ?? 0;
}

async function answer(request: IncomingMessage, response: ServerResponse, page: string, port: () => number) {
  const refuse = (status: number) => response.writeHead(status, { "Content-Length": "0" }).end();
  if (!knownHost(request.headers.host, port())) return refuse(403);
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(405);
  const found = pageFile(page, request.url ?? "/");
  const facts = found === undefined ? undefined : await stat(found.file).catch(() => undefined);
  if (found === undefined || !facts?.isFile()) return refuse(404);
  const { file, type } = found;
  response.writeHead(200, {
    ...securityHeaders,
    "Content-Type": type,
    "Content-Length": facts.size,
    // Built files carry a hash in their names; the page itself must always be the newest.
    "Cache-Control": extname(file) === ".html" ? "no-store" : "public, max-age=31536000, immutable",
  });
  if (request.method === "HEAD") return response.end();
  return pipeline(createReadStream(file), response, () => undefined);
}

function upgradeRefusal(request: IncomingMessage, token: string, port: number): string | undefined {
  if (!knownHost(request.headers.host, port)) return "403 Forbidden";
  const { origin } = request.headers;
  if (origin !== undefined && !knownHost(hostOf(origin), port)) return "403 Forbidden";
  const asked = request.url ?? "";
  const url = URL.canParse(asked, "http://localhost") ? new URL(asked, "http://localhost") : undefined;
  if (url?.pathname !== "/ws") return "404 Not Found";
  return equalSecrets(url.searchParams.get("token") ?? "", token) ? undefined : "401 Unauthorized";
}

function hostOf(origin: string): string | undefined {
  try {
    const { protocol, host } = new URL(origin);
    return protocol === "http:" ? host : undefined;
  } catch {
    return undefined;
  }
}

function knownHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}` || host === `[::1]:${port}`;
}

function equalSecrets(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function lineOf(socket: WebSocket): Line {
  let taken = 0;
  const slow = () => {
    taken++;
    if (taken === mostMessages) socket.pause();
  };
  const tick = setInterval(() => {
    taken = 0;
    if (socket.isPaused) socket.resume();
  }, 1000);
  tick.unref();
  socket.on("close", () => clearInterval(tick));
  return {
    send: (text) => {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > mostWaiting) socket.terminate();
      else socket.send(text);
    },
    onText: (listener) =>
      socket.on("message", (data, isBinary) => {
        slow();
        listener(isBinary ? "" : String(data));
      }),
    onClose: (listener) => {
      socket.on("close", listener);
      // A broken frame closes the socket; without a listener it would end the process.
      socket.on("error", () => socket.terminate());
    },
  };
}

async function close(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const client of sockets.clients) client.terminate();
  sockets.close();
  server.closeAllConnections();
  await new Promise<void>((done) => server.close(() => done()));
}
