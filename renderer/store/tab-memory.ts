/**
 * Which tabs are open and which were closed, kept for this window: a reload finds them, where each one's canvas looked,
 * and what the host has not answered yet.
 */
import type { Viewport } from "../../core/graph/document.ts";
import type { Change } from "../../core/graph/replica.ts";
import { writeDocument } from "../../core/graph/write.ts";
import type { Place } from "./address.ts";
import type { Desk } from "./desk.ts";
import { isDirty } from "./edit.ts";
import type { Editor } from "./editor.ts";

/** Changes of a page whose confirmation was still awaited when it went. */
export type Unconfirmed = { page: string; pending: readonly Change[]; lastSeq: number };

export type KeptTab = {
  place: Place;
  viewport?: Viewport;
  scope: readonly string[];
  unconfirmed?: Unconfirmed;
};

/** `texts`: what was shown and what was saved, where no file or example tells. */
export type KeptClosed = Omit<KeptTab, "unconfirmed"> & { texts?: { shown: string; saved: string } };

export type KeptTabs = { tabs: readonly KeptTab[]; front: number; closed: readonly KeptClosed[] };

const storageKey = "espalier.tabs";
const most = 50;

/**
 * Keeps what is open now. `leaving`: the page goes, so that what is unconfirmed now is what will have been; at any other
 * moment it would be confirmed by the time it is read.
 */
export function keepTabs(
  desk: Desk,
  leaving = false,
  storage: Pick<Storage, "setItem"> = sessionStorage,
): void {
  const { editors, front, closed } = desk.store.getState();
  const tabs = editors
    .slice(0, most)
    .map((editor): KeptTab => ({ ...lookOf(editor), ...(leaving ? unconfirmedOf(editor) : {}) }));
  const kept: KeptTabs = { tabs, front: editors.indexOf(front), closed: closed.map(closedOf) };
  const withoutTexts = { ...kept, closed: kept.closed.map(({ texts: _texts, ...rest }) => rest) };
  for (const attempt of [kept, withoutTexts])
    try {
      return storage.setItem(storageKey, JSON.stringify(attempt));
    } catch {
      // Storage that is full is tried with less; where it is forbidden, the address still names the tab in front.
    }
}

function lookOf({ place, viewport, store }: Editor): KeptTab {
  const { scope } = store.getState();
  return { place, scope, ...(viewport.current ? { viewport: viewport.current } : {}) };
}

function unconfirmedOf({ sync }: Editor): Pick<KeptTab, "unconfirmed"> {
  const { page, pending, lastSeq } = sync.replica;
  return pending.length > 0 ? { unconfirmed: { page, pending, lastSeq } } : {};
}

/** A closed document changes no more: its text is made once. */
const closedTexts = new WeakMap<Editor, KeptClosed>();

function closedOf(editor: Editor): KeptClosed {
  const known = closedTexts.get(editor);
  if (known) return known;
  const state = editor.store.getState();
  const named = editor.place.file !== undefined || editor.place.example !== undefined;
  const texts = { shown: writeDocument(state.document), saved: writeDocument(state.file.saved) };
  const kept = { ...lookOf(editor), ...(isDirty(state) || !named ? { texts } : {}) };
  closedTexts.set(editor, kept);
  return kept;
}

/** What was kept; whatever in it is no tab is passed over. */
export function keptTabs(storage: Pick<Storage, "getItem"> = sessionStorage): KeptTabs {
  try {
    const kept = record(JSON.parse(storage.getItem(storageKey) ?? "{}"));
    return {
      tabs: list(kept.tabs).map((tab) => ({ ...tabFrom(tab), ...unconfirmedFrom(record(tab).unconfirmed) })),
      front: typeof kept.front === "number" ? kept.front : 0,
      closed: list(kept.closed).map((tab) => ({ ...tabFrom(tab), ...textsFrom(record(tab).texts) })),
    };
  } catch {
    return { tabs: [], front: 0, closed: [] };
  }
}

/** Whether both name the same document. */
export function samePlace(a: Place, b: Place): boolean {
  if (a.doc !== undefined && a.doc === b.doc) return true;
  if (a.file !== undefined || b.file !== undefined) return a.file === b.file;
  return a.doc === b.doc && a.example === b.example;
}

function tabFrom(value: unknown): KeptTab {
  const { place, viewport, scope } = record(value);
  const { x, y, zoom } = record(viewport);
  const numbers = [x, y, zoom].every((one) => typeof one === "number" && Number.isFinite(one));
  return {
    place: placeFrom(record(place)),
    scope: Array.isArray(scope) ? scope.filter((id) => typeof id === "string") : [],
    ...(numbers ? { viewport: { x, y, zoom } as Viewport } : {}),
  };
}

function list(value: unknown): readonly unknown[] {
  return (Array.isArray(value) ? value : []).slice(0, most);
}

function unconfirmedFrom(value: unknown): Pick<KeptTab, "unconfirmed"> {
  const { page, pending, lastSeq } = record(value);
  if (typeof page !== "string" || typeof lastSeq !== "number" || !list(pending).every(isChange)) return {};
  return { unconfirmed: { page, lastSeq, pending: list(pending).filter(isChange) } };
}

function isChange(value: unknown): value is Change {
  const { seq, diff } = record(value);
  const { added, removed, changed } = record(diff);
  const whole = [added, removed, changed].every((part) => part !== null && typeof part === "object");
  return typeof seq === "number" && whole;
}

function textsFrom(value: unknown): Pick<KeptClosed, "texts"> {
  const { shown, saved } = record(value);
  return typeof shown === "string" && typeof saved === "string" ? { texts: { shown, saved } } : {};
}

function placeFrom({ file, example, doc }: Readonly<Record<string, unknown>>): Place {
  return {
    ...(typeof file === "string" ? { file } : {}),
    ...(typeof example === "string" ? { example } : {}),
    ...(typeof doc === "string" ? { doc } : {}),
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" ? (value as Record<string, unknown>) : {};
}
