/**
 * Where a server keeps its journals, and where it finds those of servers that died. Each server has a folder of its
 * own below the product's data folder, and holds a socket open as long as it lives: the system closes it however the
 * process ends, so a folder whose socket does not answer is an orphan. No clock and no process number is trusted.
 */
import { createHash, randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, rmdir } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ReadJournal, readJournal } from "./journal.ts";

export type Orphan = { file: string; journal: ReadJournal };

export type JournalRoom = {
  /** The file of a document's journal. */
  fileOf(id: string): string;
  /** Journals of servers that are gone. */
  orphans(): Promise<Orphan[]>;
  /** Moves an orphan into this server's own folder; `false` if another server was faster. */
  take(orphan: Orphan): Promise<boolean>;
  dispose(): Promise<void>;
};

const suffix = ".journal";

/** The room for the documents of one granted folder, below `data`. */
export async function journalRoom(data: string, granted: string): Promise<JournalRoom> {
  const place = createHash("sha256").update(granted).digest("hex").slice(0, 16);
  const room = join(data, "journals", place);
  const own = randomBytes(8).toString("hex");
  const folder = join(room, own);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const alive = await listen(own);

  async function orphansIn(server: string): Promise<Orphan[]> {
    if (server === own || !/^[0-9a-f]{16}$/.test(server) || (await answers(server))) return [];
    const found: Orphan[] = [];
    const names = await readdir(join(room, server)).catch(() => []);
    for (const name of names.filter((one) => one.endsWith(suffix))) {
      const file = join(room, server, name);
      const journal = readJournal(await readFile(file, "utf8").catch(() => ""));
      // A journal without changes kept nothing that is not saved.
      if (journal && journal.changes.length > 0) found.push({ file, journal });
      else if (journal) await rm(file, { force: true });
    }
    if (names.length === 0) await rmdir(join(room, server)).catch(() => undefined);
    return found;
  }

  return {
    fileOf: (id) => join(folder, `${id}${suffix}`),
    async orphans() {
      const servers = await readdir(room).catch(() => []);
      const found = await Promise.all(servers.map(orphansIn));
      return found.flat().sort((a, b) => b.journal.at - a.journal.at);
    },
    async take({ file, journal }) {
      return rename(file, join(folder, `${journal.header.id}${suffix}`)).then(
        () => true,
        () => false,
      );
    },
    async dispose() {
      await new Promise<void>((done) => (alive ? alive.close(() => done()) : done()));
      await rmdir(folder).catch(() => undefined);
    },
  };
}

function socketOf(server: string): string {
  return process.platform === "win32"
    ? `\\\\.\\pipe\\espalier-${server}`
    : join(tmpdir(), `espalier-${server}.sock`);
}

function listen(server: string): Promise<Server | undefined> {
  return new Promise((done) => {
    const listening = createServer((socket) => socket.destroy());
    // Where no socket can be had, the journals are written all the same, and are offered to the next server.
    listening.once("error", () => done(undefined));
    listening.listen(socketOf(server), () => done(listening));
    listening.unref();
  });
}

function answers(server: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(socketOf(server));
    socket.once("connect", () => {
      socket.destroy();
      done(true);
    });
    socket.once("error", (thrown: NodeJS.ErrnoException) => {
      if (thrown.code === "ECONNREFUSED") void rm(socketOf(server), { force: true });
      done(false);
    });
  });
}
