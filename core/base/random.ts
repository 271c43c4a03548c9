/**
 * Random streams. A stream is named by a seed and a purpose, so that two uses never share numbers and an edit
 * upstream reshuffles nothing. The generator is xoshiro128** (Blackman & Vigna 2021, "Scrambled linear
 * pseudorandom number generators"), its 128-bit state the first 16 bytes of SHA-256(seed "/" purpose).
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

/** A deterministic stream of random numbers. */
export type Random = {
  /** The next 32 random bits as an unsigned integer. */
  bits(): number;
  /** Uniform in [0, 1), 53 bits. */
  uniform(): number;
  /** Uniform integer in [0, bound), without modulo bias. `bound` in 1 … 2³². */
  below(bound: number): number;
  /** Standard normal (Marsaglia & Bray 1964, polar method). */
  normal(): number;
};

/**
 * The stream H(seed, purpose).
 *
 * ```ts
 * const random = randomStream(7, "split");
 * random.uniform(); // the same number on every machine
 * ```
 */
export function randomStream(seed: number, purpose: string): Random {
  const digest = sha256(utf8ToBytes(`${seed}/${purpose}`));
  const words = new DataView(digest.buffer, digest.byteOffset, 16);
  return xoshiro128([
    words.getUint32(0, true),
    words.getUint32(4, true),
    words.getUint32(8, true),
    words.getUint32(12, true) || 1,
  ]);
}

/** xoshiro128** from an explicit state (four 32-bit words, not all zero). */
export function xoshiro128(state: readonly [number, number, number, number]): Random {
  let [a, b, c, d] = state;
  let spare = Number.NaN;

  function bits(): number {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  }

  function uniform(): number {
    const high = bits() >>> 5;
    const low = bits() >>> 6;
    return (high * 67_108_864 + low) / 9_007_199_254_740_992;
  }

  function below(bound: number): number {
    for (;;) {
      const draw = bits();
      // The remainder by division: several times as fast as %, and exact for whole numbers up to 2³².
      const multiple = Math.floor(draw / bound) * bound;
      if (multiple + bound <= 4_294_967_296) return draw - multiple;
    }
  }

  function normal(): number {
    if (!Number.isNaN(spare)) {
      const kept = spare;
      spare = Number.NaN;
      return kept;
    }
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const square = u * u + v * v;
      if (square === 0 || square >= 1) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      spare = v * factor;
      return u * factor;
    }
  }

  return { bits, uniform, below, normal };
}

/** A uniformly random permutation of 0 … n−1 (Fisher & Yates, Durstenfeld 1964). */
export function permutation(n: number, random: Random): Uint32Array {
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  for (let i = n - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const kept = order[i];
    order[i] = order[j];
    order[j] = kept;
  }
  return order;
}
