/** Choosing rows by mouse and keys, as lists do everywhere. Pure. */

export type RowRange = readonly [first: number, last: number];

/** What a press does: where the cursor goes, where ranges begin from now on, and which rows are chosen how. */
export type RowStep = {
  readonly cursor: number;
  readonly anchor: number;
  readonly choose?: { readonly range: RowRange; readonly how?: "add" | "toggle" };
};

export type RowState = { readonly cursor: number | undefined; readonly anchor: number | undefined };

type Keys = { readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean };

/** A click: the row alone; with Shift all from the anchor to it; with Ctrl or ⌘ the row in or out; with both the range in addition. */
export function rowClick(row: number, { anchor = row }: RowState, keys: Keys): RowStep {
  const more = keys.ctrlKey || keys.metaKey;
  if (keys.shiftKey)
    return { cursor: row, anchor, choose: { range: ordered(anchor, row), ...(more && { how: "add" }) } };
  return { cursor: row, anchor: row, choose: { range: [row, row], ...(more && { how: "toggle" }) } };
}

/**
 * A key: arrows, Page keys, Home and End move the cursor, with Shift they choose from the anchor to it; Enter chooses the row
 * alone, Space takes it in or out, Ctrl or ⌘ with A chooses all. `undefined` for any other. `top` is the first row in sight.
 */
export function rowKey(
  key: string,
  { cursor, anchor }: RowState,
  keys: Keys & { readonly top: number; readonly page: number; readonly rowCount: number },
): RowStep | undefined {
  const { rowCount, page, top } = keys;
  if (rowCount === 0) return undefined;
  const at = Math.min(cursor ?? top, rowCount - 1);
  const more = keys.ctrlKey || keys.metaKey;
  if (key === "a" && more) return { cursor: at, anchor: 0, choose: { range: [0, rowCount - 1] } };
  if (key === "Enter" && !more) return { cursor: at, anchor: at, choose: { range: [at, at] } };
  if (key === " ") return { cursor: at, anchor: at, choose: { range: [at, at], how: "toggle" } };
  const step = cursor === undefined ? 0 : 1;
  const goals: Readonly<Record<string, number>> = {
    ArrowDown: at + step,
    ArrowUp: at - step,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: rowCount - 1,
  };
  if (!Object.hasOwn(goals, key)) return undefined;
  const goal = Math.max(0, Math.min(rowCount - 1, goals[key] ?? 0));
  if (!keys.shiftKey) return { cursor: goal, anchor: goal };
  const from = anchor ?? at;
  return { cursor: goal, anchor: from, choose: { range: ordered(from, goal) } };
}

function ordered(a: number, b: number): RowRange {
  return a <= b ? [a, b] : [b, a];
}
