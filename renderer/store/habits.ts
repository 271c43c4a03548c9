/**
 * What this user usually connects: how often an output of one type of node went to an input of another. Counts stay in
 * this browser; old ones fade, so that what one does now weighs more than what one did last year.
 */
const place = "espalier.habits";
const most = 400;

type Counts = Record<string, number>;
let counts: Counts | undefined;

/** Remembers that a wire was drawn; ends are `type.port`. */
export function rememberJoin(from: string, to: string): void {
  const known = read();
  const name = `${from}>${to}`;
  known[name] = (known[name] ?? 0) + 1;
  const sum = Object.values(known).reduce((total, count) => total + count, 0);
  if (sum > most) fade(known);
  write(known);
}

/** How often such a wire was drawn of late. */
export function habitOf(from: string, to: string): number {
  const known = read();
  const name = `${from}>${to}`;
  return Object.hasOwn(known, name) ? known[name] : 0;
}

/** Forgets everything. */
export function forgetHabits(): void {
  counts = {};
  write(counts);
}

function fade(known: Counts): void {
  for (const name of Object.keys(known)) {
    known[name] = Math.floor(known[name] / 2);
    if (known[name] === 0) delete known[name];
  }
}

/** A browser that keeps nothing for this page forgets the habits when the page ends. */
function read(): Counts {
  if (counts) return counts;
  counts = {};
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? "{}");
    for (const [name, count] of Object.entries(kept ?? {}))
      if (typeof count === "number" && count > 0 && name !== "__proto__") counts[name] = count;
  } catch {
    counts = {};
  }
  return counts;
}

function write(known: Counts): void {
  if (typeof localStorage === "undefined") return;
  try {
    localStorage.setItem(place, JSON.stringify(known));
  } catch {
    // Storage that is full or forbidden: the counts live as long as the page.
  }
}
