/** What the program runs on and with, for `doctor`. */
import { createRequire } from "node:module";
import { availableParallelism, cpus, freemem, totalmem } from "node:os";
import type { MachineFacts } from "../base/backend-report.ts";
import { versionOf } from "./package-version.ts";

/** The facts of now. */
export function machineFacts(espalier: string): MachineFacts {
  return {
    espalier,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    processor: cpus()[0]?.model ?? "",
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    freeBytes: freemem(),
    duckdb: duckdbVersion(),
  };
}

/** Asked of the library itself, since a package that is there may still not load; `null` where it does not. */
function duckdbVersion(): string | null {
  try {
    const { version } = createRequire(import.meta.url)("@duckdb/node-api") as { version(): string };
    return version();
  } catch {
    return versionOf("@duckdb/node-api") === null ? null : "not loaded";
  }
}
