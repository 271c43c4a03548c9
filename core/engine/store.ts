/**
 * Results by signature, in memory, least recently used and unpinned first out once a byte budget is passed. A result in use by a run
 * that is under way survives eviction because the run holds the values itself.
 */
import type { Result } from "../runs/result.ts";

export class ResultStore {
  private readonly results = new Map<string, Result>();
  private readonly pinned = new Set<string>();
  private used = 0;
  private readonly budget: number;

  constructor(budgetBytes: number) {
    this.budget = budgetBytes;
  }

  get bytes(): number {
    return this.used;
  }

  /** Looks without touching the order: for checks. */
  peek(signature: string): Result | undefined {
    return this.results.get(signature);
  }

  get(signature: string): Result | undefined {
    const result = this.results.get(signature);
    if (result) {
      this.results.delete(signature);
      this.results.set(signature, result);
    }
    return result;
  }

  put(signature: string, result: Result): void {
    this.remove(signature);
    this.results.set(signature, result);
    this.used += result.bytes;
    for (const oldest of this.results.keys()) {
      if (this.used <= this.budget || oldest === signature) break;
      if (!this.pinned.has(oldest)) this.remove(oldest);
    }
  }

  /** A pinned result stays, whatever the budget. */
  pin(signature: string, pinned: boolean): void {
    if (pinned) this.pinned.add(signature);
    else this.pinned.delete(signature);
  }

  isPinned(signature: string): boolean {
    return this.pinned.has(signature);
  }

  private remove(signature: string): void {
    const old = this.results.get(signature);
    if (!old) return;
    this.results.delete(signature);
    this.used -= old.bytes;
  }
}

/** Bytes of a value: typed arrays once each, strings and numbers roughly. */
export function bytesOf(value: unknown): number {
  const buffers = new Set<object>();
  let total = 0;
  const pending: unknown[] = [value];
  while (pending.length > 0) {
    const item = pending.pop();
    if (typeof item === "string") total += 2 * item.length;
    else if (typeof item === "number") total += 8;
    else if (ArrayBuffer.isView(item)) {
      if (!buffers.has(item.buffer)) {
        buffers.add(item.buffer);
        total += item.buffer.byteLength;
      }
    } else if (item !== null && typeof item === "object") {
      // Not pushed as arguments: a million texts would not fit on the stack.
      for (const part of Object.values(item)) pending.push(part);
    }
  }
  return total;
}
