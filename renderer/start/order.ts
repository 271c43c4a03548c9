/** In which order files and examples stand on the start page. */
import type { ExampleEntry, FileEntry } from "../../core/service/host-service.ts";

const most = 4;

/** Those that were open last, as far as they still exist, before the others, which come newest first. */
export function latest(files: readonly FileEntry[], recent: readonly string[]): FileEntry[] {
  const opened = recent.flatMap((path) => files.find((file) => file.path === path) ?? []);
  const others = files.filter(({ path }) => !recent.includes(path));
  return [...opened, ...others].slice(0, most);
}

/** Topics by their number, then the others as they are listed. */
export function inOrder(examples: readonly ExampleEntry[]): ExampleEntry[] {
  return [...examples].sort((a, b) => (a.topic ?? 99) - (b.topic ?? 99));
}
