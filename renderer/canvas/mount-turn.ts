/**
 * Cards that come into sight while the canvas moves are boxes at first, and whole as soon as it is their turn: a few a
 * frame, so that a row of cards that comes at once does not hold up the frame that brings it. At rest nobody waits.
 */
import { useEffect, useState } from "react";

/** So many boxes become whole in a frame: while the canvas moves, and once it rests. */
const most = { moving: 1, still: 8 };

const waiting = new Set<() => void>();
let moving = false;
let asked = false;

/** Told by the canvas when it begins and ends to move. */
export function canvasMoves(is: boolean): void {
  moving = is;
}

/** Whether a card may be drawn whole now; once it may, it stays so. */
export function useTurn(): boolean {
  const [whole, setWhole] = useState(() => !moving);
  useEffect(() => {
    if (whole) return;
    const go = () => setWhole(true);
    waiting.add(go);
    ask();
    return () => {
      waiting.delete(go);
    };
  }, [whole]);
  return whole;
}

function ask(): void {
  if (asked) return;
  asked = true;
  requestAnimationFrame(takeTurns);
}

function takeTurns(): void {
  asked = false;
  let turns = moving ? most.moving : most.still;
  for (const go of waiting) {
    if (turns-- <= 0) break;
    waiting.delete(go);
    go();
  }
  if (waiting.size > 0) ask();
}
