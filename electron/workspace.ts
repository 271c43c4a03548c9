/**
 * A granted folder with its host and its engine, shared by the windows that look at it. The engine is a plain Node
 * process (ADR 1) that lives as long as the first to the last of them.
 */
import { type ChildEngine, startChildEngine } from "../core/service/client/child-engine.ts";
import { dispatch } from "../core/service/host/dispatch.ts";
import { type FolderHost, folderHost } from "../core/service/host/folder-host.ts";
import type { HostDoor, HostService } from "../core/service/host-service.ts";
import type { Line } from "../core/service/protocol.ts";

export type Places = {
  /** Folder of the built page. */
  page: string;
  preload: string;
  /** A plain Node, never Electron's own. */
  node: string;
  engineProgram: string;
  examples: string;
  /** The product's data folder: journals, log, windows' places. */
  data: string;
  store?: string;
  version: string;
  icon?: string;
};

export type Workspace = {
  readonly folder: string;
  readonly host: FolderHost;
  readonly engine: ChildEngine;
  /** Serves a page on a line until that closes. */
  serve(line: Line): void;
  dispose(): Promise<void>;
};

/** Opens a folder. `noteFile` hears the paths of files that are opened and saved in it. */
export async function openWorkspace(
  folder: string,
  places: Places,
  noteFile: (root: string, path: string) => void,
): Promise<Workspace> {
  const { examples, version, data, store, node, engineProgram } = places;
  const host = await folderHost({ folder, examples, version, data });
  const start = { granted: [host.root, examples], ...(store === undefined ? {} : { store }) };
  const engine = startChildEngine({ node, program: engineProgram, args: [JSON.stringify(start)] });
  const door = noting(host, (path) => noteFile(host.root, path));
  return {
    folder: host.root,
    host,
    engine,
    serve: (line) => void dispatch(line, { engine: engine.engine, host: door }),
    dispose: async () => {
      await Promise.all([engine.dispose(), host.dispose()]);
    },
  };
}

/** The same host, which tells of the files that documents came from and went to. */
function noting(door: HostDoor, note: (path: string) => void): HostDoor {
  return {
    enter() {
      const { host, leave } = door.enter();
      const noted: HostService = {
        ...host,
        async open(request) {
          const opened = await host.open(request);
          if (opened.file.path !== undefined) note(opened.file.path);
          return opened;
        },
        async save(request) {
          const saved = await host.save(request);
          note(saved.path);
          return saved;
        },
      };
      return { host: noted, leave };
    },
  };
}
