/** The about box: versions and backends, to be copied into a report. */
import { execFile } from "node:child_process";
import type { EngineService } from "../core/service/engine-service.ts";
import type { Language } from "../core/words/catalogue.ts";
import type { ElectronApi, ShellWindow } from "./electron-api.ts";
import { say } from "./words.ts";

export type AboutFacts = { version: string; engineNode: string };

/** What a Node says that it is; its path where it says nothing. */
export function versionOf(node: string): Promise<string> {
  return new Promise((resolve) => {
    execFile(node, ["--version"], { timeout: 5000 }, (error, said) =>
      resolve(error ? node : said.trim().replace(/^v/, "")),
    );
  });
}

/** What the box says. */
export async function aboutText(
  language: Language,
  { version, engineNode }: AboutFacts,
  engine: Pick<EngineService, "info">,
  versions: NodeJS.ProcessVersions = process.versions,
): Promise<string> {
  const info = await engine.info().catch(() => undefined);
  return say(language, "aboutDetail", {
    version,
    electron: versions.electron ?? "–",
    chrome: versions.chrome ?? "–",
    node: versions.node,
    engineNode,
    engine: info ? say(language, "threads", { threads: `${info.threads}` }) : say(language, "engineDown"),
    backends: info?.backend ?? "–",
  });
}

/** Shows it. */
export async function showAbout(
  { dialog, clipboard }: Pick<ElectronApi, "dialog" | "clipboard">,
  window: ShellWindow,
  language: Language,
  detail: string,
): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: "info",
    title: say(language, "about"),
    message: say(language, "app"),
    detail,
    buttons: [say(language, "ok"), say(language, "copy")],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response === 1) clipboard.writeText(detail);
}
