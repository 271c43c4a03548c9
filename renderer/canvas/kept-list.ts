/** The list of before where the new one holds just the same: React Flow sorts anew whatever is another list. */
export function keptList<T>(before: readonly T[], next: T[]): T[] {
  const same = before.length === next.length && next.every((item, index) => item === before[index]);
  return same ? (before as T[]) : next;
}
