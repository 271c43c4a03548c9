import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { byteLine, largestFrame } from "./byte-line.ts";

function listening(input: PassThrough) {
  const heard: string[] = [];
  let closed = 0;
  const line = byteLine(input, new PassThrough());
  line.onText((text) => heard.push(text));
  line.onClose(() => closed++);
  return { heard, closes: () => closed };
}

async function framesOf(...texts: string[]): Promise<Buffer> {
  const output = new PassThrough();
  const line = byteLine(new PassThrough(), output);
  for (const text of texts) line.send(text);
  output.end();
  const pieces: Buffer[] = [];
  for await (const piece of output) pieces.push(piece);
  return Buffer.concat(pieces);
}

const settle = () => new Promise((done) => setImmediate(done));

describe("a line of bytes", () => {
  const texts = ["", "one", "四 🌳", "x".repeat(100_000)];

  it.each([1, 3, 4, 5, 1000, 1_000_000])(
    "puts frames together that arrive in pieces of %i bytes",
    async (size) => {
      const bytes = await framesOf(...texts);
      const input = new PassThrough({ highWaterMark: 1 << 22 });
      const { heard } = listening(input);
      const step = Math.max(size, Math.ceil(bytes.length / 20_000));
      for (let at = 0; at < bytes.length; at += step) input.write(bytes.subarray(at, at + step));
      await settle();
      await settle();
      expect(heard).toEqual(texts);
    },
  );

  it("ends at a frame that cannot be one, and hears nothing more", async () => {
    const input = new PassThrough();
    const { heard, closes } = listening(input);
    const header = Buffer.alloc(4);
    header.writeUInt32LE(largestFrame + 1, 0);
    input.write(Buffer.concat([header, Buffer.from("…")]));
    await settle();
    expect({ heard, closed: closes() }).toEqual({ heard: [], closed: 1 });
  });

  it("says once that the other end is gone", async () => {
    const input = new PassThrough();
    const { closes } = listening(input);
    input.end();
    input.destroy();
    await settle();
    await settle();
    expect(closes()).toBe(1);
  });
});
