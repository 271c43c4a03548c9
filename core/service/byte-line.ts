/**
 * A line over two byte streams: each text is one frame, its length in bytes as 32 bits little-endian, then UTF-8. Used
 * between a host and the engine's process (stdin and stdout), where a frame may arrive in any number of pieces.
 */
import type { Readable, Writable } from "node:stream";
import type { Line } from "./protocol.ts";

const headerBytes = 4;
/** A frame that claims to be larger is no frame: something else wrote into the stream. */
export const largestFrame = 256 * 2 ** 20;

/** The line that reads frames from `input` and writes them to `output`. A broken frame ends it. */
export function byteLine(input: Readable, output: Writable): Line {
  const textListeners: ((text: string) => void)[] = [];
  const closeListeners: (() => void)[] = [];
  let pieces: Buffer[] = [];
  let held = 0;
  let closed = false;

  function close(): void {
    if (closed) return;
    closed = true;
    for (const listener of closeListeners) listener();
  }

  input.on("data", (piece: Buffer) => {
    if (closed) return;
    pieces.push(piece);
    held += piece.length;
    for (let text = nextFrame(); text !== undefined; text = nextFrame()) {
      for (const listener of textListeners) listener(text);
    }
  });
  input.on("end", close);
  input.on("close", close);
  input.on("error", close);
  // A reader that is gone shows on its own stream; the write must not end the process.
  output.on("error", close);

  function nextFrame(): string | undefined {
    if (held < headerBytes) return undefined;
    if (pieces.length > 1 && (pieces[0]?.length ?? 0) < headerBytes) pieces = [Buffer.concat(pieces)];
    const length = pieces[0]?.readUInt32LE(0) ?? 0;
    if (length > largestFrame) {
      close();
      input.destroy();
      return undefined;
    }
    if (held < headerBytes + length) return undefined;
    const all = pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
    const rest = all.subarray(headerBytes + length);
    pieces = rest.length > 0 ? [rest] : [];
    held = rest.length;
    return all.toString("utf8", headerBytes, headerBytes + length);
  }

  return {
    send(text) {
      if (closed) return;
      const body = Buffer.from(text, "utf8");
      const header = Buffer.alloc(headerBytes);
      header.writeUInt32LE(body.length, 0);
      output.write(header);
      output.write(body);
    },
    onText: (listener) => textListeners.push(listener),
    onClose: (listener) => {
      if (closed) listener();
      else closeListeners.push(listener);
    },
  };
}
