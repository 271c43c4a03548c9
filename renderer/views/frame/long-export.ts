/**
 * Long tables on their way into a file: written piece by piece, each piece handed to the browser as a blob, which it keeps on disk, so
 * that the page holds one piece at a time. They are seen at the foot of the window, go on whatever else is looked at, and can be
 * given up.
 */
import { create } from "zustand";
import { csvLines } from "../csv.ts";
import { eachPiece } from "../rows/all-rows.ts";
import type { LongSheet } from "./exporter.ts";
import { saveFile } from "./save.ts";

export type LongExport = {
  readonly id: number;
  readonly name: string;
  readonly done: number;
  readonly count: number;
  readonly giveUp: () => void;
};

/** What is being written now. */
export const useLongExports = create<readonly LongExport[]>(() => []);

let counter = 0;

/** Writes a file of all rows; answers whether it was saved, or given up. What goes wrong is thrown. */
export async function saveLong(
  name: string,
  { head, count, fetch }: LongSheet,
): Promise<"saved" | "given up"> {
  counter += 1;
  const id = counter;
  const stop = new AbortController();
  const tell = (done: number) =>
    useLongExports.setState((all) => all.map((one) => (one.id === id ? { ...one, done } : one)), true);
  useLongExports.setState((all) => [...all, { id, name, done: 0, count, giveUp: () => stop.abort() }], true);
  try {
    const parts = [new Blob([csvLines([head])])];
    let done = 0;
    await eachPiece(
      count,
      fetch,
      (rows) => {
        parts.push(new Blob([csvLines(rows)]));
        done += rows.length;
        tell(done);
      },
      stop.signal,
    );
    saveFile(name, new Blob(parts), "text/csv;charset=utf-8");
    return "saved";
  } catch (thrown) {
    if (stop.signal.aborted) return "given up";
    throw thrown;
  } finally {
    useLongExports.setState((all) => all.filter((one) => one.id !== id), true);
  }
}
