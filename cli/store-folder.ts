/** Where results are kept between programs: the user's cache folder unless told otherwise. */
import { homedir } from "node:os";
import { join } from "node:path";

export type StoreOptions = {
  /** `--store FOLDER`, or `false` for `--no-store`. */
  store?: string | boolean;
};

/** The folder of results, or `undefined` for memory alone. `ESPALIER_STORE` names one for a whole session. */
export function storeFolder(
  { store }: StoreOptions = {},
  environment: NodeJS.ProcessEnv = process.env,
): string | undefined {
  if (store === false) return undefined;
  if (typeof store === "string") return store;
  return environment.ESPALIER_STORE || join(cacheFolder(environment), "espalier");
}

function cacheFolder(environment: NodeJS.ProcessEnv): string {
  if (environment.XDG_CACHE_HOME) return environment.XDG_CACHE_HOME;
  if (process.platform === "win32") return environment.LOCALAPPDATA ?? join(homedir(), "AppData", "Local");
  return process.platform === "darwin" ? join(homedir(), "Library", "Caches") : join(homedir(), ".cache");
}

/** The same as a part of the engine's options. */
export function storeOf(options: StoreOptions): { store?: string } {
  const store = storeFolder(options);
  return store === undefined ? {} : { store };
}
