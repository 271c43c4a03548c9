/** A local log of crashes and hangs, one JSON object a line. Nothing is sent anywhere; it is cut when it grows. */
import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ElectronApi } from "./electron-api.ts";

const largest = 1_000_000;

export type ShellLog = {
  readonly file: string;
  note(what: string, facts?: Readonly<Record<string, unknown>>): void;
};

/** The log in a folder; what cannot be written there goes to stderr. */
export function shellLog(folder: string, now: () => number = Date.now): ShellLog {
  const file = join(folder, "espalier.log");
  return {
    file,
    note(what, facts = {}) {
      const line = `${JSON.stringify({ at: new Date(now()).toISOString(), what, ...facts })}\n`;
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, `${file}.1`);
        appendFileSync(file, line, { mode: 0o600 });
      } catch {
        process.stderr.write(line);
      }
    },
  };
}

/** Notes what goes wrong in any process of the app. Crash dumps stay on this machine. */
export function watchCrashes(
  { app, crashReporter }: Pick<ElectronApi, "app" | "crashReporter">,
  log: ShellLog,
) {
  crashReporter.start({ uploadToServer: false });
  app.on("child-process-gone", (_event, { type, reason, exitCode, name }) =>
    log.note("child process gone", { type, reason, exitCode, name }),
  );
  process.on("uncaughtExceptionMonitor", (error) => log.note("uncaught", { error: String(error.stack) }));
  process.on("unhandledRejection", (reason) =>
    log.note("unhandled rejection", {
      error: reason instanceof Error ? String(reason.stack) : String(reason),
    }),
  );
}
