/** What a benchmark is: a name, and a run that gives rows with both sides' cost. Judging and printing is `main.ts`. */

/** One comparison. `ratio` is the peer's cost ÷ ours: above 1 we are better. `ok`: the goal is reached and results agree. */
export type BenchRow = {
  name: string;
  ours: number;
  peer: number;
  peerName: string;
  unit: string;
  ratio: number;
  goal: number;
  ok: boolean;
};

/** A row before it is judged. `agrees`: both sides computed the same thing, without which a speed means nothing. */
export type Measured = Omit<BenchRow, "ratio" | "ok"> & { agrees: boolean };

export type Bench = {
  name: string;
  about: string;
  /** Runs it; `log` is for the person who waits. */
  run(log: (line: string) => void): Promise<readonly Measured[]>;
};

/**
 * Runs both sides by turns and keeps the smallest cost of each: a busy machine disturbs both alike, and the least
 * disturbed turn is the one that tells about the code.
 */
export async function byTurns(
  turns: number,
  ours: () => number | Promise<number>,
  peer: () => Promise<number>,
  log: (line: string) => void,
): Promise<{ ours: number; peer: number }> {
  const best = { ours: Number.POSITIVE_INFINITY, peer: Number.POSITIVE_INFINITY };
  for (let turn = 1; turn <= turns; turn++) {
    const costs = { ours: await ours(), peer: await peer() };
    log(`turn ${turn} of ${turns}: ours ${costs.ours.toPrecision(4)}, peer ${costs.peer.toPrecision(4)}`);
    best.ours = Math.min(best.ours, costs.ours);
    best.peer = Math.min(best.peer, costs.peer);
  }
  return best;
}

/** A row that is held to a budget in milliseconds, which is its goal. */
export function budget(name: string, ours: number, most: number): Measured {
  return { name, ours, peer: most, peerName: "budget", unit: "ms", goal: 1, agrees: true };
}
