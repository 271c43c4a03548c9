/** Closing a window: the page is asked what that would end, then the user. A page that does not answer holds nobody. */
import type { Language } from "../core/words/catalogue.ts";
import type { ElectronApi, ShellWindow } from "./electron-api.ts";
import { say } from "./words.ts";

const patienceMs = 4000;

type Dialogs = Pick<ElectronApi, "dialog">;

/** What the user wants with unsaved changes or a run under way. */
export async function askBeforeClosing(
  { dialog }: Dialogs,
  window: ShellWindow,
  language: Language,
  { unsaved, running }: { unsaved: readonly string[]; running: boolean },
): Promise<"save" | "close" | "stay"> {
  if (unsaved.length === 0 && !running) return "close";
  const [first = ""] = unsaved;
  const many = unsaved.length > 1;
  const { response } =
    unsaved.length > 0
      ? await dialog.showMessageBox(window, {
          type: "question",
          message: say(language, many ? "unsavedMany" : "unsavedOne", {
            title: first,
            count: `${unsaved.length}`,
          }),
          detail: [many ? unsaved.slice(0, 8).join("\n") : "", say(language, "unsavedDetail")]
            .filter(Boolean)
            .join("\n\n"),
          buttons: [say(language, "save"), say(language, "discard"), say(language, "cancel")],
          defaultId: 0,
          cancelId: 2,
          noLink: true,
        })
      : await dialog.showMessageBox(window, {
          type: "question",
          message: say(language, "runningTitle"),
          detail: say(language, "runningDetail"),
          buttons: [say(language, "cancel"), say(language, "stop")],
          defaultId: 0,
          cancelId: 0,
          noLink: true,
        });
  if (response === 1) return "close";
  return unsaved.length > 0 && response === 0 ? "save" : "stay";
}

/** Holds a window's closing until its page has answered; `ask` tells the page. */
export function guardClosing(
  { dialog }: Dialogs,
  window: ShellWindow,
  {
    ask,
    language,
    listens,
    stayed,
  }: { ask(): void; language(): Language; listens(): boolean; stayed(): void },
): { answered(): void } {
  let waiting: NodeJS.Timeout | undefined;
  const answered = () => clearTimeout(waiting);
  const offer = async () => {
    const { response } = await dialog.showMessageBox(window, {
      type: "warning",
      message: say(language(), "hangTitle"),
      detail: say(language(), "hangDetail"),
      buttons: [say(language(), "wait"), say(language(), "closeAnyway")],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (window.isDestroyed()) return;
    if (response === 1) window.destroy();
    else stayed();
  };
  window.on("close", (event) => {
    // A page that never came up has nothing to be asked about.
    if (!listens()) return;
    event.preventDefault();
    clearTimeout(waiting);
    waiting = setTimeout(() => void offer(), patienceMs);
    ask();
  });
  window.on("closed", answered);
  return { answered };
}
