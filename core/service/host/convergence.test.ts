/**
 * Pages with random commands, undos and delays around one owner. Whatever the order in which messages arrive: all end
 * with the same document, it is whole, and undo takes back the page's own work and nobody else's.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectWholeFile, fittingCommand, triedFresh } from "../../../test/support/random-commands.ts";
import type { Command } from "../../graph/commands.ts";
import { isEmptyDiff } from "../../graph/diff.ts";
import { emptyDocument } from "../../graph/document.ts";
import { type History, newHistory, pushStep, redo, renameInHistory, undo } from "../../graph/history.ts";
import {
  edited,
  newReplica,
  type OrderedChange,
  type Replica,
  received,
  sending,
} from "../../graph/replica.ts";
import { ownDocument } from "./owned-document.ts";

type Call = { base: number; changes: Replica["pending"] };

/** A page and its line: what is on its way to the host, and what has not arrived here yet. */
class Page {
  replica: Replica;
  history: History = newHistory();
  call: Call | undefined;
  answered = true;
  inbox: (readonly OrderedChange[] | "answer")[] = [];
  readonly #host: World;
  constructor(name: string, host: World) {
    this.#host = host;
    this.replica = newReplica(name, host.owner.document, host.owner.revision);
  }
  do(command: Command): void {
    const { document, diff } = triedFresh(this.replica.document, command);
    if (isEmptyDiff(diff)) return;
    this.replica = edited(this.replica, document, diff);
    this.history = pushStep(this.history, diff, { label: command.kind, now: 0 });
  }
  travel(way: typeof undo): void {
    const step = way(this.history, this.replica.document);
    if (!step) return;
    this.history = step.history;
    this.replica = edited(this.replica, step.document, step.diff);
    expectWholeFile(step.document);
  }
  send(): void {
    if (!this.answered || this.replica.pending.length === 0) return;
    this.call = { base: this.replica.revision, changes: this.replica.pending };
    this.answered = false;
    this.replica = sending(this.replica);
  }
  arrive(): void {
    if (!this.call) return;
    const { base, changes } = this.call;
    this.call = undefined;
    const taken = this.#host.owner.offer(this.replica.page, base, JSON.parse(JSON.stringify(changes)));
    if (taken === "behind") this.inbox.push(this.#host.owner.since(base) ?? []);
    else for (const page of this.#host.pages) page.inbox.push(taken);
    this.inbox.push("answer");
  }
  receive(): void {
    const next = this.inbox.shift();
    if (next === undefined) return;
    if (next === "answer") {
      this.answered = true;
      return;
    }
    const got = received(this.replica, next);
    this.replica = got.replica;
    this.history = renameInHistory(this.history, got.renamed);
    expectWholeFile(this.replica.document);
  }
}

class World {
  readonly owner;
  readonly pages: Page[];
  constructor(pages: number, start = emptyDocument("shared")) {
    this.owner = ownDocument({ document: start });
    this.pages = Array.from({ length: pages }, (_, index) => new Page(`page${index}`, this));
  }
  /** Delivers everything until nothing moves. */
  settle(): void {
    const busy = (page: Page) =>
      page.inbox.length > 0 || page.call !== undefined || page.replica.pending.length > 0;
    for (let round = 0; this.pages.some(busy); round++) {
      expect(round).toBeLessThan(10_000);
      for (const page of this.pages) {
        page.send();
        page.arrive();
        while (page.inbox.length > 0) page.receive();
      }
    }
    expectWholeFile(this.owner.document);
    for (const page of this.pages) {
      expect(page.replica.document).toEqual(this.owner.document);
      expect(page.replica.base).toEqual(this.owner.document);
      expect(page.replica.revision).toBe(this.owner.revision);
    }
  }
}

type Act = { page: number } & (
  | { kind: "do"; command: Command }
  | { kind: "send" | "arrive" | "receive" | "undo" | "redo" }
);

const act = (pages: number): fc.Arbitrary<Act> => {
  const page = fc.nat(pages - 1);
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constant("do" as const), page, command: fittingCommand }),
    },
    {
      weight: 9,
      arbitrary: fc.record({
        kind: fc.constantFrom("send" as const, "arrive" as const, "receive" as const),
        page,
      }),
    },
    fc.record({ kind: fc.constantFrom("undo" as const, "redo" as const), page }),
  );
};

function play(world: World, acts: readonly Act[]): void {
  for (const one of acts) {
    const page = world.pages[one.page];
    if (one.kind === "do") page.do(one.command);
    else if (one.kind === "undo") page.travel(undo);
    else if (one.kind === "redo") page.travel(redo);
    else page[one.kind]();
  }
}

describe.each([2, 3])("%i pages", (count) => {
  it("end with the same whole document, whatever the delays", () => {
    fc.assert(
      fc.property(fc.array(act(count), { minLength: 60, maxLength: 160 }), (acts) => {
        const world = new World(count);
        play(world, acts);
        world.settle();
      }),
      { numRuns: 300, seed: 20261123 },
    );
  });

  it("that undo everything leave only what another page has built on", () => {
    fc.assert(
      fc.property(fc.array(act(count), { minLength: 40, maxLength: 120 }), (acts) => {
        const world = new World(count);
        play(world, acts);
        world.settle();
        for (const page of world.pages) {
          while (page.history.done.length > 0) page.travel(undo);
          world.settle();
        }
      }),
      { numRuns: 100, seed: 7 },
    );
  });
});
