/** Which version of a package is installed, read from its folder. */
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);

/** `null` where it is not installed. */
export function versionOf(name: string): string | null {
  // Looked for as Node looks, without asking what the package exports.
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      return (require(join(folder, name, "package.json")) as { version: string }).version;
    } catch {
      // Not in this folder; the next.
    }
  }
  return null;
}
