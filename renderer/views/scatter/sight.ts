/** The part of a plane that is in sight: moved, enlarged, kept near what there is to see. Pure. */

export type Ends = readonly [low: number, high: number];
export type Sight = { readonly x: Ends; readonly y: Ends };
type Place = { readonly x: number; readonly y: number };

/** How much farther than all of it one can go away, and how near. */
const farthest = 4;
const nearest = 1e-7;

/** Moved by shares of what is in sight; to the right and upwards are positive. */
export function moved({ x, y }: Sight, across: number, upwards: number, whole: Sight): Sight {
  return {
    x: kept(shifted(x, across), whole.x),
    y: kept(shifted(y, upwards), whole.y),
  };
}

/** `times` as large, with the place `at`, in units of the axes, where it is. */
export function enlarged({ x, y }: Sight, times: number, at: Place, whole: Sight): Sight {
  const most = Math.min(spanOf(x) / (spanOf(whole.x) * nearest), spanOf(y) / (spanOf(whole.y) * nearest));
  const least = Math.max(spanOf(x) / (spanOf(whole.x) * farthest), spanOf(y) / (spanOf(whole.y) * farthest));
  // At either end nothing happens any more, rather than a jump.
  const factor = Math.min(Math.max(times, Math.min(1, least)), Math.max(1, most));
  const about = ([low, high]: Ends, middle: number): Ends => [
    middle + (low - middle) / factor,
    middle + (high - middle) / factor,
  ];
  return { x: kept(about(x, at.x), whole.x), y: kept(about(y, at.y), whole.y) };
}

/** The middle of what is in sight. */
export function middleOf({ x, y }: Sight): Place {
  return { x: (x[0] + x[1]) / 2, y: (y[0] + y[1]) / 2 };
}

/** Whether both show the same. */
export function isSame(a: Sight, b: Sight): boolean {
  return a.x[0] === b.x[0] && a.x[1] === b.x[1] && a.y[0] === b.y[0] && a.y[1] === b.y[1];
}

function shifted([low, high]: Ends, share: number): Ends {
  const by = (high - low) * share;
  return [low + by, high + by];
}

/** The middle of what is in sight never leaves what there is: an empty plane says nothing of the way back. */
function kept(ends: Ends, whole: Ends): Ends {
  const middle = (ends[0] + ends[1]) / 2;
  const by = Math.min(Math.max(middle, whole[0]), whole[1]) - middle;
  return by === 0 ? ends : [ends[0] + by, ends[1] + by];
}

function spanOf([low, high]: Ends): number {
  return high - low;
}
