/** `espalier serve` as a process that can be killed, and a page of it without a screen. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { WebSocket } from "ws";
import { apply } from "../../core/graph/apply.ts";
import type { Command } from "../../core/graph/commands.ts";
import type { GraphDocument } from "../../core/graph/document.ts";
import { edited, newReplica, type Replica, received, resumed, sending } from "../../core/graph/replica.ts";
import type { Services } from "../../core/service/client/services.ts";
import { connectWebSocket } from "../../core/service/client/web-socket.ts";
import type { HostEvent, OpenedDocument } from "../../core/service/host-service.ts";
import { firstChildOf } from "./children.ts";
import { root } from "./imports.ts";

const program = `
const { main } = await import(${JSON.stringify(pathToFileURL(join(root, "dist/node/cli/main.js")).href)});
process.exitCode = await main(process.argv.slice(1));
`;

export type ServedHost = {
  pid: number | undefined;
  port: string;
  token: string;
  connect(): Promise<Services>;
  kill(): Promise<void>;
  /** Process id of the engine, where the system tells children (Linux); else none. */
  enginePid(): number | undefined;
  stop(): Promise<void>;
};

/** Starts a server; `user` runs it as another user, for what the superuser is never refused. */
export async function serveHost(
  folder: string,
  data: string,
  { port = "0", user }: { port?: string; user?: number } = {},
): Promise<ServedHost> {
  const args = ["--input-type=module", "-e", program, "--", "serve", folder, "--port", port, "--no-open"];
  const child = spawn(process.execPath, [...args, "--no-store"], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ESPALIER_DATA: data },
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  const url = new URL(await printedUrl(child));
  const end = async (signal: "SIGTERM" | "SIGKILL") => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once("exit", done));
    child.kill(signal);
    await ended;
  };
  Object.assign(globalThis, { WebSocket });
  return {
    pid: child.pid,
    port: url.port,
    token: url.searchParams.get("token") ?? "",
    connect: () => connectWebSocket(`ws://${url.host}/ws${url.search}`),
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
    enginePid: () => firstChildOf(child.pid),
  };
}

function printedUrl(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let text = "";
    child.stdout?.on("data", (chunk) => {
      text += String(chunk);
      const url = /http:\/\/\S+/.exec(text)?.[0];
      if (url !== undefined) found(url);
    });
    child.once("exit", (code) => failed(new Error(`serve ended with ${code} before it printed a URL`)));
  });
}

/** A page: shows its own edits at once, sends them, and remembers what was acknowledged. */
export class TestPage {
  replica: Replica | undefined;
  acknowledged: GraphDocument | undefined;
  id = "";
  events: HostEvent[] = [];
  services: Services;
  readonly name: string;

  constructor(name: string, services: Services) {
    this.name = name;
    this.services = services;
    this.listen(services);
  }

  listen(services: Services): void {
    this.services = services;
    services.host.subscribe((event) => {
      this.events.push(event);
      if (event.kind === "changes" && event.id === this.id && this.replica)
        this.replica = received(this.replica, event.changes).replica;
    });
  }

  get document(): GraphDocument {
    if (!this.replica) throw new Error("nothing is open");
    return this.replica.document;
  }

  show(opened: OpenedDocument): OpenedDocument {
    this.id = opened.id;
    this.replica = newReplica(this.name, opened.document, opened.revision, this.replica?.lastSeq ?? 0);
    this.acknowledged = opened.document;
    return opened;
  }

  /** After a new start of the server: takes what it has, own changes that it lacks on top. */
  resume(opened: OpenedDocument): void {
    if (this.replica) this.replica = resumed(this.replica, opened).replica;
  }

  /** Applies at once; the answer is awaited by {@link send}. */
  edit(command: Command): void {
    const { document, diff } = apply(this.document, command);
    if (this.replica) this.replica = edited(this.replica, document, diff);
  }

  async send(): Promise<void> {
    for (let tries = 0; this.replica && this.replica.pending.length > 0 && tries < 50; tries++) {
      const { page, revision: base, pending: changes } = this.replica;
      this.replica = sending(this.replica);
      const answer = await this.services.host.change({ id: this.id, page, base, changes });
      this.replica = received(this.replica, answer.changes).replica;
      if (answer.accepted) this.acknowledged = this.replica.base;
    }
  }
}
