/** Where what must not be lost is kept between programs: journals of unsaved work, and the tokens of served folders. */
import { createHash, randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/** The product's data folder. `ESPALIER_DATA` names one for a whole session. */
export function dataFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment.ESPALIER_DATA) return environment.ESPALIER_DATA;
  if (environment.XDG_DATA_HOME) return join(environment.XDG_DATA_HOME, "espalier");
  if (process.platform === "win32")
    return join(environment.LOCALAPPDATA ?? join(homedir(), "AppData", "Local"), "espalier");
  return process.platform === "darwin"
    ? join(homedir(), "Library", "Application Support", "espalier")
    : join(homedir(), ".local", "share", "espalier");
}

/** How a folder was served last, so that pages of then find the next server. */
export type Address = { token: string; port?: number };

/** The address of a granted folder (links resolved): a token of its own, made once, readable by its user alone. */
export async function addressOf(folder: string, data = dataFolder()): Promise<Address> {
  try {
    const { token, port } = JSON.parse(await readFile(addressFile(folder, data), "utf8")) as Address;
    if (typeof token === "string" && token.length >= 32)
      return { token, ...(Number.isInteger(port) ? { port } : {}) };
  } catch {
    // None yet, or not legible: a new one.
  }
  return { token: randomBytes(24).toString("base64url") };
}

/** Remembers an address. Where that cannot be written, pages of now will not find the next server; nothing else is lost. */
export async function rememberAddress(folder: string, address: Address, data = dataFolder()): Promise<void> {
  try {
    await mkdir(join(data, "served"), { recursive: true, mode: 0o700 });
    const file = addressFile(folder, data);
    await writeFile(file, JSON.stringify(address), { mode: 0o600 });
    // The mode of a file that was there already stays otherwise.
    await chmod(file, 0o600);
  } catch {
    // As said above.
  }
}

function addressFile(folder: string, data: string): string {
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 16);
  return join(data, "served", `${name}.json`);
}
