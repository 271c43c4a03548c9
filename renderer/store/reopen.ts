/** What stands on the desk when the page begins: the tabs that this window had, what the address names, or the start page. */
import { type Diagnostic, diagnosticOf } from "../../core/base/diagnostic.ts";
import { graphAt } from "../../core/graph/scope.ts";
import type { OpenedDocument } from "../../core/service/host-service.ts";
import { placeInAddress } from "./address.ts";
import { closedEditor } from "./closed-tab.ts";
import { addEditor, bringForward, type Desk, frontOf } from "./desk.ts";
import type { Editor } from "./editor.ts";
import { offer, showHere } from "./files.ts";
import { notifyDiagnostic } from "./notices.ts";
import { nothingIsOpen, showStart } from "./start-page.ts";
import { takeUp } from "./sync.ts";
import { type KeptClosed, type KeptTab, keptTabs, samePlace } from "./tab-memory.ts";

/**
 * Documents that the host still has are joined without a question, unsaved changes and all; to who begins anew, work
 * that a crash has left is offered. Where nothing is open, the start page stands.
 */
export async function openFirst(desk: Desk): Promise<void> {
  const { tabs, front, closed } = wanted();
  const answers = await Promise.all(tabs.map((tab) => askFor(desk, tab)));
  const shown = answers.map((answer, at) => put(desk, answer, tabs[at]));
  const [first] = desk.store.getState().editors;
  const chosen = shown[front] ?? shown.find((editor) => editor !== undefined);
  if (chosen) {
    bringForward(desk, chosen);
    desk.store.setState(({ editors }) => ({ editors: editors.filter((editor) => editor !== first) }));
  }
  desk.store.setState({ closed: closed.map((tab) => closedEditor(desk, tab)) });
  if (nothingIsOpen(desk)) showStart(frontOf(desk));
  for (const { problem } of answers) if (problem) notifyDiagnostic(frontOf(desk), problem);
  if (!answers.some(({ joined }) => joined)) offer(first, (await desk.services.host.recoverable()).entries);
}

/** A window with one result shows its document alone: it has no tabs, asks nothing, and begins nothing. */
export async function openPopped(desk: Desk, panel: string): Promise<void> {
  const [empty] = desk.store.getState().editors;
  const tab = { place: placeInAddress(), scope: [] };
  const answer = await askFor(desk, tab);
  const shown = put(desk, answer, tab);
  if (!shown) return empty.store.setState({ popped: { panel, left: true } });
  bringForward(desk, shown);
  desk.store.setState({ editors: [shown] });
  const { dialog: _asks, ...rest } = shown.store.getState();
  shown.store.setState({ ...rest, popped: { panel, left: false } }, true);
}

/** The kept tabs, and what the address names where it is none of them. */
function wanted(): { tabs: readonly KeptTab[]; front: number; closed: readonly KeptClosed[] } {
  const { tabs, front, closed } = keptTabs();
  const named = placeInAddress();
  if (Object.keys(named).length === 0) return { tabs, front, closed };
  const at = tabs.findIndex(({ place }) => samePlace(place, named));
  return at < 0
    ? { tabs: [...tabs, { place: named, scope: [] }], front: tabs.length, closed }
    : { tabs, front: at, closed };
}

export type Answer = {
  editor: Editor;
  opened?: OpenedDocument;
  /** The host still had it. */
  joined?: boolean;
  /** Why it is no tab any more. */
  problem?: Diagnostic;
};

/** Asks the host for a document by every name that it has, the best first. */
export async function askFor(desk: Desk, { place, unconfirmed }: KeptTab): Promise<Answer> {
  const editor = desk.spare();
  const { host } = desk.services;
  const { doc, file, example } = place;
  if (doc !== undefined) {
    // In the name of the page that has gone the host says what it has heard of it.
    const { opened } = await attempt(host.attach({ id: doc, page: unconfirmed?.page ?? editor.sync.page }));
    if (opened) return { editor, opened, joined: true };
  }
  if (file !== undefined) return { editor, ...(await attempt(host.open({ path: file }))) };
  const { language } = editor.store.getState();
  if (example !== undefined)
    return { editor, ...(await attempt(host.openExample({ id: example, language }))) };
  return { editor };
}

async function attempt(asking: Promise<OpenedDocument>): Promise<Pick<Answer, "opened" | "problem">> {
  try {
    return { opened: await asking };
  } catch (thrown) {
    const problem = diagnosticOf(thrown);
    // Without a line nothing is known of any tab: the page begins again, and finds them all.
    if (problem.code === "service.connection-lost") throw thrown;
    return { problem };
  }
}

/** Puts the document on the desk, behind those before it, looking where it was looked at. */
function put(
  desk: Desk,
  { editor, opened, joined }: Answer,
  { place, viewport, scope, unconfirmed }: KeptTab,
): Editor | undefined {
  const begun = Object.keys(place).length === 0;
  if (!opened && !begun) return undefined;
  const { editors } = desk.store.getState();
  const twin = opened && editors.find(({ sync }) => sync.id === opened.id);
  if (twin) return twin;
  addEditor(desk, editor, editors.length);
  const { doc: _old, ...names } = place;
  if (opened) showHere(editor, opened, names);
  // A file that was opened anew may hold the changes by now; of the document itself it is known.
  if (unconfirmed && (joined || begun)) takeUp(editor, unconfirmed, opened?.heard ?? 0);
  const { document } = editor.store.getState();
  if (scope.length > 0 && graphAt(document, scope)) editor.store.setState({ scope });
  if (viewport) editor.viewport.current = viewport;
  return editor;
}
