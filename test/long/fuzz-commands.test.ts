/** A million random commands on one document: its promises hold all the way, and undo leads back to the start. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { applyDiff, invertDiff, isEmptyDiff } from "../../core/graph/diff.ts";
import { emptyDocument } from "../../core/graph/document.ts";
import { flattenGroups } from "../../core/graph/flatten.ts";
import { newHistory, pushStep, redo, undo } from "../../core/graph/history.ts";
import { parseDocument } from "../../core/graph/parse.ts";
import { writeDocument } from "../../core/graph/write.ts";
import { anyCommand, expectWhole, tried } from "../support/random-commands.ts";

const commands = 1_000_000;
const batch = 5000;

it(`${commands} commands keep every promise, and undo and redo lead back and forth`, () => {
  const start = emptyDocument("fuzz");
  let document = start;
  let done = 0;
  for (let round = 0; done < commands; round++) {
    // Groups in groups let a document grow without end; a large one makes the rest slow and tells nothing new.
    if (Object.keys(flattenGroups(document).nodes).length > 40) document = start;
    let history = newHistory(batch + 1);
    const before = document;
    for (const command of fc.sample(anyCommand, { numRuns: batch, seed: round })) {
      const { document: after, diff } = tried(document, command);
      if (done % 50 === 0) {
        expectWhole(after);
        expect(applyDiff(after, invertDiff(diff))).toEqual(document);
        flattenGroups(after);
      }
      if (!isEmptyDiff(diff)) history = pushStep(history, diff, { label: command.kind, now: done * 1000 });
      document = after;
      done++;
    }
    expectWhole(document);
    const written = writeDocument(document);
    const read = parseDocument(written);
    expect(read.diagnostics).toEqual([]);
    expect(read.document && writeDocument(read.document)).toBe(written);
    const end = document;
    for (let back = undo(history, document); back; back = undo(history, document))
      ({ document, history } = back);
    expect(document).toEqual(before);
    for (let forth = redo(history, document); forth; forth = redo(history, document))
      ({ document, history } = forth);
    expect(document).toEqual(end);
  }
}, 900_000);
