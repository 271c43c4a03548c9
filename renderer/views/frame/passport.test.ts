/** Graphs in pictures: in and out again, in files that other programs still read. */
import { crc32, deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readPassport, signPng, signSvg } from "./passport.ts";

const passport = {
  document: '{"title": "<b>&amp;" 决策树 \u0000 \ufffe 😀}\n',
  scores: { "score.accuracy": 0.9736842105263158 },
  shows: "Test error",
};
const svg =
  '<svg width="10" height="10" xmlns="http://www.w3.org/2000/svg"><rect width="10" height="10"/></svg>';

/** One grey pixel, by the specification. */
function onePixel(): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const start = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const pixels = deflateSync(Buffer.from([0, 127]));
  return new Uint8Array(
    Buffer.concat([start, chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]),
  );
}

describe("the passport of a figure", () => {
  it("comes out of an SVG as it went in, and leaves well-formed XML", async () => {
    const signed = signSvg(svg, passport);
    expect(await readPassport(new TextEncoder().encode(signed))).toEqual(passport);
    // Nothing in it that XML 1.0 forbids in a text.
    const [, inside = ""] = />([^<]*)<\/metadata>/.exec(signed) ?? [];
    const text = inside.replaceAll(/&(amp|lt|gt);/g, "");
    const forbidden = [..."&<>\ufffe\uffff"].filter((sign) => text.includes(sign));
    expect(forbidden).toEqual([]);
    expect([...text].every((sign) => sign >= " ")).toBe(true);
  });

  it("comes out of a PNG as it went in; every chunk's checksum is zlib's", async () => {
    const png = onePixel();
    const signed = await signPng(png, passport);
    expect(await readPassport(signed)).toEqual(passport);
    const view = new DataView(signed.buffer);
    const types: string[] = [];
    for (let at = 8; at < signed.length; ) {
      const length = view.getUint32(at);
      const body = signed.subarray(at + 4, at + 8 + length);
      types.push(String.fromCharCode(...body.subarray(0, 4)));
      expect(view.getUint32(at + 8 + length)).toBe(crc32(body));
      at += 12 + length;
    }
    expect(types).toEqual(["IHDR", "iTXt", "IDAT", "IEND"]);
  });

  it("is not found where there is none, or a damaged one", async () => {
    expect(await readPassport(onePixel())).toBeUndefined();
    expect(await readPassport(new TextEncoder().encode(svg))).toBeUndefined();
    expect(await readPassport(new Uint8Array())).toBeUndefined();
    const signed = await signPng(onePixel(), passport);
    for (let at = 33; at < signed.length - 40; at += 7) {
      const torn = signed.slice();
      torn[at] = (torn[at] ?? 0) ^ 0x55;
      expect(await readPassport(torn)).toBeUndefined();
    }
    expect(await readPassport(signed.subarray(0, 80))).toBeUndefined();
  });
});
