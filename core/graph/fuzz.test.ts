import fc from "fast-check";
import { expect, test } from "vitest";
import { anyCommand, expectWhole, tried } from "../../test/support/random-commands.ts";
import { commandSchema } from "./command-schema.ts";
import { applyDiff, diffDocuments, emptyDiff, invertDiff, isEmptyDiff, mergeDiffs } from "./diff.ts";
import { emptyDocument } from "./document.ts";
import { newHistory, pushStep, redo, undo } from "./history.ts";
import { parseDocument } from "./parse.ts";
import { writeDocument } from "./write.ts";

test("10,000 random commands keep every promise, and undo and redo lead back and forth", () => {
  let refused = 0;
  let grouped = 0;
  const commands = fc.sample(anyCommand, { numRuns: 10_000, seed: 20261123 });
  const start = emptyDocument("fuzz");
  let document = start;
  let history = newHistory(20_000);
  let total = emptyDiff;
  commands.forEach((next, index) => {
    const before = document;
    const frozen = JSON.stringify(before);
    const { document: after, diff } = tried(document, next);
    if (after === before && isEmptyDiff(diff)) refused++;
    else if (Object.keys(after.groups).length > 0) grouped++;
    expect(JSON.stringify(before)).toBe(frozen);
    expectWhole(after);
    expect(applyDiff(before, diff)).toEqual(after);
    expect(applyDiff(after, invertDiff(diff))).toEqual(before);
    expect(diffDocuments(before, after)).toEqual(diff);
    const squash = index % 3 === 0 ? undefined : next.kind;
    history = pushStep(history, diff, { label: next.kind, squash, now: index * 400 });
    total = mergeDiffs(total, diff);
    document = after;
  });
  expect(refused).toBeLessThan(8500);
  expect(grouped).toBeGreaterThan(400);
  expect(applyDiff(start, total)).toEqual(document);

  const end = document;
  let steps = 0;
  for (let back = undo(history, document); back; back = undo(history, document)) {
    ({ document, history } = back);
    steps++;
  }
  expect(document).toEqual(start);
  for (let forth = redo(history, document); forth; forth = redo(history, document)) {
    ({ document, history } = forth);
    steps--;
  }
  expect(steps).toBe(0);
  expect(document).toEqual(end);
}, 90_000);

test("whatever commands make is written and read back without a repair, to the byte", () => {
  fc.assert(
    fc.property(fc.array(anyCommand, { maxLength: 40 }), (commands) => {
      const document = commands.reduce((made, next) => tried(made, next).document, emptyDocument("round"));
      const written = writeDocument(document);
      const parsed = parseDocument(written);
      expect(parsed.diagnostics).toEqual([]);
      expect(parsed.document && writeDocument(parsed.document)).toBe(written);
    }),
    { numRuns: 100, seed: 1 },
  );
});

test("every command survives JSON and the schema", () => {
  fc.assert(
    fc.property(anyCommand, (made) => {
      const parsed = commandSchema.safeParse(JSON.parse(JSON.stringify(made)));
      // The schema leaves a `__proto__` key out of records, which is what it should do.
      const plain = JSON.parse(JSON.stringify(made), (key, value) =>
        key === "__proto__" ? undefined : value,
      );
      if (parsed.success) expect(parsed.data).toEqual(plain);
      else expect(JSON.stringify(made)).toMatch(/no id|__proto__|0bad/);
    }),
    { numRuns: 300, seed: 2 },
  );
});

test("text that was damaged anywhere never throws and never gives a document that is not whole", () => {
  const whole = writeDocument(
    fc
      .sample(anyCommand, { numRuns: 60, seed: 5 })
      .reduce((made, next) => tried(made, next).document, emptyDocument("")),
  );
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(12), fc.string({ maxLength: 6 }), (place, cut, inserted) => {
      const { document, diagnostics } = parseDocument(
        whole.slice(0, place) + inserted + whole.slice(place + cut),
      );
      if (!document) expect(diagnostics.some(({ severity }) => severity === "error")).toBe(true);
      else {
        expectWhole(document);
        const written = writeDocument(document);
        const again = parseDocument(written);
        expect(again.diagnostics.filter(({ code }) => code !== "document.newer")).toEqual([]);
        expect(again.document && writeDocument(again.document)).toBe(written);
      }
      expect(diagnostics.filter(({ code }) => code.startsWith("internal"))).toEqual([]);
    }),
    { numRuns: 1500, seed: 3 },
  );
});
