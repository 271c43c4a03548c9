/** `espalier serve`: the editor in a browser, over one granted folder. */
import { spawn } from "node:child_process";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { diagnosticOf, fail } from "../core/base/diagnostic.ts";
import { engineVersion } from "../core/engine/engine.ts";
import { startChildEngine } from "../core/service/client/child-engine.ts";
import { folderHost } from "../core/service/host/folder-host.ts";
import { serve } from "../core/service/host/web-server.ts";
import { engineProgram, productFolder } from "./engine.ts";
import { printDiagnostic } from "./terminal.ts";

export type ServeCommandOptions = { port?: string; open?: boolean };

const defaultPort = 4127;

/** Serves until the process is told to end. */
export async function serveCommand(
  folder: string | undefined,
  options: ServeCommandOptions,
): Promise<number> {
  try {
    const granted = resolve(folder ?? join(homedir(), "Espalier"));
    const host = await folderHost({
      folder: granted,
      examples: join(productFolder, "examples"),
      version: engineVersion,
    });
    const supervised = startChildEngine({
      program: engineProgram,
      args: [JSON.stringify({ granted: [granted, join(productFolder, "examples")] })],
    });
    const { engine } = supervised;
    const serving = await listen({ engine, host, page: join(productFolder, "dist", "page") }, options.port);
    console.log(`Espalier is open at ${serving.url}`);
    console.log(`Folder: ${granted}   End with Ctrl-C.`);
    if (options.open !== false) openBrowser(serving.url);
    await untilTold();
    await serving.close();
    await supervised.dispose();
    return 0;
  } catch (thrown) {
    printDiagnostic(diagnosticOf(thrown));
    return 2;
  }
}

/** The port that was asked for; without one the usual one, or any if that is taken. */
async function listen(options: Omit<Parameters<typeof serve>[0], "port">, asked: string | undefined) {
  if (asked !== undefined) {
    const port = Number(asked);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) fail("call.bad-port", { value: asked });
    return serve({ ...options, port }).catch((thrown: unknown) => {
      if (thrown instanceof Error && "code" in thrown && thrown.code === "EADDRINUSE")
        fail("call.port-taken", { port });
      throw thrown;
    });
  }
  return serve({ ...options, port: defaultPort }).catch(() => serve({ ...options, port: 0 }));
}

function openBrowser(url: string): void {
  const [program, args] =
    process.platform === "darwin"
      ? ["open", [url]]
      : process.platform === "win32"
        ? ["explorer", [url]]
        : ["xdg-open", [url]];
  if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const child = spawn(program, args, { stdio: "ignore", detached: true });
  // No browser to be found: the printed address is enough.
  child.on("error", () => console.error("Open the address above in a browser."));
  child.unref();
}

function untilTold(): Promise<void> {
  return new Promise((done) => {
    process.once("SIGINT", done);
    process.once("SIGTERM", done);
  });
}
