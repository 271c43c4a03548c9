/**
 * What a figure carries so that it can be taken back: the graph it was made by, and the scores of that run. In an SVG it
 * is a `metadata` element, in a PNG a compressed `iTXt` chunk (PNG specification, third edition, 11.3.3.4).
 */
export type Passport = {
  /** The graph, as its file would hold it. */
  readonly document: string;
  readonly scores: Readonly<Record<string, number>>;
  /** What the figure shows, in words. */
  readonly shows: string;
};

const mark = "espalier-graph";
const mostBytes = 50_000_000;
const signature = [137, 80, 78, 71, 13, 10, 26, 10];
/** Signature, and the first chunk, which is always the header: 8 + 4 + 4 + 13 + 4. */
const afterHeader = 33;

/** The SVG document with the passport in it. */
export function signSvg(svg: string, passport: Passport): string {
  const at = svg.indexOf(">", svg.indexOf("<svg")) + 1;
  if (at === 0) return svg;
  return `${svg.slice(0, at)}<metadata id="${mark}">${escaped(JSON.stringify(passport))}</metadata>${svg.slice(at)}`;
}

/** The PNG with the passport in it. */
export async function signPng(png: Uint8Array, passport: Passport): Promise<Uint8Array> {
  const text = await through(
    new TextEncoder().encode(JSON.stringify(passport)),
    new CompressionStream("deflate"),
  );
  // Keyword, "compressed", "by deflate", no language, no translated keyword.
  const head = new TextEncoder().encode(`iTXt${mark}\0\x01\0\0\0`);
  const body = joined(head, text);
  return joined(
    png.subarray(0, afterHeader),
    word(text.length + head.length - 4),
    body,
    word(crc32(body)),
    png.subarray(afterHeader),
  );
}

/** What a picture carries; `undefined` where it carries nothing of ours, or something damaged. */
export async function readPassport(bytes: Uint8Array): Promise<Passport | undefined> {
  try {
    const isPng = signature.every((byte, at) => bytes[at] === byte);
    const text = isPng ? await pngText(bytes) : svgText(new TextDecoder().decode(bytes));
    return text === undefined ? undefined : checked(JSON.parse(text));
  } catch {
    // Whatever is broken in a stranger's picture, there is no graph to be had from it.
    return undefined;
  }
}

function svgText(svg: string): string | undefined {
  const inside = new RegExp(`<metadata id="${mark}">([^<]*)</metadata>`).exec(svg)?.[1];
  return inside?.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

async function pngText(png: Uint8Array): Promise<string | undefined> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const keyword = new TextEncoder().encode(`iTXt${mark}\0\x01\0\0\0`);
  for (let at = 8; at + 12 <= png.length; ) {
    const length = view.getUint32(at);
    const body = png.subarray(at + 4, at + 8 + length);
    if (keyword.every((byte, index) => body[index] === byte)) {
      if (view.getUint32(at + 8 + length) !== crc32(body)) return undefined;
      const text = body.subarray(keyword.length);
      return new TextDecoder().decode(await through(text, new DecompressionStream("deflate")));
    }
    at += 12 + length;
  }
  return undefined;
}

function checked(value: unknown): Passport | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { document, scores, shows } = value as Partial<Record<keyof Passport, unknown>>;
  if (typeof document !== "string") return undefined;
  const numbers = Object.entries(scores ?? {}).filter(([, score]) => typeof score === "number");
  return { document, scores: Object.fromEntries(numbers), shows: typeof shows === "string" ? shows : "" };
}

/** Text for XML 1.0, which has no place for two code points that JSON lets through. */
function escaped(json: string): string {
  return json
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\ufffe", "\\ufffe")
    .replaceAll("\uffff", "\\uffff");
}

async function through(bytes: Uint8Array, by: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough<Uint8Array>(by);
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > mostBytes) throw new Error("more than a graph can be");
    parts.push(part.value);
  }
  return joined(...parts);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function word(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** CRC-32 as PNG has it (ISO 3309): polynomial 0xEDB88320, reflected. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
