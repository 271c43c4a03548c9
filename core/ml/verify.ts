/**
 * The last statement of an exported script: proof that it ran on the canvas's data and got the canvas's numbers.
 * This and reading tables are the only places of the library that touch files; only this one prints.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";

/**
 * Compares the SHA-256 of each file (path relative to the working directory) and each score, `[got, want]`, exactly.
 * Prints `verified` and what was compared; or names everything that differs on the error stream, files first, and
 * makes the process exit with 1 once it ends. Resolves to whether all agreed. Never throws.
 *
 * ```ts
 * import { verify } from "espalier";
 * await verify({}, { accuracy: [0.9333333333333333, 0.9333333333333333] }); // true
 * ```
 */
export async function verify(
  dataHashes: Readonly<Record<string, string>>,
  scores: Readonly<Record<string, readonly [got: number, want: number]>> = {},
): Promise<boolean> {
  const differing: string[] = [];
  for (const [path, want] of Object.entries(dataHashes)) {
    const got = await hashOf(path);
    if (got !== want) differing.push(`${path}: the data is ${got}, on the canvas it was ${want}`);
  }
  for (const [name, [got, want]] of Object.entries(scores))
    if (!Object.is(got, want)) differing.push(`${name}: this run gives ${got}, the canvas gave ${want}`);

  if (differing.length === 0) {
    console.log(`verified ${[...Object.keys(dataHashes), ...Object.keys(scores)].join(", ")}`);
    return true;
  }
  console.error(["not verified:", ...differing].join("\n  "));
  process.exitCode = 1;
  return false;
}

/** `"sha256-"` and 64 hexadecimal digits, or why the file cannot be read. */
async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(path), hash);
  } catch (error) {
    return `unreadable (${error instanceof Error ? error.message : String(error)})`;
  }
  return `sha256-${hash.digest("hex")}`;
}
