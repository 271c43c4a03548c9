/** Whether a document that was whole still is after a diff: the promises of `apply.ts`, asked of a diff from outside. */
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Diff } from "./diff.ts";
import type { GraphDocument } from "./document.ts";
import { repairDocument } from "./repair.ts";
import type { Fields } from "./repair-fields.ts";

/** What would need no repair when it is read again is whole. Values alone cannot break a promise between entries. */
export function isWhole(document: GraphDocument, diff: Diff): boolean {
  const structural = [
    ...Object.keys(diff.added),
    ...Object.keys(diff.removed),
    ...Object.keys(diff.changed).filter((path) => /(^|\/)(wires|inputs|outputs)\//.test(path)),
  ];
  if (!structural.some((path) => !/(^|\/)view\/(notes|frames|viewport)/.test(path))) return true;
  const found: Diagnostic[] = [];
  repairDocument(document as unknown as Fields, found);
  return found.length === 0;
}
