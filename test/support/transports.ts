/** The transports, each as a way to connect to given services, so that one suite runs over all of them. */
import { PassThrough } from "node:stream";
import { WebSocket } from "ws";
import { byteLine } from "../../core/service/byte-line.ts";
import { connectInProcess } from "../../core/service/client/in-process.ts";
import { remoteServices } from "../../core/service/client/remote.ts";
import type { Services } from "../../core/service/client/services.ts";
import { connectWebSocket } from "../../core/service/client/web-socket.ts";
import type { EngineService } from "../../core/service/engine-service.ts";
import { dispatch } from "../../core/service/host/dispatch.ts";
import { serve } from "../../core/service/host/web-server.ts";
import type { HostDoor, HostService } from "../../core/service/host-service.ts";

type Both = { engine: EngineService; host: HostService | HostDoor };

/** A line below the client's half: texts as they are, for what no client of ours would send. */
export type RawLine = { send(text: string): void; next(): Promise<unknown> };

export type Connected = {
  services: Services;
  raw(): Promise<RawLine>;
  /** Breaks the line as a fault would. */
  break(): void;
  close(): Promise<void>;
};

export const transports: Readonly<Record<string, (both: Both) => Promise<Connected>>> = {
  "in-process": async (both) => {
    const services = connectInProcess(both);
    return {
      services,
      raw: async () => rawInProcess(both),
      break: () => services.close(),
      close: async () => services.close(),
    };
  },
  "byte stream": async (both) => {
    const [there, back] = [new PassThrough(), new PassThrough()];
    const remote = remoteServices();
    remote.attach(byteLine(back, there));
    dispatch(byteLine(there, back), both);
    const end = () => {
      there.destroy();
      back.destroy();
    };
    return {
      services: { ...remote, onConnection: () => () => undefined, close: end },
      raw: async () => rawBytes(both),
      break: end,
      close: async () => end(),
    };
  },
  WebSocket: async (both) => {
    // Node 20 has no WebSocket of its own; the page's half asks for the browser's.
    Object.assign(globalThis, { WebSocket });
    const serving = await serve({ ...both, page: "/nowhere", port: 0 });
    const url = `ws://127.0.0.1:${serving.port}/ws?token=${serving.token}`;
    const services = await connectWebSocket(url);
    return {
      services,
      raw: () => rawWebSocket(url),
      break: () => void serving.close(),
      close: async () => {
        services.close();
        await serving.close();
      },
    };
  },
};

function rawInProcess(both: Both): RawLine {
  const inbox = mailbox();
  let toHost: (text: string) => void = () => undefined;
  dispatch({ send: inbox.put, onText: (listener) => (toHost = listener), onClose: () => undefined }, both);
  return { send: (text) => toHost(text), next: inbox.next };
}

function rawBytes(both: Both): RawLine {
  const inbox = mailbox();
  const [there, back] = [new PassThrough(), new PassThrough()];
  dispatch(byteLine(there, back), both);
  const line = byteLine(back, there);
  line.onText(inbox.put);
  return { send: line.send, next: inbox.next };
}

async function rawWebSocket(url: string): Promise<RawLine> {
  const inbox = mailbox();
  const socket = new WebSocket(url);
  socket.on("message", (data) => inbox.put(String(data)));
  socket.on("error", () => undefined);
  await new Promise((done) => socket.once("open", done));
  return { send: (text) => socket.send(text), next: inbox.next };
}

function mailbox(): { put(text: string): void; next(): Promise<unknown> } {
  const texts: string[] = [];
  const waiting: ((message: unknown) => void)[] = [];
  return {
    put(text) {
      const first = waiting.shift();
      if (first) first(JSON.parse(text));
      else texts.push(text);
    },
    next: () =>
      new Promise((resolve) => {
        const text = texts.shift();
        if (text === undefined) waiting.push(resolve);
        else resolve(JSON.parse(text));
      }),
  };
}
