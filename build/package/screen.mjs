/** Reads what a virtual display shows out of its frame buffer (an X window dump), and writes it as a picture. */
import { crc32, deflateSync } from "node:zlib";

/** The words of the header: its size, …; all in the byte order of a network. */
const field = { header: 0, width: 4, height: 5, bitsPerPixel: 11, bytesPerLine: 12, colors: 19 };

/** Width, height and RGB of a dump with 32 bits a pixel. */
export function readScreen(dump) {
  const word = (name) => dump.readUInt32BE(field[name] * 4);
  if (word("bitsPerPixel") !== 32) throw new Error(`a display of ${word("bitsPerPixel")} bits a pixel`);
  const [width, height, line] = [word("width"), word("height"), word("bytesPerLine")];
  const start = word("header") + 12 * word("colors");
  const rgb = Buffer.alloc(width * height * 3);
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0, from = start + y * line; x < width; x++, from += 4) {
      // Blue comes first in memory.
      rgb[to++] = dump[from + 2];
      rgb[to++] = dump[from + 1];
      rgb[to++] = dump[from];
    }
  return { width, height, rgb };
}

/** How many different colours are on it: a window that is empty has a handful. */
export function coloursOf({ rgb }) {
  const seen = new Set();
  for (let at = 0; at < rgb.length; at += 3) seen.add((rgb[at] << 16) | (rgb[at + 1] << 8) | rgb[at + 2]);
  return seen.size;
}

/** As PNG. */
export function pngOf({ width, height, rgb }) {
  const lines = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y++)
    rgb.copy(lines, y * (width * 3 + 1) + 1, y * width * 3, (y + 1) * width * 3);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a channel, three channels.
  head.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", deflateSync(lines)), chunk("IEND")]);
}

function chunk(name, content = Buffer.alloc(0)) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
