/** `espalier serve`: the editor in a browser, over one granted folder. */
import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { diagnosticOf, fail } from "../core/base/diagnostic.ts";
import { engineVersion } from "../core/engine/engine.ts";
import { startChildEngine } from "../core/service/client/child-engine.ts";
import { type FolderHost, folderHost } from "../core/service/host/folder-host.ts";
import { serve } from "../core/service/host/web-server.ts";
import { checkBackendName } from "./backends.ts";
import { type Address, addressOf, dataFolder, rememberAddress } from "./data-folder.ts";
import { engineProgram, productFolder } from "./engine.ts";
import { type StoreOptions, storeOf } from "./store-folder.ts";
import { printDiagnostic } from "./terminal.ts";

export type ServeCommandOptions = { port?: string; open?: boolean; backend?: string } & StoreOptions;

const defaultPort = 4127;

/** Serves until the process is told to end. */
export async function serveCommand(
  folder: string | undefined,
  options: ServeCommandOptions,
): Promise<number> {
  let supervised: ReturnType<typeof startChildEngine> | undefined;
  let host: FolderHost | undefined;
  try {
    const port = portOf(options.port);
    const granted = resolve(folder ?? join(homedir(), "Espalier"));
    // The usual folder is ours to make, wherever it is; any other only inside one that is there.
    if (folder === undefined) await mkdir(granted, { recursive: true });
    host = await folderHost({
      folder: granted,
      examples: join(productFolder, "examples"),
      version: engineVersion,
      data: dataFolder(),
    });
    const { backend } = options;
    const asked = backend === undefined ? {} : { backend: checkBackendName(backend) };
    const known = await addressOf(granted);
    supervised = startChildEngine({
      program: engineProgram,
      args: [
        JSON.stringify({
          granted: [granted, join(productFolder, "examples")],
          ...storeOf(options),
          ...asked,
        }),
      ],
    });
    const { engine } = supervised;
    const page = join(productFolder, "dist", "page");
    const serving = await listen({ engine, host, page, token: known.token }, port, known);
    await rememberAddress(granted, { token: known.token, port: serving.port });
    // Listened for first: whoever reads the next lines may end it at once.
    const told = untilTold();
    console.log(`Espalier is open at ${serving.url}`);
    console.log(`Folder: ${granted}${host.made ? " (made)" : ""}   End with Ctrl-C.`);
    if (options.open !== false) openBrowser(serving.url);
    await told;
    await serving.close();
    return 0;
  } catch (thrown) {
    printDiagnostic(diagnosticOf(thrown));
    return 2;
  } finally {
    // Also when the port was wrong or taken: an engine left behind would keep the program alive.
    await Promise.all([supervised?.dispose(), host?.dispose()]);
  }
}

/** The port that was asked for, or `undefined` for the usual one. */
function portOf(asked: string | undefined): number | undefined {
  if (asked === undefined) return undefined;
  const port = Number(asked);
  if (!/^\d+$/.test(asked) || port > 65_535) fail("call.bad-port", { value: asked });
  return port;
}

/** Listens at the port, or at the one of the last time, or at the usual one, or at any if these are taken. */
async function listen(
  options: Omit<Parameters<typeof serve>[0], "port">,
  port: number | undefined,
  known: Address,
) {
  if (port === undefined) {
    const at = (usual: number) => serve({ ...options, port: usual });
    return at(known.port ?? defaultPort)
      .catch(() => at(defaultPort))
      .catch(() => at(0));
  }
  return serve({ ...options, port }).catch((thrown: unknown) => {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "EADDRINUSE")
      fail("call.port-taken", { port });
    throw thrown;
  });
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
