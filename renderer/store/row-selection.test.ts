/** The rows that are selected: the newest gesture holds, several can be put together, and what the engine lost is none. */
import { describe, expect, it } from "vitest";
import { DiagnosticError, problem } from "../../core/base/diagnostic.ts";
import type { Selected, SelectRequest } from "../../core/service/selection.ts";
import { fakeServices, testEditor } from "../testing/fake-services.ts";
import { conditionOf, roundedEnds } from "./row-condition.ts";
import { clearRows, howOf, selectRows } from "./row-selection.ts";

const place = { signature: "a".repeat(64), port: "table", maker: "source" };
const rows = (first: number) => ({ by: "rows", ranges: [[first, first]] }) as const;

/** An engine that answers when it is told to. */
function slow() {
  const fake = fakeServices();
  const asked: SelectRequest[] = [];
  const answers: ((found: Partial<Selected>) => void)[] = [];
  fake.services.engine.select = (request) => {
    asked.push(request);
    return new Promise((resolve) =>
      answers.push((found) =>
        resolve({ selection: "s", source: "x", count: 1, here: 1, total: 9, ...found }),
      ),
    );
  };
  return { editor: testEditor(fake), fake, asked, answers };
}

describe("selected rows", () => {
  it("are those of the newest gesture, whatever is answered first", async () => {
    const { editor, answers } = slow();
    const both = [selectRows(editor, place, rows(1)), selectRows(editor, place, rows(2))];
    answers[1]?.({ selection: "new" });
    answers[0]?.({ selection: "old" });
    await Promise.all(both);
    expect(editor.store.getState().rows).toMatchObject({ selection: "new", where: rows(2), whole: true });
  });

  it("stay none when they were cleared meanwhile, or nothing was found", async () => {
    const { editor, answers } = slow();
    const late = selectRows(editor, place, rows(1));
    clearRows(editor);
    answers[0]?.({});
    await late;
    expect(editor.store.getState().rows).toBeUndefined();
    const empty = selectRows(editor, place, rows(1));
    answers[1]?.({ count: 0 });
    await empty;
    expect(editor.store.getState().rows).toBeUndefined();
  });

  it("are put to those before, and are then not what was pointed at last alone", async () => {
    const { editor, asked, answers } = slow();
    const first = selectRows(editor, place, rows(1), "toggle");
    answers[0]?.({ selection: "one" });
    await first;
    // Nothing was there to add to.
    expect(asked[0]).not.toHaveProperty("onto");
    expect(editor.store.getState().rows?.whole).toBe(true);
    const second = selectRows(editor, place, rows(2), "add");
    answers[1]?.({ selection: "two" });
    await second;
    expect(asked[1]).toMatchObject({ onto: "one", how: "add" });
    expect(editor.store.getState().rows?.whole).toBe(false);
  });

  it("are none once the engine has them no more", async () => {
    const { editor, fake, answers } = slow();
    const first = selectRows(editor, place, rows(1));
    answers[0]?.({ selection: "one" });
    await first;
    fake.services.engine.marks = () => Promise.reject(new DiagnosticError(problem("selection.gone")));
    editor.marks.get({ signature: place.signature, port: place.port, selection: "one" });
    await expect.poll(() => editor.store.getState().rows).toBeUndefined();
  });

  it("are chosen by the keys of every list", () => {
    const keys = { shiftKey: false, ctrlKey: false, metaKey: false };
    expect(howOf(keys)).toBeUndefined();
    expect(howOf({ ...keys, shiftKey: true })).toBe("add");
    expect(howOf({ ...keys, ctrlKey: true })).toBe("toggle");
    expect(howOf({ ...keys, metaKey: true, shiftKey: true })).toBe("toggle");
  });
});

describe("a condition", () => {
  it("says a rectangle and a level, with quotes as SQL has them", () => {
    expect(conditionOf({ by: "between", columns: { 'a "b"': [-1.5, 2], c: [0, 1] } })).toBe(
      '"a ""b""" BETWEEN -1.5 AND 2 AND "c" BETWEEN 0 AND 1',
    );
    expect(conditionOf({ by: "level", column: "kind", level: "it's" })).toBe("\"kind\" = 'it''s'");
    expect(conditionOf({ by: "level", column: "kind", level: null })).toBe('"kind" IS NULL');
    expect(conditionOf({ by: "between", columns: { x: [0.5, 6.283185307179586] }, below: true })).toBe(
      '"x" >= 0.5 AND "x" < 6.283185307179586e0',
    );
    expect(conditionOf(rows(1))).toBeUndefined();
  });

  it("has ends that can be read, to a thousandth of what is seen", () => {
    expect(roundedEnds([2.14259265, 1.0000001], 10)).toEqual([1, 2.14]);
    expect(roundedEnds([0.000123456, 0.000456789], 0.001)).toEqual([0.000123, 0.000457]);
    expect(roundedEnds([123456.7, 234567.8], 1e6)).toEqual([123457, 234568]);
  });
});
