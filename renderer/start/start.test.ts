/** The small parts of the start page: orders, days, sentences, and the pieces of an upload. */
import { describe, expect, it } from "vitest";
import type { ColumnProfile, ColumnSign, TargetReason } from "../../core/base/table-profile.ts";
import type { FileEntry } from "../../core/service/host-service.ts";
import { dayWords } from "./day-words.ts";
import { inOrder, latest } from "./order.ts";
import { proposedLeavings, proposedTime } from "./proposals.ts";
import { reasonSentence, shareOf, signSentence } from "./sentences.ts";
import { upload } from "./upload.ts";

const file = (path: string): FileEntry => ({ path, kind: "graph", bytes: 1, modified: 0 });
const column = (name: string, ...signs: ColumnSign[]): ColumnProfile => ({
  name,
  kind: "numeric",
  missing: 3,
  distinct: 7,
  examples: [],
  signs,
});

it("files that were open last come first, as far as they are there, then the newest others", () => {
  const files = ["e", "d", "c", "b", "a"].map(file);
  expect(latest(files, ["b", "gone", "d"]).map(({ path }) => path)).toEqual(["b", "d", "e", "c"]);
});

it("topics come by their number, then the others as they are listed", () => {
  const entry = (id: string, topic?: number) => {
    const words = { en: id, zh: id };
    return { id, title: words, summary: words, ...(topic === undefined ? {} : { topic }) };
  };
  const ids = inOrder([entry("x"), entry("three", 3), entry("y"), entry("one", 1)]).map(({ id }) => id);
  expect(ids).toEqual(["one", "three", "x", "y"]);
});

it.each([
  [[2026, 10, 23, 0, 1], "today", "今天"],
  [[2026, 10, 22, 23, 59], "yesterday", "昨天"],
  [[2026, 10, 12, 12, 0], "Nov 12", "11月12日"],
  [[2024, 1, 29, 12, 0], "Feb 29, 2024", "2024年2月29日"],
] as const)("the day of %j is called %s", ([year, month, day, hour, minute], en, zh) => {
  const moment = new Date(year, month, day, hour, minute).getTime();
  const now = new Date(2026, 10, 23, 9, 30).getTime();
  expect([dayWords("en", moment, now), dayWords("zh", moment, now)]).toEqual([en, zh]);
});

it("shares never say all of what is not all, nor nothing of what is not nothing", () => {
  expect([0, 0.004, 0.067, 0.32, 0.9996, 1].map((share) => shareOf("en", share))).toEqual([
    "0%",
    "0.4%",
    "6.7%",
    "32%",
    "99.96%",
    "100%",
  ]);
});

describe("sentences", () => {
  const signs: readonly ColumnSign[] = [
    { kind: "empty" },
    { kind: "constant", value: "7" },
    { kind: "identifier" },
    { kind: "text" },
    { kind: "many-levels" },
    { kind: "missing" },
    ...(["yes", "gaps", "one-class"] as const).map((orders) => ({ kind: "date" as const, orders })),
    ...(["copy", "linear", "monotone", "lookup"] as const).map((how) => ({
      kind: "gives-away" as const,
      how,
      strength: 0.9997,
    })),
  ];
  const reasons: readonly TargetReason[] = [
    { kind: "chosen" },
    { kind: "name", word: "y" },
    { kind: "last" },
    { kind: "few-levels", levels: 3 },
    { kind: "only" },
  ];

  it.each(["en", "zh"] as const)("of every sign and reason are whole (%s)", (language) => {
    const said = [
      ...signs.map((sign) => signSentence(language, sign, column("x", sign), 10, "y")),
      ...reasons.map((reason) =>
        reasonSentence(language, { column: "y", reason, task: "regression", either: false }),
      ),
    ];
    for (const sentence of said) expect(sentence).toMatch(/^[^{}]+[.。]$/);
    expect(new Set(said).size).toBe(said.length);
  });
});

it("every column with a sign is proposed to be left out, but the target and the one that divides by time", () => {
  const date: ColumnProfile = { ...column("day", { kind: "date", orders: "yes" }), kind: "datetime" };
  const columns = [
    column("id", { kind: "identifier" }),
    date,
    { ...date, name: "end" },
    column("x"),
    column("y"),
  ];
  const target = {
    column: "y",
    reason: { kind: "last" as const },
    task: "regression" as const,
    either: false,
  };
  expect(proposedTime({ columns })).toBe("day");
  expect(proposedLeavings({ columns, target })).toEqual(["id", "end"]);
});

describe("an upload", () => {
  const bytes = Uint8Array.from({ length: 7 * 2 ** 20 }, (_, at) => at % 251);
  const reader = () => {
    // Node knows no FileReader; this is its one call that is used.
    class Reader {
      result = "";
      onload: () => void = () => undefined;
      onerror: () => void = () => undefined;
      async readAsDataURL(piece: Blob) {
        this.result = `data:;base64,${Buffer.from(await piece.arrayBuffer()).toString("base64")}`;
        this.onload();
      }
    }
    Object.assign(globalThis, { FileReader: Reader });
  };

  it("goes in pieces that make the file again, and says how far it is", async () => {
    reader();
    const got: Buffer[] = [];
    const shares: number[] = [];
    const host = {
      upload: async (piece: { id?: string; at: number; total: number; bytes: string }) => {
        expect(piece.at).toBe(got.reduce((sum, part) => sum + part.length, 0));
        expect(piece.id).toBe(got.length === 0 ? undefined : "u1");
        got.push(Buffer.from(piece.bytes, "base64"));
        const whole = piece.at + got[got.length - 1].length === piece.total;
        return { id: "u1", ...(whole && { path: "big.csv" }) };
      },
    };
    const progress = (share: number) => shares.push(share);
    const path = await upload(host, new File([bytes], "big.csv"), {
      progress,
      signal: new AbortController().signal,
    });
    expect(path).toBe("big.csv");
    expect(Buffer.concat(got).equals(Buffer.from(bytes))).toBe(true);
    expect(shares).toEqual([3 / 7, 6 / 7]);
  });

  it("that is given up asks for nothing more", async () => {
    reader();
    const leaving = new AbortController();
    let asked = 0;
    const host = {
      upload: async () => {
        asked++;
        leaving.abort();
        return { id: "u1" };
      },
    };
    const given = upload(host, new File([bytes], "big.csv"), { progress: () => 0, signal: leaving.signal });
    await expect(given).rejects.toThrow();
    expect(asked).toBe(1);
  });
});
