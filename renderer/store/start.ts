/** Brings the page to life: descriptors, the tabs that were open or what the address names, and who keeps them true. */
import type { Services } from "../../core/service/client/services.ts";
import { rememberedKeys } from "../actions/key-map.ts";
import type { Theme } from "../theme/theme.ts";
import type { Language } from "../words/language.ts";
import { rememberPlace } from "./address.ts";
import { type Checker, watchChecks } from "./check.ts";
import { createDesk, type Desk, frontOf } from "./desk.ts";
import type { Editor } from "./editor.ts";
import { dismissCode } from "./notices.ts";
import { openFirst, openPopped } from "./reopen.ts";
import { settleRuns } from "./run.ts";
import { type RunRouter, routeRuns } from "./run-router.ts";
import { hearHost, reattach, sendPending } from "./sync.ts";
import { keepTabs } from "./tab-memory.ts";

const infoEvery = 5000;

/** A desk that shows something and follows engine and host. */
export async function startDesk({
  services,
  language,
  theme,
  popped,
}: {
  services: Services;
  language: Language;
  theme: Theme;
  /** This page shows the panel of this key alone. */
  popped?: string;
}): Promise<Desk> {
  const [{ nodes }, host] = await Promise.all([services.engine.describe(), services.host.info()]);
  const desk = createDesk({ services, descriptors: nodes, language, theme, keys: rememberedKeys() });
  frontOf(desk).store.setState({ host });
  const checkers = checkFront(desk);
  const router = routeRuns(desk, () => checkers(frontOf(desk)).again());
  services.engine.subscribe(router.hear);
  services.host.subscribe((event) => {
    const { editors } = desk.store.getState();
    const owner = editors.find(({ sync }) => sync.id === event.id);
    // What nobody has open is perhaps being opened: whoever waits for an answer keeps it.
    for (const editor of owner ? [owner] : editors) hearHost(editor, event);
  });
  services.onConnection((connection) => {
    frontOf(desk).store.setState({ connection });
    if (connection !== "open") return;
    for (const editor of desk.store.getState().editors) {
      dismissCode(editor, "service.connection-lost");
      void reattach(editor).then(() => sendPending(editor));
      void settleRuns(editor, router.hear);
    }
    frontOf(desk).looks.retry();
    checkers(frontOf(desk)).again();
  });
  await Promise.all([watchEngine(desk), popped === undefined ? openFirst(desk) : openPopped(desk, popped)]);
  rememberDesk(desk, checkers, router, popped === undefined ? keepTabs : () => undefined);
  return desk;
}

/** Checks are asked for the document in front alone: the others' are wanted when they come forward. */
function checkFront(desk: Desk): (editor: Editor) => Checker {
  const checkers = new WeakMap<Editor, Checker>();
  const follow = (editor: Editor) => {
    const known = checkers.get(editor);
    if (known) return known;
    const checker = watchChecks(editor, () => frontOf(desk) === editor);
    checkers.set(editor, checker);
    return checker;
  };
  desk.store.subscribe(({ editors }) => {
    for (const editor of editors) follow(editor);
  });
  return follow;
}

/** The address names the tab in front; all of them are kept for a reload, by `keep`. Begins once they are there. */
function rememberDesk(
  desk: Desk,
  checkers: (editor: Editor) => Checker,
  router: RunRouter,
  keep: (desk: Desk, leaving?: boolean) => void,
): void {
  desk.onChange = (editor) => {
    router.joined(editor);
    const front = frontOf(desk);
    if (editor === front) {
      rememberPlace(front.place);
      checkers(front).again();
    }
    keep(desk);
  };
  for (const editor of desk.store.getState().editors) desk.onChange(editor);
  window.addEventListener("pagehide", () => keep(desk, true));
}

function watchEngine(desk: Desk): Promise<void> {
  const ask = () =>
    desk.services.engine.info().then(
      (engine) => frontOf(desk).store.setState({ engine }),
      () => undefined,
    );
  setInterval(() => {
    if (frontOf(desk).store.getState().connection === "open" && !document.hidden) void ask();
  }, infoEvery);
  return ask();
}
