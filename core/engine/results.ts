/**
 * Where results are found: in memory first, then on disk, from where they come back into memory. A disk that fails, or
 * damages what was on it, costs a warning and a computation, never a wrong number.
 */
import type { DiskStore } from "../runs/disk-store.ts";
import type { Result } from "../runs/result.ts";
import type { ResultStore } from "./store.ts";

export type FoundResult = { result?: Result; damaged?: boolean };

export class Results {
  private readonly memory: ResultStore;
  private readonly opening: Promise<DiskStore | undefined>;
  private disk: DiskStore | undefined;

  constructor(memory: ResultStore, disk: Promise<DiskStore | undefined>) {
    this.memory = memory;
    this.opening = disk.then((store) => {
      this.disk = store;
      return store;
    });
  }

  /** Resolves once `has` can speak for the disk too. */
  async ready(): Promise<void> {
    await this.opening;
  }

  has(signature: string): boolean {
    return this.memory.peek(signature) !== undefined || (this.disk?.has(signature) ?? false);
  }

  /** What is in memory now, for times and sizes; a result on disk has them only once it was read. */
  peek(signature: string): Result | undefined {
    return this.memory.peek(signature);
  }

  async find(signature: string): Promise<FoundResult> {
    const known = this.memory.get(signature);
    if (known) return { result: known };
    const found = await (await this.opening)?.read(signature);
    if (found?.kind === "damaged") return { damaged: true };
    if (found?.kind !== "result") return {};
    this.memory.put(signature, found.result);
    return { result: found.result };
  }

  put(signature: string, result: Result): void {
    if (!this.memory.peek(signature)) this.memory.put(signature, result);
    this.disk?.write(signature, result);
  }

  /** Keeps a result whatever the budget, or lets it go again. Answers whether it is pinned now. */
  async pin(signature: string, pinned: boolean): Promise<boolean> {
    const disk = await this.opening;
    const known = this.memory.peek(signature);
    if (known) disk?.write(signature, known);
    const there = (await disk?.pin(signature, pinned)) ?? false;
    this.memory.pin(signature, pinned);
    return pinned && (there || known !== undefined);
  }

  isPinned(signature: string): boolean {
    return this.memory.isPinned(signature) || (this.disk?.isPinned(signature) ?? false);
  }

  /** Waits until everything is written. */
  async flush(): Promise<void> {
    await (await this.opening)?.flush();
  }
}
