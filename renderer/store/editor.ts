/**
 * The editor: one document, its history and what is known of it, with the services that answer for it; one for each tab
 * (`desk.ts`). Functions of this folder take it as their first argument; components reach the one in front through
 * `use-editor.ts`.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import { emptyDocument } from "../../core/graph/document.ts";
import { newHistory } from "../../core/graph/history.ts";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import type { Services } from "../../core/service/client/services.ts";
import type { KeyMap } from "../actions/key-map.ts";
import type { Theme } from "../theme/theme.ts";
import type { Language } from "../words/language.ts";
import { say } from "../words/words.ts";
import type { Place } from "./address.ts";
import type { Desk } from "./desk.ts";
import { type EditorState, noRun, noSelection, type Point, type ViewportHolder } from "./editor-state.ts";
import { createLooks, type Looks } from "./looks.ts";
import { createMarks, type MarksOf } from "./row-selection.ts";
import { seen } from "./seen.ts";
import { newSync, type Sync } from "./sync.ts";

/** What only the mounted canvas can do. */
export type CanvasHandle = {
  fit(nodes?: readonly string[]): void;
  zoomBy(factor: number): void;
  zoomTo(zoom: number): void;
  /** The middle of what is seen, on the canvas and in the window. */
  centre(): { at: Point; screen: Point };
  toCanvas(screen: Point): Point;
  toScreen(canvas: Point): Point;
  focus(node: string): void;
  /** Moves as little as is needed for a card to be seen whole. */
  reveal(node: string): void;
  /** Gives the keyboard to a card, once it is drawn, or to the bare canvas. */
  takeKeys(node?: string): void;
};

/** What only the mounted panels can do. */
export type PanelsHandle = {
  toggle(panel: "left" | "inspector" | "dock"): void;
  show(panel: "dock" | "left"): void;
};

export type Editor = {
  /** Names it among the editors of this page. */
  readonly id: string;
  readonly store: StoreApi<EditorState>;
  readonly services: Services;
  readonly looks: Looks;
  /** What of the selected rows is in results. */
  readonly marks: MarksOf;
  /** The copy of the open document and its traffic with the host. */
  readonly sync: Sync;
  /** What is open: a file, an example, the document's id at the host. Changed by `setPlace` alone. */
  place: Place;
  /** Called after `place` has changed. */
  onPlace: () => void;
  /** Where this editor is one of several; none in tests of a single one. */
  desk: Desk | undefined;
  readonly viewport: ViewportHolder;
  canvas: CanvasHandle | undefined;
  panels: PanelsHandle | undefined;
  /** The present moment in milliseconds; handed in so that tests own the clock. */
  readonly now: () => number;
};

export type EditorSetup = {
  services: Services;
  descriptors: readonly NodeDescriptor[];
  language: Language;
  theme: Theme;
  /** Keys that the user gave to actions; none unless given. */
  keys?: KeyMap;
  now?: () => number;
  /** Results are known by their content, so several editors may share what was fetched. */
  looks?: Looks;
};

let count = 0;

/** An editor with an empty document. */
export function createEditor({
  services,
  descriptors,
  language,
  theme,
  keys = {},
  now,
  looks = createLooks((request) => services.engine.look(request)),
}: EditorSetup): Editor {
  const document = emptyDocument(say(language, "start.untitled"));
  const known = new Map(descriptors.map((descriptor) => [descriptor.id, descriptor]));
  const store = createStore<EditorState>(() => ({
    document,
    known,
    ...seen(document, [], known),
    opened: 0,
    history: newHistory(),
    revision: 1,
    file: { readOnly: false, repairs: [], saved: document },
    selection: noSelection,
    run: noRun,
    pins: new Set(),
    start: false,
    notices: [],
    showHistory: false,
    dock: "results",
    left: "nodes",
    folderVersion: 0,
    connection: "open",
    tabs: { open: 1, closed: 0 },
    keys,
    language,
    theme,
  }));
  followSeen(store);
  count += 1;
  const editor: Editor = {
    id: `tab${count}`,
    store,
    services,
    sync: newSync(document),
    place: {},
    onPlace: () => undefined,
    desk: undefined,
    looks,
    marks: createMarks(() => editor),
    viewport: { current: undefined },
    canvas: undefined,
    panels: undefined,
    now: now ?? Date.now,
  };
  return editor;
}

/** Keeps what is seen true to the document in the same step as whatever changes the document: no view sees them apart. */
function followSeen(store: StoreApi<EditorState>): void {
  const { setState } = store;
  const follow: typeof setState = (partial: unknown, replace?: boolean) => {
    setState((state) => {
      const part = (typeof partial === "function" ? partial(state) : partial) as Partial<EditorState>;
      const next = replace ? (part as EditorState) : { ...state, ...part };
      const same =
        next.document === state.document && next.scope === state.scope && next.known === state.known;
      return same ? next : { ...next, ...seen(next.document, next.scope, next.known, state) };
    }, true);
  };
  store.setState = follow;
}
