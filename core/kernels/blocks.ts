/** Which parts of a memory are handed out: first fit over the gaps, in the order of addresses. Knows addresses, no bytes. */

const alignment = 64;

/** A part of the memory, from `at` (inclusive), `bytes` long. */
type Block = { at: number; bytes: number };

export class Blocks {
  /** Past the last byte that is handed out. */
  end: number;
  private readonly gaps: Block[] = [];
  private readonly taken = new Map<number, number>();
  private readonly start: number;

  constructor(start: number) {
    this.start = start;
    this.end = start;
  }

  /** Takes every block back. */
  giveBackAll(): void {
    this.taken.clear();
    this.gaps.length = 0;
    this.end = this.start;
  }

  /** The address of a new block, at a multiple of 64. */
  take(bytes: number): number {
    const room = Math.max(1, Math.ceil(bytes / alignment)) * alignment;
    const gap = this.gaps.findIndex((each) => each.bytes >= room);
    if (gap < 0) {
      const at = this.end;
      this.end += room;
      this.taken.set(at, room);
      return at;
    }
    const { at, bytes: wide } = this.gaps[gap];
    if (wide === room) this.gaps.splice(gap, 1);
    else this.gaps[gap] = { at: at + room, bytes: wide - room };
    this.taken.set(at, room);
    return at;
  }

  /** Takes a block back and joins it with the gaps beside it. Throws when nothing was handed out there. */
  giveBack(at: number): void {
    const bytes = this.taken.get(at);
    if (bytes === undefined) throw new Error(`no block at ${at}`);
    this.taken.delete(at);
    let next = this.gaps.findIndex((gap) => gap.at > at);
    if (next < 0) next = this.gaps.length;
    this.gaps.splice(next, 0, { at, bytes });
    if (this.joins(next)) this.gaps.splice(next + 1, 1);
    if (next > 0 && this.joins(next - 1)) this.gaps.splice(next, 1);
    const last = this.gaps.at(-1);
    if (last && last.at + last.bytes === this.end) {
      this.end = last.at;
      this.gaps.pop();
    }
  }

  /** Lets the gap at `i` swallow the next one, when they touch; that one is then to be removed. */
  private joins(i: number): boolean {
    const [gap, after] = [this.gaps[i], this.gaps[i + 1]];
    if (!after || gap.at + gap.bytes !== after.at) return false;
    gap.bytes += after.bytes;
    return true;
  }
}
