/** Which tabs are open, kept for this window: a reload finds them, and where each one's canvas looked. */
import type { Viewport } from "../../core/graph/document.ts";
import type { Place } from "./address.ts";
import type { Desk } from "./desk.ts";

export type KeptTab = { place: Place; viewport?: Viewport; scope: readonly string[] };
export type KeptTabs = { tabs: readonly KeptTab[]; front: number };

const storageKey = "espalier.tabs";
const most = 50;

/** Keeps what is open now. */
export function keepTabs(desk: Desk, storage: Pick<Storage, "setItem"> = sessionStorage): void {
  const { editors, front } = desk.store.getState();
  const tabs = editors.slice(0, most).map(({ place, viewport, store }): KeptTab => {
    const { scope } = store.getState();
    return { place, scope, ...(viewport.current ? { viewport: viewport.current } : {}) };
  });
  try {
    storage.setItem(storageKey, JSON.stringify({ tabs, front: editors.indexOf(front) }));
  } catch {
    // Storage that is full or forbidden: the address still names the tab in front.
  }
}

/** What was kept; whatever in it is no tab is passed over. */
export function keptTabs(storage: Pick<Storage, "getItem"> = sessionStorage): KeptTabs {
  try {
    const kept = record(JSON.parse(storage.getItem(storageKey) ?? "{}"));
    const tabs = (Array.isArray(kept.tabs) ? kept.tabs : []).slice(0, most).map(tabFrom);
    return { tabs, front: typeof kept.front === "number" ? kept.front : 0 };
  } catch {
    return { tabs: [], front: 0 };
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
