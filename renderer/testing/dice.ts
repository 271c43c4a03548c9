/** Seeded dice: a failing run can be played again. */
export type Dice = (sides: number) => number;

/** Answers a whole number from 0 to `sides` - 1. */
export function dice(seed: number): Dice {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** One of several; `undefined` of none. */
export function oneOf<T>(roll: Dice, things: readonly T[]): T | undefined {
  return things[roll(things.length)];
}

/** Up to `most` of several. */
export function someOf<T>(roll: Dice, things: readonly T[], most: number): T[] {
  const count = Math.min(things.length, roll(most + 1));
  return [...new Set(Array.from({ length: count }, () => things[roll(things.length)]))];
}
