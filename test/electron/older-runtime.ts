/** What Electron 22 and its Node 16 lack, as far as the shell needs it. */

import { createRequire } from "node:module";
import { join } from "node:path";
import { Readable } from "node:stream";
import { deserialize, serialize } from "node:v8";
import type { Protocol } from "electron";

type Answer = { status: number; headers: Record<string, string>; body: Uint8Array | null };

class PlainResponse implements Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array | null;
  constructor(body: Uint8Array | null, { status, headers }: Pick<Answer, "status" | "headers">) {
    this.body = body;
    this.status = status;
    this.headers = headers;
  }
}

/** Globals and methods of newer Nodes. */
export function older(): void {
  const missing: Record<string, unknown> = {
    Response: PlainResponse,
    structuredClone: (value: unknown) => deserialize(serialize(value)),
  };
  for (const [name, value] of Object.entries(missing))
    if (!(name in globalThis)) Object.assign(globalThis, { [name]: value });
  const zlib: object = createRequire(join(process.cwd(), "x.js"))("node:zlib");
  method(zlib, "crc32", crc32);
  if (!("canParse" in URL))
    Object.assign(URL, {
      canParse: (url: string, base?: string) => {
        try {
          return Boolean(new URL(url, base));
        } catch {
          return false;
        }
      },
    });
  method(Array.prototype, "toSorted", function (this: unknown[], by?: (a: unknown, b: unknown) => number) {
    return [...this].sort(by);
  });
  method(Array.prototype, "toReversed", function (this: unknown[]) {
    return [...this].reverse();
  });
  method(Array.prototype, "with", function (this: unknown[], at: number, value: unknown) {
    return this.map((old, index) => (index === at ? value : old));
  });
  method(Array.prototype, "findLast", function (this: unknown[], is: (value: unknown) => boolean) {
    return [...this].reverse().find(is);
  });
}

/** As `zlib.crc32`, bit by bit. */
function crc32(data: string | Uint8Array, before = 0): number {
  let crc = ~before;
  for (const byte of typeof data === "string" ? Buffer.from(data) : data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function method(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

/** `protocol.handle` by `registerStreamProtocol`. */
export function handleByStreams(protocol: Protocol): Protocol {
  if (typeof protocol.handle === "function") return protocol;
  const handle = (scheme: string, handler: (request: unknown) => Promise<unknown>) =>
    protocol.registerStreamProtocol(scheme, (request, answer) => {
      void handler(request).then((response) => {
        const { status, headers, body } = response as Answer;
        answer({ statusCode: status, headers, data: Readable.from(body ? [Buffer.from(body)] : []) });
      });
    });
  return Object.create(protocol, {
    handle: { value: handle },
    registerSchemesAsPrivileged: {
      value: (schemes: { privileges: Record<string, unknown> }[]) =>
        protocol.registerSchemesAsPrivileged(
          schemes.map(({ privileges: { codeCache: _newer, ...privileges }, ...rest }) => ({
            ...(rest as { scheme: string }),
            privileges,
          })),
        ),
    },
  });
}
