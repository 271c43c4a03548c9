/**
 * LZ4 frames, decompressed: what pandas and pyarrow write Feather files with, and the Arrow library leaves to others.
 * After the LZ4 frame format 1.6.4 and block format descriptions (Collet); checksums are skipped, sizes are checked.
 */

const magic = 0x184d2204;

/** The content of all frames in `bytes`. Throws a RangeError where the bytes are no LZ4 or end too early. */
export function lz4Decompress(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const out = growing(bytes.length * 4);
  let at = 0;
  while (at < bytes.length) {
    if (view.getUint32(at, true) !== magic) throw new RangeError("no LZ4 frame");
    const flags = bytes[at + 4];
    if (flags >> 6 !== 1) throw new RangeError("an LZ4 frame of another version");
    const blockChecksums = (flags & 0x10) !== 0;
    const contentSize = (flags & 0x08) !== 0;
    const contentChecksum = (flags & 0x04) !== 0;
    if ((flags & 0x01) !== 0) throw new RangeError("an LZ4 frame that needs a dictionary");
    at += 4 + 2 + (contentSize ? 8 : 0) + 1;
    for (;;) {
      const head = view.getUint32(at, true);
      at += 4;
      if (head === 0) break;
      const size = head & 0x7fffffff;
      if (at + size > bytes.length) throw new RangeError("an LZ4 block ends beyond its frame");
      if (head >>> 31 === 1) out.append(bytes.subarray(at, at + size));
      else decodeBlock(bytes.subarray(at, at + size), out);
      at += size + (blockChecksums ? 4 : 0);
    }
    if (contentChecksum) at += 4;
  }
  return out.taken();
}

/** Sequences of literals and matches; a match may reach into what earlier blocks of the frame left. */
function decodeBlock(block: Uint8Array, out: Growing): void {
  let at = 0;
  const length = (nibble: number): number => {
    let total = nibble;
    if (nibble === 15) {
      let more: number;
      do {
        if (at >= block.length) throw new RangeError("an LZ4 length ends too early");
        more = block[at++];
        total += more;
      } while (more === 255);
    }
    return total;
  };
  while (at < block.length) {
    const token = block[at++];
    const literals = length(token >> 4);
    if (at + literals > block.length) throw new RangeError("LZ4 literals end too early");
    out.append(block.subarray(at, at + literals));
    at += literals;
    // The last sequence has no match.
    if (at >= block.length) return;
    const offset = block[at] | (block[at + 1] << 8);
    at += 2;
    out.repeat(offset, length(token & 15) + 4);
  }
}

type Growing = ReturnType<typeof growing>;

function growing(guess: number) {
  let buffer = new Uint8Array(Math.max(64, guess));
  let used = 0;
  function reserve(more: number): void {
    if (used + more <= buffer.length) return;
    const larger = new Uint8Array(Math.max(used + more, buffer.length * 2));
    larger.set(buffer.subarray(0, used));
    buffer = larger;
  }
  return {
    append(bytes: Uint8Array): void {
      reserve(bytes.length);
      buffer.set(bytes, used);
      used += bytes.length;
    },
    /** Copies `length` bytes from `offset` back; where they overlap, byte after byte. */
    repeat(offset: number, length: number): void {
      if (offset === 0 || offset > used) throw new RangeError("an LZ4 match reaches before the beginning");
      reserve(length);
      if (offset >= length) buffer.copyWithin(used, used - offset, used - offset + length);
      else for (let i = 0; i < length; i++) buffer[used + i] = buffer[used + i - offset];
      used += length;
    },
    taken: () => buffer.subarray(0, used),
  };
}
