/**
 * Provenance before a run: which rows a table holds, a model has seen, or predictions speak of, as symbols.
 * An atom is "the rows of source S that took these turns at these splits". Two atoms are known to be disjoint only if
 * they come from different sources or took different turns at the same split; what cannot be told apart counts as shared.
 * The rule errs to one side only: it may call an honest graph leaking, never a leaking graph honest.
 */

/** One turn at a split. `split` identifies the partition (same split, same rows, same seed: same identity). */
export type Turn = { readonly split: string; readonly part: string };

export type Atom = {
  /** Content hash of the source, or `"?"` while unknown. */
  readonly source: string;
  readonly turns: readonly Turn[];
  /** The node that the rows last came through: named in messages. */
  readonly via: string;
};

/** A union of atoms. Empty means no rows at all. */
export type Provenance = readonly Atom[];

export const unknownSource = "?";

/** Rows whose origin nobody knows: shared with everything. */
export function unknownProvenance(via: string): Provenance {
  return [{ source: unknownSource, turns: [], via }];
}

/** The union, without repeating equal atoms. */
export function unite(...parts: readonly Provenance[]): Provenance {
  const seen = new Map<string, Atom>();
  for (const atom of parts.flat()) {
    const key = JSON.stringify([atom.source, atom.turns]);
    if (!seen.has(key)) seen.set(key, atom);
  }
  return [...seen.values()];
}

/** The same rows after taking `part` at `split`. */
export function take(rows: Provenance, split: string, part: string, via: string): Provenance {
  return rows.map((atom) => ({ source: atom.source, turns: [...atom.turns, { split, part }], via }));
}

/** The same rows, last seen at another node. */
export function passThrough(rows: Provenance, via: string): Provenance {
  return rows.map((atom) => ({ ...atom, via }));
}

/** The first pair of atoms that may share rows, or `undefined` when all are known to be disjoint. */
export function sharedRows(a: Provenance, b: Provenance): readonly [Atom, Atom] | undefined {
  for (const left of a) {
    for (const right of b) {
      if (!disjoint(left, right)) return [left, right];
    }
  }
  return undefined;
}

function disjoint(a: Atom, b: Atom): boolean {
  if (a.source !== b.source) return a.source !== unknownSource && b.source !== unknownSource;
  return a.turns.some((turn) =>
    b.turns.some((other) => turn.split === other.split && turn.part !== other.part),
  );
}
