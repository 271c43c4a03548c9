/** The actions that mean something in a window with one result: it has no canvas, no dock and no dialogs. */
const known: ReadonlySet<string> = new Set([
  "run",
  "cancel",
  "undo",
  "redo",
  "clearRows",
  "theme",
  "language",
]);

/** Whether an action can be done there. */
export function worksPopped({ id }: { readonly id: string }): boolean {
  return known.has(id);
}
