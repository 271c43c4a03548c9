/**
 * Where `npm run native:install` puts TensorFlow, and the stamp by which it is found again. The folder lies outside
 * `node_modules`, which `npm ci` wipes, and is never part of a package. The stamp is written last: a folder without one is
 * half made.
 */
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

const stampSchema = z.object({
  package: z.enum(["@tensorflow/tfjs-node", "@tensorflow/tfjs-node-gpu"]),
  /** Version of the library that is linked. */
  tensorflow: z.string(),
  /** What computes, for people. */
  device: z.string(),
  /** SHA-256 of the addon: names the kernels. */
  addon: z.string(),
});
export type NativeStamp = z.infer<typeof stampSchema>;

export const stampName = "espalier-native.json";

/** `ESPALIER_NATIVE` names one for a whole session. */
export function nativeFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return environment.ESPALIER_NATIVE || join(userCache(environment), "espalier-native");
}

/** The stamp, or nothing where the folder is missing, half made, or another's. */
export function readNative(folder: string): NativeStamp | undefined {
  try {
    return stampSchema.parse(JSON.parse(readFileSync(join(folder, stampName), "utf8")));
  } catch {
    return undefined;
  }
}

/** The user's cache folder: what lies there can be made again. */
export function userCache(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment.XDG_CACHE_HOME) return environment.XDG_CACHE_HOME;
  if (process.platform === "win32") return environment.LOCALAPPDATA ?? join(homedir(), "AppData", "Local");
  return process.platform === "darwin" ? join(homedir(), "Library", "Caches") : join(homedir(), ".cache");
}
