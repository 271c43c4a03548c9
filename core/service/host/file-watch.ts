/**
 * Notices that a file is another one than it was: by the system's word on its folder (editors replace by rename, which
 * a watch on the file itself would lose), and by a look every two seconds where that word does not come (network disks,
 * containers). Tells no more than "look again"; who asks reads the file.
 */
import { type FSWatcher, watch } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, dirname } from "node:path";

/** Calls `changed` after the file may have changed; answers with the function that ends it. */
export type WatchFile = (file: string, changed: () => void) => () => void;

/** An editor that saves makes several steps in a moment; one look after the last is enough. */
const settleMs = 80;
const lookEveryMs = 2000;

export const watchFile: WatchFile = (file, changed) => {
  let timer: NodeJS.Timeout | undefined;
  let known = "";
  let ended = false;

  function soon(): void {
    if (ended) return;
    clearTimeout(timer);
    timer = setTimeout(changed, settleMs);
    timer.unref();
  }

  async function look(): Promise<void> {
    const facts = await stat(file).catch(() => undefined);
    const now = facts ? `${facts.mtimeMs} ${facts.size} ${facts.ino}` : "none";
    if (known !== "" && now !== known) soon();
    known = now;
  }

  let watcher: FSWatcher | undefined;
  try {
    const name = basename(file);
    watcher = watch(dirname(file), { persistent: false }, (_kind, which) => {
      if (which === null || which === name) soon();
    });
    // A folder that goes away ends its watch; the regular look goes on.
    watcher.on("error", () => watcher?.close());
  } catch {
    // No watches left in this system: the regular look has to do.
  }
  void look();
  const looking = setInterval(() => void look(), lookEveryMs);
  looking.unref();
  return () => {
    ended = true;
    clearTimeout(timer);
    clearInterval(looking);
    watcher?.close();
  };
};
