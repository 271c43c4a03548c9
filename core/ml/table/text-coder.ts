/**
 * Texts out of DuckDB's blocks as dictionary codes. Short texts (up to 12 bytes, as most categories are) stand inside the block in four words; they are
 * hashed as such and become JavaScript strings once a level, not once a row: about 15 ns a cell where a string costs 300.
 */

/** What is used of a vector of DuckDB's; the inner parts are private in its typings. */
export type TextVector = { itemCount: number; getItem(index: number): unknown };
type OpenVector = TextVector & {
  dataView: DataView;
  validity: { data: BigUint64Array | null; offset: number };
};

const inlineBytes = 12;
const words = 4;

export type TextCoder = {
  /** Writes the codes of a block's cells, −1 for missing ones, from `at` on. */
  add(vector: TextVector, into: Int32Array, at: number): void;
  /** Texts in the order in which they came. */
  readonly levels: string[];
};

export function textCoder(): TextCoder {
  const levels: string[] = [];
  const long = new Map<string, number>();
  let slots = new Int32Array(1024).fill(-1);
  /** The four words of every short level, zero for long ones. */
  let keys = new Uint32Array(words * 512);

  function codeOfLong(text: string): number {
    const known = long.get(text);
    if (known !== undefined) return known;
    long.set(text, levels.length);
    return levels.push(text) - 1;
  }

  /** Found or made: slots are tried one after the other, and are never more than half full. */
  function codeOfShort(a: number, b: number, c: number, d: number, text: () => string): number {
    const mask = slots.length - 1;
    let slot = hash(a, b, c, d) & mask;
    for (; slots[slot] >= 0; slot = (slot + 1) & mask) {
      const at = slots[slot] * words;
      if (keys[at + 1] === b && keys[at + 2] === c && keys[at + 3] === d && keys[at] === a)
        return slots[slot];
    }
    const code = levels.push(text()) - 1;
    if ((code + 1) * words > keys.length) keys = grown(keys, (code + 1) * words * 2);
    keys.set([a, b, c, d], code * words);
    slots[slot] = code;
    if (levels.length * 2 > slots.length) rehash();
    return code;
  }

  function rehash(): void {
    const old = slots;
    slots = new Int32Array(old.length * 4).fill(-1);
    const mask = slots.length - 1;
    for (const code of old) {
      if (code < 0) continue;
      const at = code * words;
      let slot = hash(keys[at], keys[at + 1], keys[at + 2], keys[at + 3]) & mask;
      while (slots[slot] >= 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
  }

  return {
    levels,
    add(vector, into, at) {
      const open = openVector(vector);
      if (!open) {
        for (let i = 0; i < vector.itemCount; i++) {
          const text = vector.getItem(i);
          into[at + i] = text === null ? -1 : codeOfLong(String(text));
        }
        return;
      }
      const { cells, valid } = open;
      for (let i = 0; i < vector.itemCount; i++) {
        if (valid && ((valid[i >> 5] >>> (i & 31)) & 1) === 0) {
          into[at + i] = -1;
          continue;
        }
        const w = i * words;
        into[at + i] =
          cells[w] > inlineBytes
            ? codeOfLong(String(vector.getItem(i)))
            : codeOfShort(cells[w], cells[w + 1], cells[w + 2], cells[w + 3], () =>
                String(vector.getItem(i)),
              );
      }
    },
  };
}

/** The words of a block and its validity bits, or nothing where the vector is made otherwise than is known here. */
function openVector(vector: TextVector): { cells: Uint32Array; valid: Uint32Array | undefined } | undefined {
  const { dataView, validity } = vector as Partial<OpenVector>;
  if (!(dataView instanceof DataView) || !validity || validity.offset !== 0) return undefined;
  if (dataView.byteOffset % 4 !== 0 || dataView.byteLength < vector.itemCount * 16) return undefined;
  const cells = new Uint32Array(dataView.buffer, dataView.byteOffset, vector.itemCount * words);
  const { data } = validity;
  const valid = data ? new Uint32Array(data.buffer, data.byteOffset, data.length * 2) : undefined;
  return { cells, valid };
}

/** Multiply and fold (Murmur3's constants and finish). */
function hash(a: number, b: number, c: number, d: number): number {
  let h = Math.imul(a, 0xcc9e2d51) ^ Math.imul(b, 0x1b873593);
  h = Math.imul((h << 13) | (h >>> 19), 5) ^ Math.imul(c, 0x85ebca6b) ^ Math.imul(d, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function grown(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length);
  larger.set(array);
  return larger;
}
